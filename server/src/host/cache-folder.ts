import { randomBytes } from 'node:crypto';
import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where a command line tool keeps what it can do without, by the habits of the system. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>, platform: string): string {
  const own = 'integration-atlas';
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), own, 'Cache');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', own);
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), own);
}

/** Writes a file whole or not at all: whoever reads it meanwhile sees the old one or the new one. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await writeFile(draft, text, { mode: 0o600 });
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}

const MOST_BYTES = 512 * 1024 * 1024;

/** Removes what was not written for longest, until the folder is no larger than it may be. */
export async function boundFolder(dir: string, most = MOST_BYTES): Promise<void> {
  const names = await readdir(dir).catch(() => []);
  const files = await Promise.all(
    names.map(async (name) => {
      const { size, mtimeMs } = await stat(join(dir, name)).catch(() => ({ size: 0, mtimeMs: 0 }));
      return { name, size, mtimeMs };
    }),
  );
  let left = files.reduce((sum, { size }) => sum + size, 0);
  for (const { name, size } of files.sort((a, b) => a.mtimeMs - b.mtimeMs)) {
    if (left <= most) return;
    await rm(join(dir, name), { force: true });
    left -= size;
  }
}
