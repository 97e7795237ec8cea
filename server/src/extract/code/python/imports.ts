import type { Fact, ImportedName } from '../../../model/facts';
import type { SyntaxNode } from '../../../syntax/node';
import { type PythonContext, placeOf } from './context';
import { plainString } from './literals';
import { importEnd, parseImport } from './parse-import';
import { places } from './parts';
import type { CallSite, PythonSource } from './source';

/** An import statement's module and names, before they become a fact. */
export interface ImportFound {
  readonly node: SyntaxNode;
  readonly module: string;
  readonly names: readonly ImportedName[];
  readonly end: number;
}

export function findImports(source: PythonSource): readonly ImportFound[] {
  return source.imports.flatMap((node) => {
    const end = importEnd(source.text, node.startIndex);
    const parsed = parseImport(source.text.slice(node.startIndex, end)) ?? [];
    return parsed.map((found) => ({ node, end, ...found }));
  });
}

export function importFacts(
  source: PythonSource,
  imports: readonly ImportFound[],
  scopeAt: (offset: number) => string | undefined,
): readonly Fact[] {
  return imports.map(({ node, module, names, end }): Fact => {
    const scope = scopeAt(node.startIndex);
    return {
      kind: 'import',
      module,
      names,
      range: source.positions.head(node.startIndex, end),
      ...(scope !== undefined && { scope }),
      ...conditions(node),
    };
  });
}

/** Whether the import runs at all, and only if something else holds. */
function conditions(node: SyntaxNode): { typeOnly?: true; guarded?: true } {
  let guarded = false;
  let around = node.parent;
  for (let depth = 0; around !== null && depth < 40; depth++, around = around.parent) {
    const { type } = around;
    if (type === 'module' || type === 'function_definition' || type === 'class_definition') break;
    if (type === 'if_statement') {
      const condition = around.childForFieldName('condition')?.text ?? '';
      if (/^(?:typing\.|t\.)?TYPE_CHECKING$/.test(condition)) return { typeOnly: true };
      if (!condition.startsWith('__name__')) guarded = true;
    }
    if (type === 'try_statement' && mayBeAbsent(around)) guarded = true;
  }
  return guarded ? { guarded: true } : {};
}

function mayBeAbsent(tryStatement: SyntaxNode): boolean {
  return tryStatement.namedChildren.some(
    (child) =>
      child?.type === 'except_clause' &&
      /^except\b\s*(?:\*\s*)?(?:$|:|[^:]*\b(?:ImportError|ModuleNotFoundError|Exception|BaseException)\b)/.test(
        child.text.slice(0, 200),
      ),
  );
}

const DYNAMIC = places<CallSite>();

/** `importlib.import_module("x")`, `__import__("x")`, where the name is a literal. */
export function dynamicImportFacts(context: PythonContext): readonly Fact[] {
  const { parts, source } = context;
  const sites = parts.only(source.calls, DYNAMIC, ({ text }) => /(?:^|\.)import_module$|^__import__$/.test(text));
  return sites.flatMap((site): readonly Fact[] => {
    const path = context.names.resolve(site.text, site.node.startIndex)?.path ?? site.text;
    if (path !== 'importlib.import_module' && path !== '__import__') return [];
    const first = site.args.namedChild(0);
    const module = first?.type === 'string' ? plainString(first.text) : undefined;
    if (module === undefined || !/^\.*[A-Za-z_][\w.]*$/.test(module)) return [];
    return [{ kind: 'import', module, names: [], dynamic: true, ...placeOf(context, site.node) }];
  });
}
