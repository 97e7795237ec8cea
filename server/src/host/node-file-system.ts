import { lstat, readdir, readFile } from 'node:fs/promises';
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
        const stat = await lstat(join(root, path));
        return { type: typeOf(stat), size: stat.size } satisfies FileStat;
      } catch (error) {
        if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) {
          return undefined;
        }
        throw error;
      }
    },
  };
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
