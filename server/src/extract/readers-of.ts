import { CONFIG_READERS } from './config/readers';
import { MANIFEST_READERS } from './manifests/readers';
import { lastPart } from './paths';
import type { Reader } from './reader';

const READERS: readonly Reader[] = [...MANIFEST_READERS, ...CONFIG_READERS];
/** Those whose files may be called anything. */
const OF_ANY = READERS.filter(({ endings }) => endings === undefined);
const BY_ENDING = new Map(
  [...new Set(READERS.flatMap(({ endings = [] }) => endings))].map((one) => [
    one,
    READERS.filter(({ endings }) => endings === undefined || endings.includes(one)),
  ]),
);

/** The readers of a file, in their order. Every path of a folder is asked for, and nearly none has any. */
export function readersOf(path: string): readonly Reader[] {
  return candidatesOf(path).filter((reader) => reader.matches(path));
}

export function hasReader(path: string): boolean {
  return candidatesOf(path).some((reader) => reader.matches(path));
}

function candidatesOf(path: string): readonly Reader[] {
  return BY_ENDING.get(lastPart(path)) ?? OF_ANY;
}
