import type { Parser, Tree } from 'web-tree-sitter';
import { outOfPatience, TooSlow } from './patience';

/** Parses a text, from the tree of what it was before where there is one. Whoever gets the tree frees it. */
export function parseText(parser: Parser, text: string, before: Tree | null = null): Tree {
  const tree = parser.parse(text, before, { progressCallback: outOfPatience() });
  if (tree !== null) return tree;
  parser.reset();
  throw new TooSlow();
}
