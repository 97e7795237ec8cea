import { isWanted } from '../extract/extract-file';
import type { Assets } from './assets';
import { Folder, type FolderOptions, type FolderState, type Scanned, type ScanOptions } from './folder';

/** Reads a folder once: what the command line and tests need. */
export function scanFolder(options: FolderOptions & ScanOptions): Promise<Scanned> {
  return new Folder(options).scan(options);
}

/** Names the state of everything that a scan would read; `undefined` where that cannot be told. */
export function folderState(options: FolderOptions & ScanOptions): Promise<FolderState | undefined> {
  return new Folder(options).state(options.signal);
}

/** Whether a scan would read a file of this name: nothing that is written may become input. */
export function isInput({ languages }: Assets, path: string): boolean {
  return isWanted(languages, path);
}
