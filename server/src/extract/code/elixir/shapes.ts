import type { Value } from '../../../model/value';
import type { SyntaxNode } from '../../../syntax/node';
import { namedChildren } from './arguments';

/** `[a: 1]`: a list of nothing but keywords. */
export function isKeywordList(node: SyntaxNode): boolean {
  const children = namedChildren(node);
  return children.length === 1 && children[0]?.type === 'keywords';
}

export function sides(node: SyntaxNode): readonly [SyntaxNode | undefined, SyntaxNode | undefined] {
  return [node.childForFieldName('left') ?? undefined, node.childForFieldName('right') ?? undefined];
}

/** A map's key as a name. */
export function textKey(value: Value): string | undefined {
  if (value.t === 'string') return value.v;
  return value.t === 'ref' ? value.path.replace(/^:/, '') : undefined;
}

/** The last expression of a `do` block and of its `else`. */
export function lastOfBranches(block: SyntaxNode): readonly SyntaxNode[] {
  const children = namedChildren(block);
  const otherwise = children.find((child) => child.type === 'else_block');
  const last = children.filter((child) => !child.type.endsWith('_block')).at(-1);
  const lastOtherwise = otherwise === undefined ? undefined : namedChildren(otherwise).at(-1);
  return [last, lastOtherwise].filter((node): node is SyntaxNode => node !== undefined);
}
