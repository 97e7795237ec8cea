import type { Range } from '../../model/text';
import { isNameCharacter, type LineText } from '../variable-at';

/** No expression that reads a variable is longer. */
const MOST_LINES = 40;

/**
 * The name's own place in the range of a read, which may span the whole expression: the text in quotes that is the name,
 * else the member of that name, else the word. Undefined where the name is not written there.
 */
export function nameRangeIn(range: Range, name: string, text: LineText): Range | undefined {
  let best: { readonly range: Range; readonly rank: number } | undefined;
  const last = Math.min(range.endLine, range.line + MOST_LINES);
  for (let line = range.line; line <= last; line += 1) {
    const content = text(line);
    if (content === undefined) break;
    const from = line === range.line ? range.column : 0;
    const to = line === range.endLine ? range.endColumn : content.length;
    for (const column of occurrences(content, name)) {
      const endColumn = column + name.length;
      if (column < from || endColumn > to) continue;
      const rank = rankOf(content, column, endColumn);
      if (best === undefined || rank < best.rank) best = { rank, range: { line, column, endLine: line, endColumn } };
    }
  }
  return best?.range;
}

function rankOf(line: string, start: number, end: number): number {
  if (isQuoted(line, start, end)) return 0;
  return line.charAt(start - 1) === '.' ? 1 : 2;
}

/** The name is all that stands between two quotes. */
export function isQuoted(line: string, start: number, end: number): boolean {
  const quote = line.charAt(start - 1);
  return quote !== '' && '"\'`'.includes(quote) && line.charAt(end) === quote;
}

/** The columns where a name stands as a whole word. */
export function occurrences(line: string, name: string): readonly number[] {
  const found: number[] = [];
  if (name === '') return found;
  for (let at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + name.length)) {
    const after = at + name.length;
    const isWhole =
      (at === 0 || !isWordCharacter(line.charCodeAt(at - 1))) &&
      (after >= line.length || !isWordCharacter(line.charCodeAt(after)));
    if (isWhole) found.push(at);
  }
  return found;
}

/** A dollar sign in front makes no other name: `$X` is a use of X. */
function isWordCharacter(code: number): boolean {
  return isNameCharacter(code);
}

/** The lines of a text, as editors count them. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/);
}

export function lineText(lines: readonly string[]): LineText {
  return (line) => lines[line];
}
