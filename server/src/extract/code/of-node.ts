import type { SyntaxNode } from '../../syntax/node';

/**
 * For what is made of a node's own characters alone, wherever they stand: of nodes that are kept from one edit to the
 * next it is made once. Others die with their tree, and nothing is noted of them.
 */
export function madeOnceOf<T>(): (node: SyntaxNode, make: () => T) => T {
  const known = new WeakMap<SyntaxNode, { readonly made: T }>();
  return (node, make) => {
    if (node.isKept !== true) return make();
    let entry = known.get(node);
    if (entry === undefined) {
      entry = { made: make() };
      known.set(node, entry);
    }
    return entry.made;
  };
}
