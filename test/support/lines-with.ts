import { renderDocument } from '../../server/src/views/document/render-document';
import { snapshotOf } from './snapshot';

/** The lines of a document that hold a text, links left out. */
export async function linesWith(files: Readonly<Record<string, string>>, text: string): Promise<readonly string[]> {
  const document = renderDocument(await snapshotOf(files), { date: '2026-01-30' });
  return document
    .split('\n')
    .filter((line) => line.includes(text))
    .map((line) => line.replace(/\]\([^)]*\)/g, ']').trim());
}
