import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import type { Entry, EntryType, FileStat, FileSystem } from './file-system';
import { stampOf } from './stamp';

/** A folder on disk. `root` is absolute. */
export function nodeFileSystem(root: string): FileSystem {
  return {
    root,
    readFile: (path) => readFile(under(root, path)),
    list: async (path) => (await readdir(under(root, path), { withFileTypes: true })).map(toEntry),
    stat: (path) => statOf(under(root, path)),
  };
}

/**
 * The same for a thread that nobody waits for: a call takes a fraction of a round through the thread pool. Stamps are
 * left out where nobody compares them.
 */
export function blockingFileSystem(root: string, { stamps = true }: { readonly stamps?: boolean } = {}): FileSystem {
  return {
    root,
    readFile: async (path) => readFileSync(under(root, path)),
    list: async (path) => readdirSync(under(root, path), { withFileTypes: true }).map(toEntry),
    stat: (path) => statOf(under(root, path), stamps),
  };
}

/** A call takes microseconds, a round through the thread pool many times that, and a folder has thousands. */
function statOf(path: string, stamps = true): FileStat | undefined {
  try {
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return undefined;
    const stamp = stamps ? stampOf(stat) : undefined;
    return { type: typeOf(stat), size: stat.size, ...(stamp !== undefined && { stamp }) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** Every system takes `/`, and joining with care takes as long as asking the disk. */
function under(root: string, path: string): string {
  return `${root}/${path}`;
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
