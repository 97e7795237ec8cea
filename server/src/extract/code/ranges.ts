import type { Range } from '../../model/text';
import type { SyntaxNode } from '../../syntax/node';

/** A node's place. */
export function rangeOf(node: SyntaxNode): Range {
  const start = node.startPosition;
  const end = node.endPosition;
  return { line: start.row, column: start.column, endLine: end.row, endColumn: end.column };
}

/** A node's first line only: evidence marks where a statement starts, not its whole body. */
export function headOf(node: SyntaxNode): Range {
  const range = rangeOf(node);
  if (range.endLine === range.line) return range;
  const firstLine = node.text.split('\n', 1)[0] ?? '';
  return { ...range, endLine: range.line, endColumn: range.column + firstLine.length };
}
