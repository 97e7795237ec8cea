import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** `foreign`: a text that we did not write stands there, and nothing was done. */
export type Saved = 'written' | 'unchanged' | 'foreign';

/**
 * Writes a document, whole or not at all. A text of someone else stays unless `force` says otherwise, and so does a
 * document of ours that differs by its date alone: it is still true.
 */
export async function saveDocumentFile(file: string, markdown: string, force: boolean): Promise<Saved> {
  const present = await readDocumentFile(file);
  if (present !== undefined) {
    if (!isOurDocument(present) && !force) return 'foreign';
    if (withoutDate(present) === withoutDate(markdown)) return 'unchanged';
  }
  await writeWhole(file, markdown);
  return 'written';
}

/** What stands in a file; `undefined` where there is none. */
export async function readDocumentFile(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Ours say so in their last line; their headings are those of a template that many people write by hand. */
export function isOurDocument(text: string): boolean {
  const lines = text.trimEnd().split('\n');
  return lines.at(-1)?.includes('Integration Atlas') === true;
}

/** The document with its date blanked, where it says when it was written and nowhere else; line ends as on Unix. */
export function withoutDate(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').trimEnd().split('\n');
  return lines
    .map((line, index) =>
      line.startsWith('**Analysis Date:**') || index === lines.length - 1
        ? line.replace(/\b\d{4}-\d{2}-\d{2}\b/g, 'DATE')
        : line,
    )
    .join('\n');
}

/** Whoever reads the file meanwhile sees the old text or the new one, never half of it. */
async function writeWhole(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await writeFile(draft, text);
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}
