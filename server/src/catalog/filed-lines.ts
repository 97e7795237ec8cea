import { NONE } from './multimap';

/** How a number stands in a text: four digits to this base, which counts to 16 million, the first of them `0`. */
const BASE = 64;
const ZERO = 48;
export const DIGITS = 4;

/** What is filed under a key, in ASCII and without line breaks; the key is without tabs as well. */
export type FiledLine = readonly [key: string, line: string];

/** A text of which parts can be had: a string, or a file of ASCII. */
export interface Parts {
  slice(from: number, to: number): string;
}

/**
 * Lines in drawers, by a number that follows from their key. First a directory: how many drawers there are, where each
 * begins and where the last one ends; then the lines, drawer by drawer, each behind its key. To find a line, one drawer
 * with a line or two is looked through, and all else stays as it is. Lines of one key keep their order.
 */
export function fileLines(lines: readonly FiledLine[]): string {
  const count = Math.max(1, new Set(lines.map(([key]) => key)).size);
  const drawers = Array.from({ length: count }, () => '');
  for (const [key, line] of lines) drawers[drawerOf(key, count)] += `${key}\t${line}\n`;
  const begins = [0];
  for (const drawer of drawers) begins.push((begins.at(-1) ?? 0) + drawer.length);
  return [...[count, ...begins].map(written), ...drawers].join('');
}

/** Finds the lines of a key in a text that holds, from `begin` on, what `fileLines` wrote. */
export function lineFinder(text: Parts, begin: number): (key: string) => readonly string[] {
  const count = numberIn(text.slice(begin, begin + DIGITS), 0);
  const first = begin + (count + 2) * DIGITS;
  const directory = text.slice(begin + DIGITS, first);
  return (key) => {
    const at = drawerOf(key, count) * DIGITS;
    const from = numberIn(directory, at);
    const to = numberIn(directory, at + DIGITS);
    return from === to ? NONE : linesIn(text.slice(first + from, first + to), key);
  };
}

function linesIn(drawer: string, key: string): readonly string[] {
  let found: string[] | undefined;
  for (let at = 0; at < drawer.length; at = drawer.indexOf('\n', at) + 1) {
    const tab = drawer.indexOf('\t', at);
    if (tab - at !== key.length || !drawer.startsWith(key, at)) continue;
    found ??= [];
    found.push(drawer.slice(tab + 1, drawer.indexOf('\n', tab)));
  }
  return found ?? NONE;
}

export function written(value: number): string {
  let digits = '';
  for (let rest = value; digits.length < DIGITS; rest = Math.floor(rest / BASE)) {
    digits = String.fromCharCode(ZERO + (rest % BASE)) + digits;
  }
  if (numberIn(digits, 0) !== value) throw new Error(`${value} does not fit into ${DIGITS} digits.`);
  return digits;
}

export function numberIn(text: string, at: number): number {
  let value = 0;
  for (let digit = at; digit < at + DIGITS; digit += 1) value = value * BASE + text.charCodeAt(digit) - ZERO;
  return value;
}

function drawerOf(key: string, count: number): number {
  let hash = 0;
  for (let at = 0; at < key.length; at += 1) hash = (Math.imul(hash, 31) + key.charCodeAt(at)) | 0;
  return (hash >>> 0) % count;
}
