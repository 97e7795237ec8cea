import { onItsOwn } from '../extract/on-its-own';
import type { Fact } from '../model/facts';
import type { Reading } from './read-facts';

/** What was told last of the texts that editors hold. */
const told = new Map<string, readonly Fact[]>();

/**
 * A reading on its own. Of a text that an editor holds, facts that are what they were are the same objects again: they need
 * no copy, and whoever compares them sees it at once.
 */
export function onItsOwnAfter(name: string, reading: Reading): Reading {
  const { facts: read, ...rest } = reading;
  if (read === undefined) return onItsOwn(reading);
  const facts = sameWhereEqual(told.get(name) ?? [], read.facts);
  told.set(name, facts);
  return { ...onItsOwn(rest), facts: { ...onItsOwn({ ...read, facts: [] }), facts } };
}

export function forgetFacts(isClosed: (name: string) => boolean): void {
  for (const name of told.keys()) if (isClosed(name)) told.delete(name);
}

/** An edit changes facts somewhere in the middle. */
function sameWhereEqual(before: readonly Fact[], now: readonly Fact[]): readonly Fact[] {
  const most = Math.min(before.length, now.length);
  let start = 0;
  while (start < most && isSame(before[start], now[start])) start += 1;
  let end = 0;
  while (end < most - start && isSame(before.at(-1 - end), now.at(-1 - end))) end += 1;
  return [
    ...before.slice(0, start),
    ...onItsOwn(now.slice(start, now.length - end)),
    ...before.slice(before.length - end),
  ];
}

/** Whether plain data is written with the same letters. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, at) => isSame(one, b[at]));
  }
  const [one, other] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  const keys = Object.keys(one);
  const others = Object.keys(other);
  return keys.length === others.length && keys.every((key, at) => key === others[at] && isSame(one[key], other[key]));
}
