import { lstatSync, type Stats } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entry, EntryType, FileStat, FileSystem } from './file-system';

/** A folder on disk. `root` is absolute. */
export function nodeFileSystem(root: string): FileSystem {
  return {
    root,
    readFile: (path) => readFile(join(root, path)),
    list: async (path) => (await readdir(join(root, path), { withFileTypes: true })).map(toEntry),
    stat: async (path) => {
      try {
        // A call takes microseconds, a round through the thread pool many times that, and a folder has thousands.
        const stat = lstatSync(join(root, path), { throwIfNoEntry: false });
        if (stat === undefined) return undefined;
        return { type: typeOf(stat), size: stat.size, ...stampOf(stat) } satisfies FileStat;
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') {
          return undefined;
        }
        throw error;
      }
    },
  };
}

/** Clocks of file systems tick every few milliseconds: two edits within one tick look the same. */
const TICK = 100;

/** The time of the last change cannot be set by hand, as that of the last modification can. */
function stampOf({ ino, size, mtimeMs, ctimeMs }: Stats): Pick<FileStat, 'stamp'> {
  return Date.now() - ctimeMs < TICK ? {} : { stamp: `${ino}:${size}:${mtimeMs}:${ctimeMs}` };
}

interface Typed {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

function toEntry(entry: Typed & { readonly name: string }): Entry {
  return { name: entry.name, type: typeOf(entry) };
}

function typeOf(entry: Typed): EntryType {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}
