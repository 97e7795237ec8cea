import type { Range } from '../model/text';
import { lineAt } from '../syntax/line-starts';

/** The start of a file, for facts that are about the file as a whole. */
export const FILE_START: Range = { line: 0, column: 0, endLine: 0, endColumn: 0 };

export interface Line {
  readonly text: string;
  /** From 0. */
  readonly number: number;
  /** Where the line starts in the file. */
  readonly offset: number;
}

/** A longer line was written by no person; its rest is cut off, so that no pattern can run on it for long. */
const MAX_LINE = 10_000;

/** The lines of a text without their ends, which may be `\n`, `\r\n` or `\r`. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let offset = 0;
  for (const match of text.matchAll(/\r\n|\r|\n/g)) {
    lines.push({ text: text.slice(offset, Math.min(match.index, offset + MAX_LINE)), number: lines.length, offset });
    offset = match.index + match[0].length;
  }
  lines.push({ text: text.slice(offset, offset + MAX_LINE), number: lines.length, offset });
  return lines;
}

/** A part of one line. */
export function rangeInLine(line: Line, start: number, end: number): Range {
  return { line: line.number, column: start, endLine: line.number, endColumn: end };
}

/** Turns offsets into ranges. The line starts are found once, at the first question. */
export function rangesOf(text: string): (start: number, end: number) => Range {
  let starts: readonly number[] | undefined;
  const place = (offset: number): readonly [number, number] => {
    starts ??= linesOf(text).map((line) => line.offset);
    const line = lineAt(starts, offset);
    return [line, offset - (starts[line] ?? 0)];
  };
  return (start, end) => {
    const [line, column] = place(start);
    const [endLine, endColumn] = place(end);
    return { line, column, endLine, endColumn };
  };
}
