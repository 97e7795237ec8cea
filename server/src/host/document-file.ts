import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, readlink, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** What stands in a file, to the byte; `undefined` where there is none. */
export async function readDocumentFile(file: string): Promise<string | undefined> {
  const found = await unlessMissing(stat(file));
  // A pipe would be waited for without end.
  if (found !== undefined && !found.isFile() && !found.isDirectory()) throw new Error('it is no regular file');
  const bytes = await unlessMissing(readFile(file));
  if (bytes === undefined) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Read some other way, text that is to be kept would come back changed.
    throw new Error('it is not UTF-8 text');
  }
}

/**
 * Writes a document, whole or not at all: whoever reads the file meanwhile sees the old text or the new one, never half
 * of it. Where a link stands, the file that it names is written.
 */
export async function writeDocumentFile(file: string, text: string): Promise<void> {
  const target = await realPlace(file);
  await mkdir(dirname(target), { recursive: true });
  const draft = `${target}.${randomBytes(4).toString('hex')}.tmp`;
  const mode = (await unlessMissing(stat(target)))?.mode;
  try {
    await writeFile(draft, text);
    if (mode !== undefined) await chmod(draft, mode & 0o777);
    await rename(draft, target);
  } finally {
    await rm(draft, { force: true });
  }
}

const MOST_LINKS = 20;

/** Where a file lies when links are followed, be it there already or not. */
export async function realPlace(file: string, links = MOST_LINKS): Promise<string> {
  const found = await realpath(file).catch(() => undefined);
  if (found !== undefined) return found;
  const parent = dirname(file);
  if (parent === file) return file;
  const folder = await realPlace(parent, links);
  const named = links === 0 ? undefined : await readlink(file).catch(() => undefined);
  return named === undefined ? join(folder, basename(file)) : realPlace(resolve(folder, named), links - 1);
}

async function unlessMissing<T>(result: Promise<T>): Promise<T | undefined> {
  try {
    return await result;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
