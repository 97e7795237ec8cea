import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LetterSearch } from '../../../server/src/extract/glance/letter-search';
import { readySign } from '../../../server/src/extract/glance/needles';
import { hasSign } from '../../../server/src/extract/glance/signs';
import type { LanguageData, Sign } from '../../../server/src/syntax/language';
import { testAssets } from '../../host/support';

const ROOT = join(import.meta.dirname, '../../..');
const ENDINGS = /\.(?:py|exs?|[cm]?[jt]sx?|vue|svelte)$/;

/** Code of many kinds: what the tests are written about, and the program itself. */
const TEXTS = ['test/fixtures', 'test/marked', 'server/src'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ENDINGS.test(name))
    .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(ROOT, folder, name), 'utf8') })),
);

function matches({ text, path, anyCase, word }: Sign, file: { readonly path: string; readonly text: string }): boolean {
  if (path !== undefined && new RegExp(path, 'i').test(file.path)) return true;
  if (text === undefined || (word !== undefined && !file.text.toLowerCase().includes(word))) return false;
  return new RegExp(text, anyCase === true ? 'im' : 'm').test(file.text);
}

async function languages(): Promise<readonly LanguageData[]> {
  return (await testAssets()).languages.filter(({ signs }) => signs !== undefined);
}

describe('signs', () => {
  it.each(['map', 'document'] as const)('are found wherever their patterns match, for a %s', async (depth) => {
    for (const { signs = [], extensions } of await languages()) {
      const texts = TEXTS.filter(({ path }) => extensions.some((ending) => path.endsWith(ending)));
      for (const role of ['source', 'test'] as const) {
        const counted = signs.filter(
          (sign) => (depth === 'document' || sign.depth === undefined) && (role === 'source' || sign.tests === true),
        );
        const expected = texts.filter((file) => counted.some((sign) => matches(sign, file)));
        const found = texts.filter((file) => hasSign(signs, { ...file, role, depth }));
        expect(found.map(({ path }) => path)).toEqual(expected.map(({ path }) => path));
      }
    }
  });

  it('are the same to a build that has taken their patterns apart', async () => {
    const texts = TEXTS.filter(({ path }) => path.endsWith('.ts') || path.endsWith('.py'));
    for (const { signs = [] } of await languages()) {
      const ready: readonly Sign[] = JSON.parse(JSON.stringify(signs.map(readySign)));
      expect(ready.some(({ alternatives }) => (alternatives?.length ?? 0) > 1)).toBe(true);
      for (const file of texts) {
        expect(hasSign(ready, { ...file, role: 'source' })).toBe(hasSign(signs, { ...file, role: 'source' }));
      }
    }
  });

  it('each count alone', async () => {
    for (const { signs = [], extensions } of await languages()) {
      const texts = TEXTS.filter(({ path }) => extensions.some((ending) => path.endsWith(ending)));
      for (const sign of signs) {
        const expected = texts.filter((file) => matches(sign, file));
        expect(texts.filter((file) => hasSign([sign], { ...file, role: 'source' }))).toEqual(expected);
      }
    }
  }, 60_000);
});

describe('a search for many texts', () => {
  const placesOf = (
    text: string,
    words: readonly string[],
    anyCase = false,
  ): readonly (readonly [string, number])[] => {
    const places: [string, number][] = [];
    const settles = (word: string) => (_: string, at: number) => {
      places.push([word, at]);
      return false;
    };
    new LetterSearch(words.map((word) => ({ word, anyCase, settles: settles(word) }))).test(text);
    return places.sort((a, b) => a[1] - b[1]);
  };

  it('finds them at even and odd places, at both ends, and within one another', () => {
    expect(placesOf('env xenv environ env', ['env', 'environ'])).toEqual([
      ['env', 0],
      ['env', 5],
      ['env', 9],
      ['environ', 9],
      ['env', 17],
    ]);
  });

  it('finds them in any case where that is asked for', () => {
    expect(placesOf('Stun: STUN: stun:', ['stun:'], true).map(([, at]) => at)).toEqual([0, 6, 12]);
    expect(placesOf('Stun: STUN: stun:', ['stun:']).map(([, at]) => at)).toEqual([12]);
  });

  it('is not misled by letters beyond those of English, nor by a longer text before', () => {
    expect(placesOf('\u0165\u0165env\u2028env', ['env']).map(([, at]) => at)).toEqual([2, 6]);
    expect(placesOf('xx', ['env'])).toEqual([]);
    expect(placesOf('\u0165\u016e\u0176', ['env'])).toEqual([]);
  });

  it('stops where a place settles it', () => {
    let asked = 0;
    const search = new LetterSearch([{ word: 'env', anyCase: false, settles: () => ++asked === 2 }]);
    expect(search.test('env env env')).toBe(true);
    expect(asked).toBe(2);
  });
});
