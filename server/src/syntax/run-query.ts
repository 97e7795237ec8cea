import type { Node, Query, QueryMatch, QueryOptions } from 'web-tree-sitter';
import type { Match } from './node';
import { outOfPatience, TooSlow } from './patience';

/** The matches below a node, or those that a stretch of it has a part in. */
export function runQuery(query: Query, root: Node, stretch: QueryOptions = {}): readonly QueryMatch[] {
  const isOver = outOfPatience();
  const matches = query.matches(root, { ...stretch, progressCallback: isOver });
  if (isOver()) throw new TooSlow();
  if (query.didExceedMatchLimit()) throw new Error('The file holds more code than one query can match.');
  return matches;
}

/** The captures by name; `nodeOf` gives the node to show for one. */
export function capturesOf<T>(
  { captures }: QueryMatch,
  nodeOf: (node: Node, at: number) => T | undefined,
): ReadonlyMap<string, readonly T[]> {
  const byName = new Map<string, T[]>();
  captures.forEach(({ name, node }, at) => {
    const shown = nodeOf(node, at);
    if (shown === undefined) return;
    const list = byName.get(name);
    if (list === undefined) byName.set(name, [shown]);
    else list.push(shown);
  });
  return byName;
}

export function toMatch(match: QueryMatch): Match {
  return { captures: capturesOf(match, (node) => node), properties: match.setProperties ?? {} };
}
