import type { SyntaxNode } from '../../../syntax/node';
import type { Script } from './script';
import { unwrap } from './unwrap';

/** A name of this file stands for what it is bound to. */
export function follow(script: Script, node: SyntaxNode): SyntaxNode {
  const inner = unwrap(node);
  if (inner.type !== 'identifier') return inner;
  const value = script.names.lookup(inner.text, inner.startIndex)?.values[0];
  return value === undefined ? inner : unwrap(value);
}
