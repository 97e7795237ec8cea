import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { matcherOf } from '../../server/src/catalog/match';
import { wantedCode } from '../../server/src/catalog/wanted-code';
import { memoryFileSystem } from '../../server/src/host/memory-file-system';
import { readHere } from '../../server/src/host/read-here';
import { readImports } from '../../server/src/model/import-lines';
import { testAssets } from './support';

const FILES = 30;
const LENGTH = 900_000;

/** What lives in memory of objects and texts; the bytes of files lie elsewhere. */
function held(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  return process.memoryUsage().heapUsed;
}

test('names that are read out of long texts keep none of these in memory', async () => {
  const assets = await testAssets();
  const text = `import { someRatherLongNameOfAThing } from "some-rather-long-name-of-a-module";\n${'// nothing\n'.repeat(LENGTH / 11)}`;
  const files = Array.from({ length: FILES }, (_, index) => ({ path: `${index}/module.ts`, size: text.length }));
  const fs = memoryFileSystem(new Map(files.map(({ path }) => [path, text])));
  const found = files.map((file) => ({ ...file, gitIgnored: false }));
  const reads = { wanted: wantedCode(matcherOf(assets.catalog)) };
  const before = held();
  const { readings } = await readHere(fs, assets, found, reads, undefined, () => {});
  expect(readings.map(({ facts }) => readImports(facts?.imports).length)).toEqual(files.map(() => 1));
  // All texts together would be 27 MB.
  expect(held() - before).toBeLessThan((FILES * LENGTH) / 4);
});
