import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { boundFolder } from '../../server/src/host/cache-folder';
import { FactsCache } from '../../server/src/host/facts-cache';
import { nodeFileSystem } from '../../server/src/host/node-file-system';
import { folderState, scanFolder } from '../../server/src/host/scan';
import { temporaryFolder, testAssets } from './support';

const FILES = {
  'a.py': 'import os\nimport stripe\n\nstripe.api_key = os.environ["STRIPE_KEY"]\n',
  'b.ts': 'export const url = process.env.API_URL;\n',
  '.env': 'STRIPE_KEY=canary-value-7f3a\nAPI_URL=\n',
};

/** A file that was not touched just now: what changed within a tick of the clock is never trusted. */
const SETTLED = 150;
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, SETTLED));

/** Counts what is read from the disk besides what a walk needs. */
async function scan(root: string, dir: string, build = 'one') {
  const fs = nodeFileSystem(root);
  const read: string[] = [];
  const counting = {
    ...fs,
    readFile: (path: string) => {
      read.push(path);
      return fs.readFile(path);
    },
  };
  const assets = { ...(await testAssets()), build };
  const { files } = await scanFolder({ fs: counting, assets, workers: 0, cacheDir: dir });
  return { files, read: read.filter((path) => path in FILES).sort() };
}

const cacheFileIn = (dir: string): string => join(dir, readdirSync(dir)[0] ?? 'none');

test('a second scan reads nothing and says the same', async () => {
  const [root, dir] = [temporaryFolder(FILES), temporaryFolder()];
  await settle();
  const first = await scan(root, dir);
  const second = await scan(root, dir);
  expect(first.read).toEqual(['.env', 'a.py', 'b.ts']);
  expect(second.read).toEqual([]);
  expect(second.files).toEqual(first.files);
});

test('an edit that keeps size and time of modification is noticed', async () => {
  const [root, dir] = [temporaryFolder(FILES), temporaryFolder()];
  await settle();
  await scan(root, dir);
  const file = join(root, 'b.ts');
  const { atime, mtime, size } = statSync(file);
  writeFileSync(file, FILES['b.ts'].replace('API_URL', 'API_KEY'));
  utimesSync(file, atime, mtime);
  expect(statSync(file).size).toBe(size);
  const { files, read } = await scan(root, dir);
  expect(read).toEqual(['b.ts']);
  expect(JSON.stringify(files)).toContain('API_KEY');
  expect(JSON.stringify(files.find(({ path }) => path === 'b.ts'))).not.toContain('API_URL');
});

test('a file with new times and the same content is read but not parsed', async () => {
  const [root, dir] = [temporaryFolder(FILES), temporaryFolder()];
  await settle();
  const { files } = await scan(root, dir);
  writeFileSync(join(root, 'a.py'), FILES['a.py']);
  await settle();
  const cache = await FactsCache.open(dir, root, 'document', 'one');
  const stat = await nodeFileSystem(root).stat('a.py');
  const found = { path: 'a.py', size: stat?.size ?? 0, gitIgnored: false, stamp: stat?.stamp ?? '' };
  const reading = await cache.find(found, () => nodeFileSystem(root).readFile('a.py'));
  expect(reading?.facts).toEqual(files.find(({ path }) => path === 'a.py'));
});

test('a damaged line costs its entry alone, a damaged head everything', async () => {
  const [root, dir] = [temporaryFolder(FILES), temporaryFolder()];
  await settle();
  const { files } = await scan(root, dir);
  const file = cacheFileIn(dir);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('"b.ts"', '"c.ts"'));
  expect(await scan(root, dir)).toEqual({ files, read: ['b.ts'] });
  writeFileSync(file, text.slice(0, text.length - 20));
  expect((await scan(root, dir)).files).toEqual(files);
  writeFileSync(file, `x${text}`);
  expect(await scan(root, dir)).toEqual({ files, read: ['.env', 'a.py', 'b.ts'] });
});

test('another build reads everything anew', async () => {
  const [root, dir] = [temporaryFolder(FILES), temporaryFolder()];
  await settle();
  await scan(root, dir, 'one');
  expect((await scan(root, dir, 'two')).read).toEqual(['.env', 'a.py', 'b.ts']);
});

test('values of variables never reach the cache', async () => {
  const [root, dir] = [temporaryFolder(FILES), temporaryFolder()];
  await settle();
  await scan(root, dir);
  const text = readFileSync(cacheFileIn(dir), 'utf8');
  expect(text).toContain('STRIPE_KEY');
  expect(text).not.toContain('canary');
});

test('the folder of caches is bounded: what is oldest goes first', async () => {
  const dir = temporaryFolder();
  mkdirSync(dir, { recursive: true });
  for (const [index, name] of ['old', 'middle', 'new'].entries()) {
    writeFileSync(join(dir, name), 'x'.repeat(100));
    utimesSync(join(dir, name), 1000 + index, 1000 + index);
  }
  await boundFolder(dir, 250);
  expect(readdirSync(dir).sort()).toEqual(['middle', 'new']);
});

test('the state of a folder changes with its files, its exclusions and their stamps, and with nothing else', async () => {
  const root = temporaryFolder(FILES);
  await settle();
  const assets = { ...(await testAssets()), build: 'one' };
  const state = async () => (await folderState({ fs: nodeFileSystem(root), assets }))?.name;
  const first = await state();
  expect(first).toBeTypeOf('string');
  writeFileSync(join(root, 'notes.bin'), 'no reader wants it');
  expect(await state()).toBe(first);
  writeFileSync(join(root, 'b.ts'), 'process.env.OTHER;');
  // Just now changed: the stamp does not tell yet.
  expect(await state()).toBeUndefined();
  await settle();
  const second = await state();
  expect(second).toBeTypeOf('string');
  expect(second).not.toBe(first);
  writeFileSync(join(root, '.gitignore'), 'b.ts\n');
  await settle();
  expect(await state()).not.toBe(second);
});
