import type { Depth } from '../model/depth';
import type { Fact, FileRole } from '../model/facts';

/** One file as a reader gets it: decoded, its path relative to the workspace folder with `/`. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
  readonly role: FileRole;
  /** The name of a text that an editor holds, which will soon be read again with little changed. */
  readonly held?: string;
  /** Everything without it. */
  readonly depth?: Depth;
}

/** What a reader makes of a file. Bad input is a problem, never an exception. */
export interface Extracted {
  readonly facts: readonly Fact[];
  /** Messages for people; the file's name is added by the caller. Lines from 0. */
  readonly problems?: readonly { readonly message: string; readonly line?: number }[];
  readonly locked?: Readonly<Record<string, readonly string[]>>;
}

/**
 * Reads one kind of file that is not code: a manifest, a lock file, a compose file. A file may have several readers
 * (`package.json` is a manifest and may configure tools).
 */
export interface Reader {
  readonly id: string;
  /** What `lastPart` may be of its files: of others it is not asked. Without it, it is asked of every file. */
  readonly endings?: readonly string[];
  matches(path: string): boolean;
  read(file: TextFile): Extracted;
}
