import type { Query, QueryCapture, QueryProperties } from 'web-tree-sitter';
import type { Match, Point } from './node';
import { outOfPatience, TooSlow } from './patience';
import { addressOf, BYTES, type Runtime } from './runtime';
import { NODE_SIZE, TreeNode } from './tree-node';

/** A part of a text, in whole lines or in places of them; all of it ends at the start. */
export interface Stretch {
  readonly start: Point;
  readonly end: Point;
}

/** A match as the query found it. */
export interface Found extends Match {
  readonly nodes: readonly TreeNode[];
  /** The number of its pattern. */
  readonly pattern: number;
}

const START: Point = { row: 0, column: 0 };
const ALL: Stretch = { start: START, end: START };
const ANY_NUMBER = 0xffffffff;

/** The matches below a node, or those that a stretch of it has a part in. */
export function runQuery(query: Query, root: TreeNode, stretch = ALL): readonly Found[] {
  const { runtime, transfer } = root.tree;
  const isOver = outOfPatience();
  runtime.currentQueryProgressCallback = isOver;
  try {
    matchesOf(query, root, stretch);
  } finally {
    runtime.currentQueryProgressCallback = null;
  }
  const [count = 0, list = 0, isTooMuch] = runtime.HEAP32.subarray(transfer, transfer + 3);
  const found = readMatches(query, root, count, list / BYTES);
  runtime._free(list);
  if (isOver()) throw new TooSlow();
  if (isTooMuch !== 0) throw new Error('The file holds more code than one query can match.');
  return found;
}

function matchesOf(query: Query, root: TreeNode, { start, end }: Stretch): void {
  const address = addressOf(query);
  root
    .asked()
    ._ts_query_matches_wasm(
      address,
      root.tree.address,
      start.row,
      start.column,
      end.row,
      end.column,
      0,
      0,
      ANY_NUMBER,
      ANY_NUMBER,
      0,
    );
}

const NO_PROPERTIES: QueryProperties = {};

/** A match is told by its pattern and how many nodes it caught; each of them by the number of its name before it. */
function readMatches(query: Query, root: TreeNode, count: number, start: number): readonly Found[] {
  const memory = (root.tree.runtime satisfies Runtime).HEAP32;
  const { captureNames, setProperties } = query;
  const found: Found[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    const pattern = memory[at] ?? 0;
    const end = at + 2 + (memory[at + 1] ?? 0) * (NODE_SIZE + 1);
    const names: string[] = [];
    const nodes: TreeNode[] = [];
    for (at += 2; at < end; at += NODE_SIZE + 1) {
      names.push(captureNames[memory[at] ?? 0] ?? '');
      nodes.push(new TreeNode(root.tree, memory, at + 1));
    }
    const match = { names, nodes, properties: setProperties[pattern] ?? NO_PROPERTIES, pattern };
    if (holds(query, match)) found.push(match);
  }
  return found;
}

type Predicate = (captures: readonly Pick<QueryCapture, 'name'>[]) => boolean;

/** Whether the texts of what a match caught are as its pattern says (`#eq?`). */
function holds(query: Query, { names, nodes, pattern }: Found): boolean {
  const predicates = (query as object as { readonly textPredicates: readonly Predicate[][] }).textPredicates[pattern];
  if (predicates === undefined || predicates.length === 0) return true;
  const captures = names.map((name, index) => ({ name, node: nodes[index], patternIndex: pattern }));
  return predicates.every((predicate) => predicate(captures));
}
