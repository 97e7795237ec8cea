import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Engine } from '../../../server/src/engine';
import { nodeFileSystem } from '../../../server/src/host/node-file-system';
import { scanFolder } from '../../../server/src/host/scan';
import { renderDocument } from '../../../server/src/views/document/render-document';
import { scanJson } from '../../../server/src/views/scan-json';
import { testAssets } from '../../host/support';

const TEST = join(import.meta.dirname, '../..');

/** Folders with code of many kinds: what is told of each must not rest on how much of it was parsed. */
const FOLDERS = [
  ...readdirSync(join(TEST, 'fixtures'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `fixtures/${name}/workspace`),
  ...readdirSync(join(TEST, 'marked'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `marked/${name}`),
];

async function told(
  root: string,
  readAll: boolean,
): Promise<{ readonly glanced: number; readonly texts: readonly string[] }> {
  const { files, catalog, problems } = await scanFolder({
    fs: nodeFileSystem(root),
    assets: await testAssets(),
    workers: 0,
    readAll,
  });
  const engine = new Engine(catalog);
  engine.setHostProblems(problems);
  engine.setFiles(files);
  const snapshot = engine.snapshot();
  const document = renderDocument(snapshot, { date: '2026-01-01', length: 'full' });
  return {
    glanced: files.filter((file) => file.glanced !== undefined).length,
    texts: [document, JSON.stringify(scanJson(snapshot), undefined, 1)],
  };
}

describe('files that are only looked at', () => {
  it.each(FOLDERS)('change nothing that is told of %s', async (folder) => {
    const [some, all] = [await told(join(TEST, folder), false), await told(join(TEST, folder), true)];
    expect(some.texts).toEqual(all.texts);
    expect(all.glanced).toBe(0);
  });

  it('are found in the fixtures', async () => {
    const counts = await Promise.all(
      FOLDERS.filter((folder) => folder.startsWith('fixtures/')).map(async (folder) => told(join(TEST, folder), false)),
    );
    expect(counts.reduce((sum, { glanced }) => sum + glanced, 0)).toBeGreaterThan(10);
  });
});
