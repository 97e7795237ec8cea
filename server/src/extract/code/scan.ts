import { stretchBetween } from '../../syntax/edit-between';

/** A text that is looked through, with the object that stands for it while an editor holds it. */
export interface Scanned {
  readonly text: string;
  readonly keeper?: object;
}

/** Where a pattern was found, and what its groups hold. */
export interface Place {
  readonly index: number;
  readonly [group: number]: string;
}

/**
 * Whether a text holds a pattern, of which the same is true as of those of `placesIn`.
 */
export function isIn(pattern: RegExp, { text, keeper }: Scanned): boolean {
  if (keeper === undefined) return pattern.test(text);
  return found(pattern, text, keeper, true).length > 0;
}

/**
 * All places of a global pattern. In a text that an editor holds, only what was edited is looked through, with
 * `LINES` lines on either side. So a pattern may go over the end of a line through blanks alone (`\s`), less often than
 * that: further away it cannot see the edit.
 */
export function placesIn(pattern: RegExp, { text, keeper }: Scanned): Iterable<Place> {
  if (keeper === undefined) return text.matchAll(pattern);
  return found(pattern, text, keeper, false);
}

/** Whether a text holds a word, wherever it may stand. */
export function hasWord(word: string, { text, keeper }: Scanned): boolean {
  if (keeper === undefined) return text.includes(word);
  let pattern = words.get(word);
  if (pattern === undefined) {
    pattern = new RegExp(word.replace(/[^\w]/g, '\\$&'));
    words.set(word, pattern);
  }
  return found(pattern, text, keeper, true).length > 0;
}

/** As patterns: extractors ask for a few words that they know. */
const words = new Map<string, RegExp>();

const LINES = 10;

interface Scan {
  /** With a state of its own. */
  readonly pattern: RegExp;
  round: number;
  places: readonly Movable[];
}

interface Movable extends Place {
  index: number;
}

/** All that was looked for in a text that an editor holds. */
interface Held {
  readonly text: string;
  readonly round: number;
  /** What the last edit may have changed. */
  readonly changed: Changed | undefined;
  readonly scans: Map<RegExp, Scan>;
}

interface Changed {
  /** Places that start before it are what they were. */
  readonly start: number;
  /** Places that start here or behind it are what they were, too. */
  readonly end: number;
  /** Nothing that starts before the end sees what is behind this. */
  readonly seen: number;
  /** How much further everything behind it is than before. */
  readonly by: number;
}

const held = new WeakMap<object, Held>();

function found(pattern: RegExp, text: string, keeper: object, isFirst: boolean): readonly Place[] {
  const { round, changed, scans } = heldOf(keeper, text);
  let scan = scans.get(pattern);
  if (scan === undefined) {
    const own = new RegExp(pattern.source, pattern.global ? pattern.flags : `${pattern.flags}g`);
    scan = { pattern: own, round: 0, places: [] };
    scans.set(pattern, scan);
  }
  if (scan.round !== round) {
    const isNext = scan.round === round - 1 && scan.round > 0 && changed !== undefined;
    const kept = isNext ? after(scan, text, changed, isFirst) : undefined;
    scan.places = kept ?? search(scan.pattern, text, { from: 0, to: text.length + 1, isFirst });
    scan.round = round;
  }
  return scan.places;
}

function heldOf(keeper: object, text: string): Held {
  const before = held.get(keeper);
  if (before?.text === text) return before;
  const now: Held = {
    text,
    round: (before?.round ?? 0) + 1,
    changed: before && changedBetween(before.text, text),
    scans: before?.scans ?? new Map(),
  };
  held.set(keeper, now);
  return now;
}

function changedBetween(before: string, text: string): Changed {
  const { start, oldEnd, newEnd } = stretchBetween(before, text);
  const end = linesBehind(text, newEnd);
  return { start: linesBefore(text, start), end, seen: linesBehind(text, end), by: newEnd - oldEnd };
}

/** Where so many lines with something in them start before a place. */
function linesBefore(text: string, place: number): number {
  let start = place === 0 ? 0 : text.lastIndexOf('\n', place - 1) + 1;
  for (let left = LINES; start > 0 && left > 0; ) {
    const next = start === 1 ? 0 : text.lastIndexOf('\n', start - 2) + 1;
    if (text.slice(next, start).trim() !== '') left -= 1;
    start = next;
  }
  return start;
}

/** Where so many lines with something in them end behind a place. */
function linesBehind(text: string, place: number): number {
  let end = lineEnd(text, place);
  for (let left = LINES; end < text.length && left > 0; ) {
    const next = lineEnd(text, end);
    if (text.slice(end, next).trim() !== '') left -= 1;
    end = next;
  }
  return end;
}

function lineEnd(text: string, place: number): number {
  const end = text.indexOf('\n', place);
  return end === -1 ? text.length : end + 1;
}

/** What is found now; `undefined` where what was found before does not tell it. */
function after(
  { pattern, places }: Scan,
  text: string,
  { start, end, seen, by }: Changed,
  isFirst: boolean,
): readonly Movable[] | undefined {
  const kept = places.slice(0, firstFrom(places, start));
  if (isFirst && kept.length > 0) return kept;
  const rest = places.slice(firstFrom(places, end - by));
  const last = places[places.length - rest.length - 1];
  // What reaches over an end decides where the next one may start.
  if (last !== undefined && endOf(last) > end - by) return undefined;
  const from = Math.max(start, endOf(kept.at(-1)));
  const come = search(pattern, text.slice(0, seen), { from, to: end, isFirst });
  if (endOf(come.at(-1)) > end) return undefined;
  if (isFirst && (come.length > 0 || places.length === 0)) return come;
  if (isFirst && rest.length === 0) return undefined;
  for (const place of rest) place.index += by;
  return [...kept, ...come, ...rest];
}

function endOf(place: Place | undefined): number {
  return place === undefined ? 0 : place.index + (place[0]?.length ?? 0);
}

/** The first of places, which are in order, that does not start before an offset. */
function firstFrom(places: readonly Place[], offset: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.index ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly isFirst: boolean;
}

function search(pattern: RegExp, text: string, { from, to, isFirst }: Stretch): readonly Movable[] {
  const places: Movable[] = [];
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match !== null && match.index < to; match = pattern.exec(text)) {
    places.push(placeOf(match));
    if (isFirst) break;
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return places;
}

/** A piece of a text keeps all of it. */
function placeOf(match: RegExpExecArray): Movable {
  const groups = match.map((group: string | undefined) => (group === undefined ? undefined : ` ${group}`.slice(1)));
  return Object.assign(groups, { index: match.index }) as unknown as Movable;
}
