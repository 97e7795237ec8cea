import type { SyntaxNode } from '../../../syntax/node';

/** What a call is given, as nodes. */
export interface Arguments {
  readonly positional: readonly SyntaxNode[];
  /** Keyword arguments in order, `do:` included. */
  readonly keywords: readonly Pair[];
  readonly block?: SyntaxNode;
}

export interface Pair {
  readonly key: string;
  readonly node: SyntaxNode;
  readonly value: SyntaxNode;
}

export function namedChildren(node: SyntaxNode): readonly SyntaxNode[] {
  return node.namedChildren.filter((child): child is SyntaxNode => child !== null && child.type !== 'comment');
}

/** Splits a call into positional and keyword arguments and its `do` block. */
export function argumentsOf(call: SyntaxNode): Arguments {
  let list: SyntaxNode | undefined;
  let block: SyntaxNode | undefined;
  for (const child of namedChildren(call)) {
    if (child.type === 'arguments') list = child;
    else if (child.type === 'do_block') block = child;
  }
  const positional: SyntaxNode[] = [];
  const keywords: Pair[] = [];
  for (const child of list === undefined ? [] : namedChildren(list)) {
    if (child.type === 'keywords') keywords.push(...pairsOf(child));
    else positional.push(child);
  }
  return { positional, keywords, ...(block && { block }) };
}

/** The pairs of a `keywords` node, or of anything else that holds one: `[a: 1]`, `%{a: 1}`. */
export function pairsOf(node: SyntaxNode): readonly Pair[] {
  if (node.type === 'pair') {
    const key = node.childForFieldName('key');
    const value = node.childForFieldName('value');
    return key === null || value === null ? [] : [{ key: keyText(key), node, value }];
  }
  if (node.type !== 'keywords' && node.type !== 'list' && node.type !== 'map_content' && node.type !== 'map') return [];
  return namedChildren(node).flatMap((child) =>
    child.type === 'pair' || child.type === 'keywords' || child.type === 'map_content' ? pairsOf(child) : [],
  );
}

/** `a: ` is `a`, `"a b": ` is `a b`. */
function keyText(key: SyntaxNode): string {
  return key.text
    .trim()
    .replace(/:$/, '')
    .replace(/^"(.*)"$/, '$1');
}

/** A node without the parentheses around it. */
export function unwrap(node: SyntaxNode): SyntaxNode {
  let inner = node;
  for (let depth = 0; depth < 8 && inner.type === 'block'; depth += 1) {
    const children = namedChildren(inner);
    const only = children[0];
    if (children.length !== 1 || only === undefined) break;
    inner = only;
  }
  return inner;
}
