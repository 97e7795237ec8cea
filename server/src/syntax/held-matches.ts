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
 * `undefined` where the region had something that was not known. What has come knows where it stands now: nothing may have
 * asked for it before.
 */
export function matchesAfter(
  before: readonly HeldMatch[],
  gone: readonly Found[],
  come: () => readonly HeldMatch[],
  newest: Newest,
  { movesFrom, movesBy }: Pick<Region, 'movesFrom' | 'movesBy'>,
): readonly HeldMatch[] | undefined {
  const kept = without(before, placesOf(gone));
  if (kept === undefined) return undefined;
  if (movesBy !== 0) newest.move(movesFrom, movesBy);
  const now = merged(kept, come());
  if (newest.isLongMoved) {
    for (const { nodes } of now) for (const node of nodes) node.settle();
    newest.forgetMoves();
  }
  return now;
}

function placesOf(matches: readonly Found[]): readonly Placed[] {
  return matches.map(({ pattern, nodes }): Placed => ({ pattern, nodes, last: nodes.at(-1) })).sort(inOrder);
}

/** Few are gone, and each is looked up: most of the others are not even asked where they are. */
function without(all: readonly HeldMatch[], gone: readonly Placed[]): readonly HeldMatch[] | undefined {
  const left: HeldMatch[] = [];
  let next = 0;
  for (const one of gone) {
    const at = firstNotBefore(all, one, next);
    const found = all[at];
    if (found === undefined || inOrder(found, one) !== 0) return undefined;
    for (; next < at; next += 1) put(left, all[next]);
    next = at + 1;
  }
  for (; next < all.length; next += 1) put(left, all[next]);
  return left;
}

function merged(kept: readonly HeldMatch[], come: readonly HeldMatch[]): readonly HeldMatch[] {
  if (come.length === 0) return kept;
  const all: HeldMatch[] = [];
  let next = 0;
  for (const one of come) {
    for (const at = firstNotBefore(kept, one, next); next < at; next += 1) put(all, kept[next]);
    all.push(one);
  }
  for (; next < kept.length; next += 1) put(all, kept[next]);
  return all;
}

function put(into: HeldMatch[], match: HeldMatch | undefined): void {
  if (match !== undefined) into.push(match);
}

/** The first of sorted matches, of those from `from` on, that does not come before one. */
function firstNotBefore(all: readonly HeldMatch[], one: Placed, from: number): number {
  let low = from;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const match = all[middle];
    if (match !== undefined && inOrder(match, one) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
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
