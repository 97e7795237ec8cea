import type { Bases, PythonContext } from './context';
import { closingBracket, splitTopLevel } from './parameters';
import type { Scope } from './scope-tree';
import { dottedAt } from './source';

const NONE: Bases = { paths: [], keywords: {} };

/** The bases of a class, through other classes of the same file. */
export function basesOf(context: PythonContext, scope: Scope): Bases {
  const known = context.bases.get(scope);
  if (known !== undefined) return known;
  // A class that is derived from itself ends here.
  context.bases.set(scope, NONE);
  const bases = readBases(context, scope);
  context.bases.set(scope, bases);
  return bases;
}

function readBases(context: PythonContext, scope: Scope): Bases {
  if (scope.bases === undefined) return NONE;
  const { text, names } = context;
  const start = scope.bases;
  const end = closingBracket(text, start);
  if (end === -1) return NONE;
  const paths: string[] = [];
  const keywords: Record<string, string> = {};
  for (const part of splitTopLevel(text.slice(start + 1, end))) {
    const written = part.replace(/^(?:\s*#[^\n]*\n)+/, '').trim();
    const keyword = /^(\w+)\s*=(?!=)\s*([\s\S]*)$/.exec(written);
    if (keyword !== null) {
      keywords[keyword[1] ?? ''] = (keyword[2] ?? '').slice(0, 200);
      continue;
    }
    const name = dottedAt(written, 0);
    if (name === '') continue;
    const local = localClass(context, name, start);
    if (local !== undefined && local !== scope) paths.push(name, ...basesOf(context, local).paths);
    else paths.push(names.resolve(name, start)?.path ?? name);
  }
  return { paths: [...new Set(paths)].slice(0, 100), keywords };
}

/** The class of this file that a name stands for. */
export function localClass(context: PythonContext, name: string, offset: number): Scope | undefined {
  if (name.includes('.')) return undefined;
  const binding = context.names.lookup(name, offset).find((found) => found.kind === 'class');
  return binding?.kind === 'class' ? binding.scope : undefined;
}

/** The classes of a file, outermost first. */
export function classesOf(context: PythonContext): readonly Scope[] {
  return context.names.scopes.all.filter((scope) => scope.kind === 'class');
}
