import type { ImportedName } from '../../../model/facts';
import { closingBracket } from './parameters';

/** One module that an import statement names. */
export interface ParsedImport {
  readonly module: string;
  readonly names: readonly ImportedName[];
}

const DOTTED = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;
const FROM = /^from[ \t]+(\.+|\.*[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)[ \t]*import(?=[ \t(*])[ \t]*([\s\S]*)$/;
const NAME_AS = /^([A-Za-z_][\w.]*)(?:[ \t]+as[ \t]+([A-Za-z_]\w*))?$/;

/**
 * Reads the text of an import statement. Undefined when the text is anything else: a comment that merely starts with
 * the word is no import.
 */
export function parseImport(statement: string): readonly ParsedImport[] | undefined {
  const text = flatten(statement);
  const from = FROM.exec(text);
  if (from !== null) {
    const [, module = '', rest = ''] = from;
    const names = importedNames(rest);
    return names === undefined ? undefined : [{ module, names }];
  }
  const plain = /^import[ \t]+(.+)$/.exec(text);
  if (plain === null) return undefined;
  const imports: ParsedImport[] = [];
  for (const part of (plain[1] ?? '').split(',')) {
    const match = NAME_AS.exec(part.trim());
    if (match === null || !DOTTED.test(match[1] ?? '')) return undefined;
    const [, module = '', alias] = match;
    imports.push({ module, names: [{ name: '*', local: alias ?? module.split('.', 1)[0] ?? module }] });
  }
  return imports;
}

const FLAT = /^\S(?:[^\s\\#;]| (?! ))*$/;

/** Comments, line breaks and continuation marks are blanks here. */
function flatten(statement: string): string {
  if (FLAT.test(statement) && !statement.endsWith(' ')) return statement;
  const lines = statement.includes('#') ? statement.replace(/#[^\n]*/g, '') : statement;
  return lines
    .replace(/\\?\s+/g, ' ')
    .replace(/;$/, '')
    .trim();
}

function importedNames(list: string): readonly ImportedName[] | undefined {
  const text = list.trim();
  if (text === '*') return [{ name: '*', local: '*' }];
  const inner = text.startsWith('(') ? (text.endsWith(')') ? text.slice(1, -1) : undefined) : text;
  if (inner === undefined) return undefined;
  const names: ImportedName[] = [];
  for (const part of inner.replace(/,\s*$/, '').split(',')) {
    const trimmed = part.trim();
    if (/^[A-Za-z_]\w*$/.test(trimmed)) {
      names.push({ name: trimmed, local: trimmed });
      continue;
    }
    const match = NAME_AS.exec(trimmed);
    const name = match?.[1];
    if (match === null || name === undefined || name.includes('.')) return undefined;
    names.push({ name, local: match[2] ?? name });
  }
  return names.length === 0 ? undefined : names;
}

/** Where the statement at an offset ends: at its closing bracket, or at the end of a line that is not continued. */
export function importEnd(text: string, start: number): number {
  let newline = start - 1;
  do {
    newline = text.indexOf('\n', newline + 1);
    if (newline === -1) newline = text.length;
  } while (/\\\r?$/.test(text.slice(Math.max(start, newline - 2), newline)) && newline < text.length);
  const line = text.slice(start, newline);
  const bracket = line.indexOf('(');
  const comment = line.indexOf('#');
  if (bracket !== -1 && (comment === -1 || bracket < comment)) {
    const closing = closingBracket(text, start + bracket);
    if (closing !== -1) return closing + 1;
  }
  const semicolon = line.indexOf(';');
  if (semicolon !== -1 && (comment === -1 || semicolon < comment)) return start + semicolon;
  return start + (comment === -1 ? line : line.slice(0, comment)).trimEnd().length;
}
