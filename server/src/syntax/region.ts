import type { Edit, Range } from 'web-tree-sitter';
import type { Newest } from './held-node';
import type { Point } from './node';

/** What an edit may have changed: a stretch of whole lines, which ends elsewhere than before. */
export interface Region {
  readonly start: Point;
  readonly oldEnd: Point;
  readonly newEnd: Point;
  /** What starts here or behind it in the text of before has moved. */
  readonly movesFrom: number;
  readonly movesBy: number;
  /** More than half of the text: to ask for all is less work. */
  readonly isMost: boolean;
}

/**
 * The lines that an edit touches and those whose code means something else by it, with one more at either end. Told in
 * lines, since the parser's indexes of a stretch are not those of a text.
 */
export function regionOf(edit: Edit, changed: readonly Range[], { text, lineStart }: Newest): Region {
  let first = edit.startPosition.row;
  let last = edit.newEndPosition.row;
  for (const { startPosition, endPosition } of changed) {
    first = Math.min(first, startPosition.row);
    last = Math.max(last, endPosition.row);
  }
  const start = Math.max(0, first - 1);
  const end = last + 2;
  const endIndex = lineStart(end);
  const movesBy = edit.newEndIndex - edit.oldEndIndex;
  return {
    start: { row: start, column: 0 },
    oldEnd: { row: end - edit.newEndPosition.row + edit.oldEndPosition.row, column: 0 },
    newEnd: { row: end, column: 0 },
    movesFrom: endIndex - movesBy,
    movesBy,
    isMost: endIndex - lineStart(start) > text.length / 2,
  };
}
