import { HeldNode, type Newest } from './held-node';
import type { Match } from './node';
import type { Region } from './region';
import type { Found } from './run-query';

/** A match whose nodes outlive their tree. */
export interface HeldMatch extends Match {
  readonly pattern: number;
  readonly nodes: readonly HeldNode[];
  readonly last: HeldNode | undefined;
}

/** Something that is at a place, whichever tree it is of. */
interface Placed {
  readonly pattern: number;
  readonly nodes: readonly Place[];
  readonly last: Place | undefined;
}

interface Place {
  readonly startIndex: number;
  readonly endIndex: number;
}

/** In the order in which their last nodes start. */
export function heldMatches(found: readonly Found[], newest: Newest): readonly HeldMatch[] {
  return found
    .map((match): HeldMatch => {
      const nodes = match.nodes.map((node) => new HeldNode(node, newest));
      return { ...match, notes: [], nodes, last: nodes.at(-1) };
    })
    .sort(inOrder);
}

/**
 * The matches after an edit: those from before without what its region had, moved, and what the region has now.
 * `undefined` where the region had something that was not known.
 */
export function matchesAfter(
  before: readonly HeldMatch[],
  gone: readonly Found[],
  come: readonly HeldMatch[],
  { movesFrom, movesBy }: Pick<Region, 'movesFrom' | 'movesBy'>,
): readonly HeldMatch[] | undefined {
  const kept = without(before, placesOf(gone));
  if (kept.length + gone.length !== before.length) return undefined;
  if (movesBy !== 0) {
    for (const { nodes } of kept) for (const node of nodes) if (node.startIndex >= movesFrom) node.move(movesBy);
  }
  return merged(kept, come);
}

function placesOf(matches: readonly Found[]): readonly Placed[] {
  return matches.map(({ pattern, nodes }): Placed => ({ pattern, nodes, last: nodes.at(-1) })).sort(inOrder);
}

function without(all: readonly HeldMatch[], gone: readonly Placed[]): readonly HeldMatch[] {
  let next = 0;
  return all.filter((match) => {
    const other = gone[next];
    if (other === undefined || inOrder(match, other) !== 0) return true;
    next += 1;
    return false;
  });
}

function merged(kept: readonly HeldMatch[], come: readonly HeldMatch[]): readonly HeldMatch[] {
  if (come.length === 0) return kept;
  const all: HeldMatch[] = [];
  let next = 0;
  for (const match of kept) {
    for (let other = come[next]; other !== undefined && inOrder(other, match) < 0; other = come[next]) {
      all.push(other);
      next += 1;
    }
    all.push(match);
  }
  all.push(...come.slice(next));
  return all;
}

/** The order in which a query completes the matches of a pattern, and one for all others as well. */
function inOrder(a: Placed, b: Placed): number {
  const last = (a.last?.startIndex ?? 0) - (b.last?.startIndex ?? 0);
  if (last !== 0) return last;
  if (a.pattern !== b.pattern) return a.pattern - b.pattern;
  for (let at = 0; at < a.nodes.length; at += 1) {
    const one = a.nodes[at];
    const other = b.nodes[at];
    if (one === undefined || other === undefined) return a.nodes.length - b.nodes.length;
    if (one.startIndex !== other.startIndex) return one.startIndex - other.startIndex;
    // What is around comes first.
    if (one.endIndex !== other.endIndex) return other.endIndex - one.endIndex;
  }
  return a.nodes.length - b.nodes.length;
}
