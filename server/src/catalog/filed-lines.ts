import { NONE } from './multimap';

/** How a number stands in a text: so many digits to this base, which counts to 60 million. */
export const DIGITS = 5;
const BASE = 36;

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
  const count = numberAt(text, begin);
  const directory = begin + DIGITS;
  const drawers = directory + (count + 1) * DIGITS;
  return (key) => {
    const at = directory + drawerOf(key, count) * DIGITS;
    const drawer = text.slice(drawers + numberAt(text, at), drawers + numberAt(text, at + DIGITS));
    return linesIn(drawer, key);
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
  return value.toString(BASE).padStart(DIGITS, '0');
}

export function numberAt(text: Parts, at: number): number {
  return Number.parseInt(text.slice(at, at + DIGITS), BASE);
}

function drawerOf(key: string, count: number): number {
  let hash = 0;
  for (let at = 0; at < key.length; at += 1) hash = (Math.imul(hash, 31) + key.charCodeAt(at)) | 0;
  return (hash >>> 0) % count;
}
