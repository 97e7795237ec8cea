import type { Stats } from 'node:fs';

/** Clocks of file systems tick every few milliseconds: two edits within one tick look the same. */
const TICK = 100;

/**
 * Tells one state of a file or folder from another. The time of the last change cannot be set by hand, as that of the last
 * modification can. `undefined` where it changed so recently that another change would go unnoticed.
 */
export function stampOf({ ino, size, mtimeMs, ctimeMs }: Stats): string | undefined {
  return Date.now() - ctimeMs < TICK ? undefined : `${ino}:${size}:${mtimeMs}:${ctimeMs}`;
}
