import type { PythonContext } from './context';
import { closingBracket, splitTopLevel } from './parameters';
import type { Scope } from './scope-tree';
import { dottedAt } from './source';

/** What a class is derived from. */
export interface Bases {
  /** Resolved paths of the bases; local classes are followed and appear with what they are derived from. */
  readonly paths: readonly string[];
  /** Keyword arguments of the class statement, as written: `table` -> `True`. */
  readonly keywords: Readonly<Record<string, string>>;
}

const NONE: Bases = { paths: [], keywords: {} };

/** The bases of a class, through other classes of the same file. */
export function basesOf(context: PythonContext, scope: Scope, depth = 0): Bases {
  if (scope.bases === undefined || depth > 8) return NONE;
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
    if (local !== undefined && local !== scope) paths.push(name, ...basesOf(context, local, depth + 1).paths);
    else paths.push(names.resolve(name, start)?.path ?? name);
  }
  return { paths, keywords };
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
