import { contentHash } from '../host/content-hash';
import type { ChangedParams, DocumentResult } from '../protocol';
import { documentSteps } from '../views/document/render-document';
import { sectionsProblem } from '../views/document/sections';
import type { OpenFolder } from './folders';
import { inSlices } from './in-slices';
import type { Settings } from './settings';

/** The folder's document, unless it is the one that is known. */
export async function documentAnswer(folder: OpenFolder, settings: Settings, known?: string): Promise<DocumentResult> {
  const { complete } = folder.session;
  const { revision } = folder.session.snapshot();
  const markdown = await documentText(folder, settings);
  const state = contentHash(markdown);
  return { ...(state !== known && { markdown }), state, revision, complete };
}

/**
 * The document as its settings want it; one that is only looked at always has links, from the folder itself. It tells of
 * one moment, and while it is written hovers have their turn.
 */
export function documentText({ session }: OpenFolder, { document }: Settings, path?: string): Promise<string> {
  const { sections, length, links } = { ...document, ...session.project.document };
  return inSlices(
    documentSteps(session.snapshot(), {
      date: today(),
      ...(sections && sectionsProblem(sections) === undefined && { sections }),
      ...(length && { length }),
      ...(path !== undefined && { path: path.replaceAll('\\', '/'), ...(links && { links }) }),
    }),
  );
}

/** What the status line tells of all folders together. */
export function countsOf(folders: readonly OpenFolder[], scanned?: number): ChangedParams {
  const snapshots = folders.map(({ session }) => session.snapshot());
  const sum = (count: (snapshot: (typeof snapshots)[number]) => number): number =>
    snapshots.reduce((total, snapshot) => total + count(snapshot), 0);
  return {
    revision: sum(({ revision }) => revision),
    scanning: folders.some(({ session }) => session.isScanning),
    ...(scanned !== undefined && { scanned }),
    integrations: sum(({ integrations }) => integrations.filter(({ type }) => type === 'service').length),
    variables: sum(({ env }) => env.length),
    problems: sum(({ problems }) => problems.length),
  };
}

/** The day where the user is, as documents carry it. */
function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
