import { randomBytes } from 'node:crypto';
import { mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** What stands in a file, to the byte; `undefined` where there is none. */
export async function readDocumentFile(file: string): Promise<string | undefined> {
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
  await mkdir(dirname(file), { recursive: true });
  const target = (await unlessMissing(realpath(file))) ?? file;
  const draft = `${target}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await writeFile(draft, text);
    await rename(draft, target);
  } finally {
    await rm(draft, { force: true });
  }
}

/** Where a file lies when links are followed, be it there already or not. */
export async function realPlace(file: string): Promise<string> {
  const found = await realpath(file).catch(() => undefined);
  const parent = dirname(file);
  return found ?? (parent === file ? file : join(await realPlace(parent), basename(file)));
}

async function unlessMissing<T>(result: Promise<T>): Promise<T | undefined> {
  try {
    return await result;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
