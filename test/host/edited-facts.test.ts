import { expect, test } from 'vitest';
import { memoryFileSystem } from '../../server/src/host/memory-file-system';
import { forgetTexts, readHere } from '../../server/src/host/read-here';
import type { Fact } from '../../server/src/model/facts';
import { testAssets } from './support';

const NAMES = ['ONE', 'TWO', 'THREE'];

function written(names: readonly string[]): string {
  return names.map((name) => `process.env.${name};\n`).join('');
}

test('facts of an edited text that are what they were are the same objects, until the text is closed', async () => {
  const assets = await testAssets();
  const fs = memoryFileSystem(new Map());
  const read = async (text: string): Promise<readonly Fact[]> => {
    const found = [{ path: 'a.ts', size: text.length, gitIgnored: false, text }];
    const { readings } = await readHere(fs, assets, found, {}, undefined, () => {});
    return readings[0]?.facts?.facts ?? [];
  };
  const first = await read(written(NAMES));
  const second = await read(written(['ONE', 'OTHER', 'THREE']));
  const namesOf = (facts: readonly Fact[]): readonly unknown[] => facts.map((fact) => 'name' in fact && fact.name);
  expect(namesOf(first)).toEqual(NAMES);
  expect(namesOf(second)).toEqual(['ONE', 'OTHER', 'THREE']);
  expect(second.map((fact, index) => fact === first[index])).toEqual([true, false, true]);
  // All stand a line further down.
  expect(await read(`\n${written(NAMES)}`)).toEqual(
    first.map((fact) => ({
      ...fact,
      range: { ...fact.range, line: fact.range.line + 1, endLine: fact.range.endLine + 1 },
    })),
  );
  const last = await read(written(NAMES.slice(1)));
  forgetTexts(fs, assets, ['a.ts']);
  const anew = await read(written(NAMES.slice(1)));
  expect(anew).toEqual(last);
  expect(anew[0]).not.toBe(last[0]);
});
