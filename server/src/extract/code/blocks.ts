import type { Match } from '../../syntax/node';
import type { CodeFile } from './code-file';

/** Lists of what was found, by kind. */
type Lists = Readonly<Record<string, unknown[]>>;

/** Matches that follow each other, and what they told. */
interface Block {
  readonly matches: readonly Match[];
  /** Of each kind that there is any of. */
  readonly told: readonly (readonly [kind: string, list: readonly unknown[]])[];
}

/** The blocks of a text that an editor holds, by the match that each starts with. */
type Blocks = Map<Match, Block>;

/** For each way to take matches its own. */
const kept = new WeakMap<Taking, WeakMap<object, Blocks>>();

type Taking = (into: never, match: Match, text: string) => void;

/** So many matches are taken again where one of them is another. */
const SIZE = 48;

/**
 * All that the matches of a file tell, each by itself, in their order. Of a text that an editor holds most are the same as
 * before, and many of them together are not even looked at: to ask thousands of things in memory takes as long as parsing.
 */
export function inBlocks<L extends { readonly [kind in keyof L]: unknown[] }>(
  { matches, text, keeper }: CodeFile,
  empty: () => L,
  take: (into: L, match: Match, text: string) => void,
): L {
  const all = empty();
  if (keeper === undefined) {
    for (const match of matches) take(all, match, text);
    return all;
  }
  const texts = kept.get(take) ?? new WeakMap<object, Blocks>();
  kept.set(take, texts);
  const taken = (found: readonly Match[]): Block => {
    const told = empty();
    for (const match of found) take(told, match, text);
    return { matches: found, told: Object.entries<unknown[]>(told).filter(([, list]) => list.length > 0) };
  };
  const blocks = blocksOf(matches, texts.get(keeper) ?? new Map(), taken);
  texts.set(keeper, blocks);
  for (const { told } of blocks.values()) append(all, told);
  return all;
}

function blocksOf(matches: readonly Match[], before: Blocks, taken: (found: readonly Match[]) => Block): Blocks {
  const blocks: Blocks = new Map();
  for (let at = 0; at < matches.length; ) {
    const first = matches[at];
    if (first === undefined) break;
    const known = before.get(first);
    const block = known !== undefined && isStill(known, matches, at) ? known : taken(nextOf(matches, at, before));
    blocks.set(first, block);
    at += block.matches.length;
  }
  return blocks;
}

function append(into: Lists, told: Block['told']): void {
  for (const [kind, list] of told) {
    const whole = into[kind];
    if (whole !== undefined) for (const one of list) whole.push(one);
  }
}

function isStill({ matches }: Block, all: readonly Match[], from: number): boolean {
  for (let index = 0; index < matches.length; index += 1) if (all[from + index] !== matches[index]) return false;
  return true;
}

/** The matches up to one that a block of before starts with. */
function nextOf(all: readonly Match[], from: number, before: Blocks): readonly Match[] {
  let to = from + 1;
  for (let next = all[to]; next !== undefined && to < from + SIZE && !before.has(next); next = all[to]) to += 1;
  return all.slice(from, to);
}
