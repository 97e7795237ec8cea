import { Folder, type FolderOptions, type Scanned, type ScanOptions } from './folder';

/** Reads a folder once: what the command line and tests need. */
export function scanFolder(options: FolderOptions & ScanOptions): Promise<Scanned> {
  return new Folder(options).scan(options);
}
