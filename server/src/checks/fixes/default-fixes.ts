import type { Snapshot } from '../../model/workspace';
import type { Finding } from '../finding';
import { type Fix, fix, linesOfText, type ReadText } from './fix';

/** The default is looked for in its line: only where it stands there once can it be told apart. */
export async function defaultFixes(_snapshot: Snapshot, finding: Finding, read: ReadText): Promise<readonly Fix[]> {
  const { path, range, other, message, related } = finding;
  const own = / has the default (.*) here and /.exec(message)?.[1];
  if (own === undefined || other === undefined) return [];
  const lines = linesOfText((await read(path)) ?? '');
  for (let line = range.line; line <= range.endLine + 1; line += 1) {
    const text = lines[line] ?? '';
    const from = line === range.line ? range.column : 0;
    const column = text.indexOf(own, from);
    if (column < 0 || text.indexOf(own, column + 1) >= 0) continue;
    if (!canReplace(text, column, own, other)) continue;
    const edits = [{ range: { line, column, endLine: line, endColumn: column + own.length }, text: other }];
    const place = related[0] === undefined ? '' : ` as in ${related[0].path}`;
    return [fix(finding, `Use the default ${other}${place}`, [{ path, edits }])];
  }
  return [];
}

/** A whole literal: a text between quotes that stays one, or a number or a truth value for another. */
function canReplace(line: string, column: number, own: string, other: string): boolean {
  const quote = line.charAt(column - 1);
  const isQuoted = /["'`]/.test(quote) && line.charAt(column + own.length) === quote;
  if (isQuoted) return !other.includes(quote) && !other.includes('\\');
  const around = line.charAt(column - 1) + line.charAt(column + own.length);
  return !/[\w.$"'`]/.test(around) && PLAIN.test(own) && PLAIN.test(other);
}

const PLAIN = /^(?:-?\d+(?:\.\d+)?|true|false|True|False)$/;
