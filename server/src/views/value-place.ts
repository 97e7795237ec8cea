import type { Range } from '../model/text';

const ENTRY = /^\s*(?:export\s+)?([A-Za-z_][\w.-]*)(?:\s*=|:\s)[^\S\n]*/;
const MOST_LINES = 20_000;
const LONGEST_VALUE = 200;

/**
 * Where the value of a variable stands in the text of a `.env` file, without quotes and comments: the last entry of the
 * name counts, as it does for those who load the file. Undefined where none gives a value.
 */
export function valuePlace(text: string, name: string): Range | undefined {
  const lines = text.split(/\r?\n/, MOST_LINES);
  let found: Range | undefined;
  for (let line = 0; line < lines.length; line += 1) {
    const content = lines[line] ?? '';
    const entry = ENTRY.exec(content);
    if (entry === null) continue;
    const value = rangeAt(lines, line, entry[0].length);
    if (entry[1] === name) found = value;
    if (value !== undefined) line = value.endLine;
  }
  return found;
}

function rangeAt(lines: readonly string[], line: number, column: number): Range | undefined {
  const content = lines[line] ?? '';
  const quote = /["'`]/.exec(content.charAt(column))?.[0];
  if (quote === undefined) {
    const rest = content.slice(column);
    const comment = /(?:^|\s)#/.exec(rest);
    const bare = (comment === null ? rest : rest.slice(0, comment.index)).trimEnd();
    return bare === '' ? undefined : { line, column, endLine: line, endColumn: column + bare.length };
  }
  for (let at = line; at < Math.min(lines.length, line + LONGEST_VALUE); at += 1) {
    const close = closing(lines[at] ?? '', at === line ? column + 1 : 0, quote);
    if (close === -1) continue;
    const isEmpty = at === line && close === column + 1;
    return isEmpty ? undefined : { line, column: column + 1, endLine: at, endColumn: close };
  }
  // A quote that nobody closes ends with its line.
  const endColumn = content.trimEnd().length;
  return endColumn > column + 1 ? { line, column: column + 1, endLine: line, endColumn } : undefined;
}

function closing(text: string, from: number, quote: string): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\' && quote === '"') at += 1;
    else if (text[at] === quote) return at;
  }
  return -1;
}
