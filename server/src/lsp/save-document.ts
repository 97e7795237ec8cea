import { join } from 'node:path';
import { readDocumentFile, writeDocumentFile } from '../host/document-file';
import { reasonOf } from '../host/file-system';
import type { SaveResult } from '../protocol';
import { mergeDocument } from '../views/document/merge-document';
import { sectionsProblem } from '../views/document/sections';
import { documentText } from './answers';
import type { OpenFolder } from './folders';
import type { Settings } from './settings';

const DEFAULT_PATH = 'INTEGRATIONS.md';

/** Writes the folder's document, unless that would replace a text of someone else without their word. */
export async function saveDocument(folder: OpenFolder, settings: Settings, force: boolean): Promise<SaveResult> {
  const { session } = folder;
  const path = settings.documentPath || session.project.document.path || DEFAULT_PATH;
  const failed = (message: string): SaveResult => ({ outcome: 'failed', path, message });
  if (!isInside(path)) return failed(`The path must be relative and stay inside the folder: ${path}`);
  if (!session.complete) return failed('The code is not fully read: wait for the scan to end, or rescan.');
  const problem = sectionsProblem(session.project.document.sections);
  if (problem !== undefined) return failed(`document.sections of the project file: ${problem}`);
  try {
    const file = join(session.root, path);
    const merged = mergeDocument(await readDocumentFile(file), documentText(folder, path));
    if (merged.outcome === 'damaged') return failed(`${path}:${merged.line}: ${merged.message}`);
    if (merged.outcome === 'unchanged') return { outcome: 'unchanged', path };
    if (merged.foreign && !force) return { outcome: 'foreign', path };
    await writeDocumentFile(file, merged.text);
    return { outcome: 'written', path };
  } catch (error) {
    return failed(`${path} could not be written: ${reasonOf(error)}.`);
  }
}

function isInside(path: string): boolean {
  return !/^[\\/]|^[a-z]:/i.test(path) && !path.split(/[\\/]/).includes('..');
}
