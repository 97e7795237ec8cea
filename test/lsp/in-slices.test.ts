import { expect, test } from 'vitest';
import { inSlices } from '../../server/src/lsp/in-slices';

function busyFor(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

test('others have their turn between long steps, and what the steps come to is given', async () => {
  const turns: string[] = [];
  function* steps(): Generator<undefined, string, undefined> {
    for (const name of ['first', 'second', 'third']) {
      busyFor(12);
      turns.push(name);
      yield;
    }
    return 'all';
  }
  const other = new Promise<void>((resolve) => {
    setImmediate(() => {
      turns.push('other');
      resolve();
    });
  });
  expect(await inSlices(steps())).toBe('all');
  await other;
  expect(turns).toEqual(['first', 'other', 'second', 'third']);
});

test('what fails in a step fails as a whole', async () => {
  function* steps(): Generator<undefined, string, undefined> {
    yield;
    throw new Error('no section');
  }
  await expect(inSlices(steps())).rejects.toThrow('no section');
});
