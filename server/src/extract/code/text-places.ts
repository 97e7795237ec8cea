import type { Range } from '../../model/text';

/** Whether the line of an offset starts as a comment, in any of our languages. */
export function isComment(text: string, at: number): boolean {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return /^\s*(?:\/\/|#|\*|\/\*|<!--|--)/.test(text.slice(start, at + 2));
}

/** From an offset to the end of its line. */
export function lineRange(text: string, at: number): Range {
  let line = 0;
  let start = 0;
  for (let next = text.indexOf('\n'); next !== -1 && next < at; next = text.indexOf('\n', next + 1)) {
    line += 1;
    start = next + 1;
  }
  const end = text.indexOf('\n', at);
  const length = (end === -1 ? text.length : end) - start;
  return { line, column: at - start, endLine: line, endColumn: Math.max(length, at - start) };
}
