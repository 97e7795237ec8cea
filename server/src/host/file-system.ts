/**
 * One folder, as the host reads it. Paths are relative to it with `/` on every system; the folder itself is the empty
 * path. Links are told, never followed, so that a loop of links is harmless.
 */
export interface FileSystem {
  /** The folder's absolute path, where worker threads can read the same files from a disk. */
  readonly root?: string;
  readFile(path: string): Promise<Uint8Array>;
  /** The entries of a folder, in any order. */
  list(path: string): Promise<readonly Entry[]>;
  /** Nothing there is `undefined`; everything else that goes wrong throws or rejects. A disk answers at once. */
  stat(path: string): FileStat | undefined | Promise<FileStat | undefined>;
}

export type EntryType = 'file' | 'folder' | 'link' | 'other';

export interface Entry {
  readonly name: string;
  readonly type: EntryType;
}

export interface FileStat {
  readonly type: EntryType;
  readonly size: number;
  /**
   * Changes whenever the content may have changed, also by an edit that keeps size and time of modification; absent
   * where the file changed so recently that another edit could leave the same stamp.
   */
  readonly stamp?: string;
}

export function joinPath(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** Sorts by code unit, so that every machine and locale gives the same order. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Why something could not be read, in words that need no knowledge of system calls. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = REASONS[code];
  if (known !== undefined) return known;
  return error instanceof Error ? error.message : String(error);
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'it is no longer there',
  EISDIR: 'it is a folder',
  ENOTDIR: 'it is not a folder',
  ELOOP: 'too many links',
  EMFILE: 'too many open files',
  EIO: 'the disk could not read it',
  ENAMETOOLONG: 'the path is too long',
};
