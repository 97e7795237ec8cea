import { isAbsolute, join, relative } from 'node:path';
import { readDocumentFile, realPlace, writeDocumentFile } from '../host/document-file';
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
  const path = session.project.document.path ?? (settings.documentPath || DEFAULT_PATH);
  const failed = (message: string): SaveResult => ({ outcome: 'failed', path, message });
  if (!isInside(path)) return failed(`The path must be relative and stay inside the folder: ${path}`);
  // Of all that is no source, the next scan must not read what it wrote.
  if (!/\.(?:md|markdown)$/i.test(path)) return failed(`The document is Markdown: choose a name like ${DEFAULT_PATH}.`);
  // What changed a moment ago belongs in it; a scan takes longer than somebody waits for a file.
  if (session.complete) await session.refreshed();
  if (!session.complete) return failed('The code is not fully read: wait for the scan to end, or rescan.');
  const own = session.project.document.sections;
  const problem = sectionsProblem(own ?? settings.document.sections);
  const place =
    own === undefined ? 'The setting integrationAtlas.document.sections' : 'document.sections of the project file';
  if (problem !== undefined) return failed(`${place}: ${problem}`);
  try {
    const file = join(session.root, path);
    const way = relative(await realPlace(session.root), await realPlace(file));
    if (way.startsWith('..') || isAbsolute(way)) return failed(`A link leads out of the folder: ${path}`);
    const text = await documentText(folder, settings, path);
    const merged = mergeDocument(await readDocumentFile(file), text);
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
