import { expect, test } from 'vitest';
import { extract } from './support/extract';

test('every language parses an empty file without a problem', async () => {
  for (const path of ['a.py', 'a.ex', 'a.js', 'a.ts', 'a.tsx', 'a.vue', 'a.svelte']) {
    expect((await extract(path, '')).problems).toEqual([]);
  }
});
