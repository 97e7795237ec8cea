import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contextOf } from '../../../server/src/checks/context';
import { findingsOf } from '../../../server/src/checks/run-checks';
import { settingsFrom } from '../../../server/src/checks/settings';
import { unjudgedFiles } from '../../../server/src/checks/unused';
import { envJson } from '../../../server/src/cli/env-json';
import { Engine } from '../../../server/src/engine';
import { nodeFileSystem } from '../../../server/src/host/node-file-system';
import { scanFolder } from '../../../server/src/host/scan';
import type { Depth } from '../../../server/src/model/depth';
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

interface Told {
  readonly glanced: number;
  readonly document: string;
  /** What the map's commands print: `scan --json` and `env --format json`. */
  readonly map: readonly string[];
}

async function told(root: string, reading: { readonly readAll?: boolean; readonly depth?: Depth }): Promise<Told> {
  const { files, catalog, problems } = await scanFolder({
    fs: nodeFileSystem(root),
    assets: await testAssets(),
    workers: 0,
    ...reading,
  });
  const engine = new Engine(catalog);
  engine.setHostProblems(problems);
  engine.setFiles(files);
  const snapshot = engine.snapshot();
  const findings = findingsOf(snapshot, settingsFrom({}));
  return {
    glanced: files.filter((file) => file.glanced !== undefined).length,
    document: renderDocument(snapshot, { date: '2026-01-01', length: 'full' }),
    map: [scanJson(snapshot), envJson(snapshot, findings, unjudgedFiles(contextOf(snapshot)))].map((json) =>
      JSON.stringify(json, undefined, 1),
    ),
  };
}

describe('files that are only looked at', () => {
  it.each(FOLDERS)('change nothing that is told of %s', async (folder) => {
    const root = join(TEST, folder);
    const all = await told(root, { readAll: true });
    expect(all.glanced).toBe(0);
    const some = await told(root, {});
    expect([some.document, ...some.map]).toEqual([all.document, ...all.map]);
    expect((await told(root, { depth: 'map' })).map).toEqual(all.map);
  });

  it('are found in the fixtures', async () => {
    const counts = await Promise.all(
      FOLDERS.filter((folder) => folder.startsWith('fixtures/')).map(async (folder) => told(join(TEST, folder), {})),
    );
    expect(counts.reduce((sum, { glanced }) => sum + glanced, 0)).toBeGreaterThan(10);
  });
});
