import type { SyntaxNode } from '../../../../syntax/node';
import type { Access } from './access';

/** The access writes or deletes the variable, or throws its value away. */
export function isNoRead(access: Access): boolean {
  return isWrite(access.node) || isDropped(access);
}

/** `os.environ.pop("X", None)` whose value nobody takes only deletes. */
function isDropped(access: Access): boolean {
  return access.accessor === 'os.environ.pop' && access.node.parent?.type === 'expression_statement';
}

/** `os.environ["X"] = "v"`, `del os.environ["X"]`; `+=` reads as well. */
function isWrite(node: SyntaxNode): boolean {
  if (node.type !== 'subscript') return false;
  const parent = node.parent;
  if (parent === null) return false;
  if (parent.type === 'delete_statement' || parent.type === 'pattern_list') return true;
  if (parent.type === 'expression_list') return parent.parent?.type === 'delete_statement';
  return parent.type === 'assignment' && parent.childForFieldName('left')?.id === node.id;
}

/** `for name in NAMES: os.environ[name] = ...`, and then what was just written is used. */
export function isWrittenInLoop({ node, nameNode }: Access, text: string): boolean {
  if (nameNode?.type !== 'identifier' || node.type !== 'subscript') return false;
  let loop = node.parent;
  for (let i = 0; loop !== null && loop.type !== 'for_statement' && i < 12; i++) loop = loop.parent;
  if (loop?.type !== 'for_statement') return false;
  const before = text.slice(loop.startIndex, node.startIndex);
  return new RegExp(`\\benviron\\[${nameNode.text}\\]\\s*=(?!=)`).test(before);
}
