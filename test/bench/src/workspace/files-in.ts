import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

export interface FileSize {
  readonly path: string;
  readonly size: number;
}

/** All files below a folder, sorted, with their sizes in bytes. */
export async function filesIn(folder: string): Promise<readonly FileSize[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sizes: FileSize[] = [];
  for (const file of files.sort()) {
    const { size } = await stat(file);
    sizes.push({ path: relative(folder, file).split(sep).join('/'), size });
  }
  return sizes;
}
