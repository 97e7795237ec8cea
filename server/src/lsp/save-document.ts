import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reasonOf } from '../host/file-system';
import type { SaveResult } from '../protocol';
import { documentAnswer } from './answers';
import type { OpenFolder } from './folders';
import type { Settings } from './settings';

const FILE = 'INTEGRATIONS.md';

/** Writes the folder's document, unless that would replace a text of someone else without their word. */
export async function saveDocument(folder: OpenFolder, settings: Settings, force: boolean): Promise<SaveResult> {
  const { session } = folder;
  const path = settings.documentPath || session.project.document.path || FILE;
  const failed = (message: string): SaveResult => ({ outcome: 'failed', path, message });
  if (!isInside(path)) return failed(`The path must be relative and stay inside the folder: ${path}`);
  if (!session.complete) return failed('The code is not fully read: wait for the scan to end, or rescan.');
  const file = join(session.root, path);
  const { markdown } = documentAnswer(folder);
  try {
    const present = await readOptional(file);
    if (present === markdown) return { outcome: 'unchanged', path };
    if (present !== undefined && !force && !isOurs(present, markdown)) return { outcome: 'foreign', path };
    await writeWhole(file, markdown);
    return { outcome: 'written', path };
  } catch (error) {
    return failed(`${path} could not be written: ${reasonOf(error)}.`);
  }
}

/** Ours begin as every document of ours does. */
function isOurs(present: string, markdown: string): boolean {
  const mark = /<!--[^>]*integration-atlas[^>]*-->/i;
  if (mark.test(markdown)) return mark.test(present);
  return present.split('\n', 1)[0] === markdown.split('\n', 1)[0];
}

function isInside(path: string): boolean {
  return !/^[\\/]|^[a-z]:/i.test(path) && !path.split(/[\\/]/).includes('..');
}

async function readOptional(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Other readers of the file see the old text or the new one, never half of it. */
async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await writeFile(draft, text);
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}
