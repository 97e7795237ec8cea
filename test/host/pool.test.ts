import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import type { FileSystem } from '../../server/src/host/file-system';
import type { Scanned } from '../../server/src/host/folder';
import { nodeFileSystem } from '../../server/src/host/node-file-system';
import { scanFolder } from '../../server/src/host/scan';
import { bundle, problemsOf, temporaryFolder, testAssets } from './support';

let workerScript = '';
beforeAll(() => {
  workerScript = bundle('server/src/host/worker.ts', 'worker.js', join(import.meta.dirname, '../../dist/test'));
});

function manyFiles(): Record<string, string> {
  const files: Record<string, string> = { 'package.json': '{"dependencies": {"stripe": "1.0.0"}}' };
  for (let index = 0; index < 150; index += 1) {
    files[`src/file${index}.ts`] =
      `import Stripe from 'stripe';\n${'// filler\n'.repeat(index)}new Stripe(process.env.KEY);\n`;
  }
  return files;
}

async function scan(
  root: string,
  options: { workers?: number; workerScript?: string; signal?: AbortSignal; readsToo?: boolean } = {},
): Promise<Scanned> {
  return scanFolder({ fs: nodeFileSystem(root), assets: await testAssets(), workerScript, ...options });
}

test('workers give the same bytes as this thread', async () => {
  const root = temporaryFolder(manyFiles());
  const here = JSON.stringify(await scan(root, { workers: 0 }));
  expect(JSON.stringify(await scan(root, { workers: 3 }))).toBe(here);
  expect(JSON.stringify(await scan(root))).toBe(here);
  expect(JSON.stringify(await scan(root, { workers: 1, readsToo: true }))).toBe(here);
  expect(here).toContain('src/file149.ts');
});

test('every file is counted once', async () => {
  const seen: number[] = [];
  const root = temporaryFolder(manyFiles());
  await scanFolder({
    fs: nodeFileSystem(root),
    assets: await testAssets(),
    workerScript,
    workers: 2,
    onProgress: (done, total) => {
      expect(total).toBe(151);
      seen.push(done);
    },
  });
  expect(seen.at(-1)).toBe(151);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
});

test('with many files a worker starts while the folder is still walked', async () => {
  const root = temporaryFolder({ ...manyFiles(), 'late/later/last.ts': 'last(process.env.LAST);\n' });
  const mark = join(temporaryFolder(), 'started');
  const script = join(temporaryFolder(), 'worker.js');
  writeFileSync(
    script,
    `require('node:fs').writeFileSync(${JSON.stringify(mark)}, ''); require(${JSON.stringify(workerScript)});`,
  );
  const disk = nodeFileSystem(root);
  const fs: FileSystem = {
    ...disk,
    list: async (path) => {
      while (path === 'late/later' && !existsSync(mark)) await setTimeout(5);
      return disk.list(path);
    },
  };
  const { files } = await scanFolder({ fs, assets: await testAssets(), workerScript: script, workers: 1 });
  expect(files.map(({ path }) => path)).toEqual([...Object.keys(manyFiles()), 'late/later/last.ts'].sort());
});

test.each([1, 2])(
  'of %i workers one that breaks down is replaced, and only the guilty file is lost',
  async (workers) => {
    const root = temporaryFolder({ ...manyFiles(), 'src/guilty.ts': 'crash', 'src/hidden.ts': 'abort' });
    const script = join(temporaryFolder(), 'worker.js');
    // A worker that dies of one file and reports a broken parser for another.
    writeFileSync(
      script,
      `const { parentPort } = require('node:worker_threads');
    parentPort.on('message', (files) => {
      if (files.some(({ path }) => path === 'src/guilty.ts')) process.exit(3);
      if (files.some(({ path }) => path === 'src/hidden.ts')) return parentPort.postMessage({ failed: 'memory' });
      parentPort.postMessage({
        readings: JSON.stringify(
          files.map(({ path }) => ({ path, facts: { path, role: "source", facts: [], problems: [] } })),
        ),
      });
    });
    parentPort.postMessage({});`,
    );
    const scanned = await scan(root, { workers, workerScript: script });
    expect(scanned.files).toHaveLength(153);
    expect(problemsOf(scanned)).toEqual([
      'src/guilty.ts: The file is left out. Its worker broke down: it ended',
      'src/hidden.ts: The file is left out. Its worker broke down: memory',
    ]);
  },
);

test('where no worker can be started this thread does the work', async () => {
  const root = temporaryFolder(manyFiles());
  const scanned = await scan(root, { workers: 2, workerScript: join(root, 'nowhere.js') });
  expect(scanned.files).toHaveLength(151);
  expect(problemsOf(scanned)).toEqual([]);
});

test('a signal stops the workers', async () => {
  const controller = new AbortController();
  const root = temporaryFolder(manyFiles());
  const scanning = scanFolder({
    fs: nodeFileSystem(root),
    assets: await testAssets(),
    workerScript,
    workers: 2,
    signal: controller.signal,
    onProgress: () => controller.abort(),
  });
  await expect(scanning).rejects.toThrow();
});

// Last: a parser that broke down stays so.
test('a thread that reads beside its workers leaves to them what breaks its parser', async () => {
  const root = temporaryFolder(manyFiles());
  const assets = await testAssets();
  const broken = Object.assign(new Error('unreachable'), { name: 'RuntimeError' });
  const grammars = { ...assets.grammars, grammar: () => Promise.reject(broken) };
  const fs = nodeFileSystem(root);
  const scanned = await scanFolder({ fs, assets: { ...assets, grammars }, workerScript, workers: 1, readsToo: true });
  const [first, ...others] = problemsOf(scanned);
  expect(first).toMatch(/^src\/file\d+\.ts: The file is left out\. Its parser broke down: unreachable$/);
  expect(others).toEqual([]);
  expect(scanned.files.filter(({ language }) => language !== undefined)).toHaveLength(149);
});
