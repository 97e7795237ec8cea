import type { SyntaxNode } from '../../../syntax/node';
import { ownText } from '../of-node';

export interface Imported {
  readonly name: string;
  readonly local: string;
  readonly typeOnly: boolean;
}

export interface ImportStatement {
  readonly module: string;
  readonly names: readonly Imported[];
  readonly typeOnly: boolean;
}

const SOURCE = /(?:\bfrom\s*|\bimport\s*|\brequire\s*\(\s*)(['"])((?:(?!\1)[^\\\n])*)\1/;
const COMMENTS = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;

/**
 * Reads an `import` or `export ... from` statement from its text: the syntax is small and fixed, and reading it by
 * nodes would cost more than the parse.
 */
export function importedNames(statement: string): ImportStatement | undefined {
  const source = SOURCE.exec(statement);
  const module = source?.[2];
  if (source === null || module === undefined) return undefined;
  const head = statement.slice(0, source.index).replace(COMMENTS, ' ');
  const words = /^\s*(import|export)\b\s*(type(?=[\s{*])(?!\s*$)(?!\s*,)|typeof(?=\s))?\s*([\s\S]*)$/.exec(head);
  if (words === null) return { module, names: [], typeOnly: false };
  const [, keyword = 'import', type, clause = ''] = words;
  const names = clauseNames(clause, keyword === 'export');
  const typeOnly = type !== undefined || (names.length > 0 && names.every((name) => name.typeOnly));
  return { module, names: typeOnly ? names.map((name) => ({ ...name, typeOnly: true })) : names, typeOnly };
}

const statements = new WeakMap<SyntaxNode, ImportStatement | false>();

/** The same of a node, read once. */
export function statementOf(node: SyntaxNode): ImportStatement | undefined {
  let statement = statements.get(node);
  if (statement === undefined) {
    statement = importedNames(ownText(node, node.text)) ?? false;
    statements.set(node, statement);
  }
  return statement === false ? undefined : statement;
}

function clauseNames(clause: string, isExport: boolean): readonly Imported[] {
  const names: Imported[] = [];
  const braces = /\{([\s\S]*)\}/.exec(clause);
  const rest = braces === null ? clause : clause.replace(braces[0], '');
  for (const part of rest.trim() === '' ? [] : rest.split(',')) {
    const namespace = /^\s*\*(?:\s*as\s+([\w$]+))?/.exec(part);
    const name = /^\s*([A-Za-z_$][\w$]*)\s*(?:=\s*)?$/.exec(part)?.[1];
    if (namespace !== null) names.push({ name: '*', local: namespace[1] ?? '*', typeOnly: false });
    // `import x = require("y")` is the module itself, as `require` gives it.
    else if (name !== undefined && !isExport) {
      names.push({ name: /=\s*$/.test(part) ? '*' : 'default', local: name, typeOnly: false });
    }
  }
  for (const part of braces?.[1]?.split(',') ?? []) {
    const name = nameInBraces(part);
    if (name !== undefined) names.push(name);
  }
  return names;
}

/** `a`, `a as b`, `type a`, `"a" as b`. */
function nameInBraces(part: string): Imported | undefined {
  const plain = part.trim();
  if (/^[\w$]+$/.test(plain)) return { name: plain, local: plain, typeOnly: false };
  const match = /^\s*(type\s+(?!as\b(?!\s+as\b)))?(['"][^'"]*['"]|[\w$]+)(?:\s+as\s+([\w$]+))?\s*$/.exec(part);
  const name = match?.[2]?.replace(/['"]/g, '');
  return match === null || name === undefined
    ? undefined
    : { name, local: match[3] ?? name, typeOnly: match[1] !== undefined };
}

/** The names that a destructuring pattern takes: `{ a, b: c, d = 1, ...rest }`. Nested patterns are left out. */
export function patternNames(pattern: string): readonly { readonly name: string; readonly local: string }[] {
  const inner = /^\s*\{([\s\S]*)\}/.exec(pattern.replace(COMMENTS, ' '))?.[1] ?? '';
  return inner.split(',').flatMap((part) => {
    const match = /^\s*([\w$]+)\s*(?::\s*([\w$]+)\s*)?(?:=[\s\S]*)?$/.exec(part);
    const name = match?.[1];
    return name === undefined ? [] : [{ name, local: match?.[2] ?? name }];
  });
}
