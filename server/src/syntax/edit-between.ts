import type { Edit } from 'web-tree-sitter';
import { lineAt, lineStarts } from './line-starts';
import type { Point } from './node';

/**
 * The one stretch that tells a text from the one before it; `undefined` where they are the same. Read off the texts, it
 * is right whatever an editor said, for several changes together, and for the scripts of an embedded language.
 */
export function editBetween(before: string, after: string): Edit | undefined {
  if (before === after) return undefined;
  const { start, oldEnd, newEnd } = stretchBetween(before, after);
  const starts = lineStarts(before);
  const startPosition = pointIn(starts, start);
  return {
    startIndex: start,
    oldEndIndex: oldEnd,
    newEndIndex: newEnd,
    startPosition,
    oldEndPosition: pointIn(starts, oldEnd),
    newEndPosition: pointAt(after, newEnd, start, startPosition),
  };
}

/** A stretch of a text that ends elsewhere than in the text of before. */
export interface Stretch {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** The stretch that tells two texts apart. */
export function stretchBetween(before: string, after: string): Stretch {
  if (last?.before !== before || last.after !== after) {
    const start = sameAtStart(before, after);
    const end = sameAtEnd(before, after, Math.min(before.length, after.length) - start);
    last = { before, after, stretch: { start, oldEnd: before.length - end, newEnd: after.length - end } };
  }
  return last.stretch;
}

/** The texts that were asked for last: who reads a text and who looks through it ask one after the other. */
let last: { readonly before: string; readonly after: string; readonly stretch: Stretch } | undefined;

/**
 * An edit that goes on to the first sign behind it. The parser skips what starts where an edit ends when it is not yet
 * where it was there, as behind a remark at the end of a line, and never finds back into the rest of the file.
 */
export function upToNextSign(edit: Edit, after: string): Edit {
  SIGN.lastIndex = edit.newEndIndex;
  const more = SIGN.exec(after)?.[0].length ?? 0;
  const end = pointAt(after, edit.newEndIndex + more, edit.newEndIndex, edit.newEndPosition);
  const rows = end.row - edit.newEndPosition.row;
  const { row, column } = edit.oldEndPosition;
  return {
    ...edit,
    oldEndIndex: edit.oldEndIndex + more,
    newEndIndex: edit.newEndIndex + more,
    oldEndPosition: { row: row + rows, column: rows > 0 ? end.column : column + more },
    newEndPosition: end,
  };
}

const SIGN = /\s*(?:[\s\S]|$)/uy;

/** Texts are compared by so many characters at first: a comparison of two pieces costs little more than one of two signs. */
const PIECE = 4096;

function sameAtStart(before: string, after: string): number {
  const most = Math.min(before.length, after.length);
  let same = 0;
  while (same < most && before.slice(same, same + PIECE) === after.slice(same, same + PIECE)) same += PIECE;
  same = Math.min(same, most);
  while (same < most && before.charCodeAt(same) === after.charCodeAt(same)) same += 1;
  // A sign of two units is whole on either side.
  return same > 0 && isFirstOfTwo(before.charCodeAt(same - 1)) ? same - 1 : same;
}

function sameAtEnd(before: string, after: string, most: number): number {
  const pieceOf = (text: string, same: number): string => text.slice(text.length - same - PIECE, text.length - same);
  let same = 0;
  while (same + PIECE <= most && pieceOf(before, same) === pieceOf(after, same)) same += PIECE;
  while (same < most && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)) {
    same += 1;
  }
  return same > 0 && isSecondOfTwo(before.charCodeAt(before.length - same)) ? same - 1 : same;
}

function isFirstOfTwo(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isSecondOfTwo(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function pointIn(starts: readonly number[], index: number): Point {
  const row = lineAt(starts, index);
  return { row, column: index - (starts[row] ?? 0) };
}

/** Where an index lies, told from an earlier one. */
function pointAt(text: string, index: number, from: number, { row, column }: Point): Point {
  let line = from - column;
  let found = row;
  for (let next = text.indexOf('\n', from); next >= 0 && next < index; next = text.indexOf('\n', line)) {
    found += 1;
    line = next + 1;
  }
  return { row: found, column: index - line };
}
