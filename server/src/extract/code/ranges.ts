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
  const length = node.text.indexOf('\n');
  if (length === -1) return rangeOf(node);
  const { row, column } = node.startPosition;
  return { line: row, column, endLine: row, endColumn: column + length };
}
