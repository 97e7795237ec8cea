import { describe, expect, test } from 'vitest';
import { isIn, placesIn } from '../../server/src/extract/code/scan';
import { type Random, randomOf } from '../support/random';

/** As they are written in extractors: single lines, blanks that go over lines, lines by their start and end. */
const PATTERNS: readonly RegExp[] = [
  /\b(?:get|set)\(\s*['"](\w+)['"]\s*,\s*(\d+)/g,
  /^[ \t]*match[ \t]+\S[^\n]{0,120}:$/gm,
  /(?<=a)b+(?!c)/g,
  /(["'])([a-z][\w-]*(?:\.[\w-]+)+)\1\s{0,8}[:(]/gi,
];
const SIGNS: readonly RegExp[] = [/rare(?:st)?/, /\bget\(\s*"x"/i, /nowhere/];

const PIECES = [
  'get(',
  'set(\n\n',
  '"x"',
  ', 3',
  '\n',
  '\n\n\n',
  '  match x:\n',
  'abbb',
  'c',
  '"a.b" ',
  ':',
  'rare',
  'x y z ',
  '\r\n',
];

function plainly(pattern: RegExp, text: string): readonly unknown[] {
  return [...text.matchAll(pattern)].map((match) => [match.index, ...match]);
}

function found(pattern: RegExp, text: string, keeper: object): readonly unknown[] {
  return [...placesIn(pattern, { text, keeper })].map((place) => [place.index, ...(place as unknown as string[])]);
}

function edited(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const gone = random.below(3) === 0 ? random.below(30) : 0;
  return text.slice(0, at) + (gone > 20 ? '' : random.pick(PIECES)) + text.slice(at + gone);
}

describe('what is looked for in a text that is edited', () => {
  test('is what it is in the same text that nobody edited', () => {
    const random = randomOf('scan');
    for (let round = 0; round < 12; round += 1) {
      const keeper = {};
      let text = Array.from({ length: 40 * round }, () => random.pick(PIECES)).join('');
      for (let edit = 0; edit < 60; edit += 1) {
        // Not everything is looked for each time.
        for (const pattern of PATTERNS.filter(() => random.below(5) > 0)) {
          expect(found(pattern, text, keeper), text).toEqual(plainly(pattern, text));
        }
        for (const sign of SIGNS) expect(isIn(sign, { text, keeper }), text).toBe(sign.test(text));
        text = edited(text, random);
      }
    }
  });

  test('is found where an edit far from its start ends it', () => {
    const keeper = {};
    const lines = '\n'.repeat(50);
    const pattern = /\bset\(\s*"(\w+)"/g;
    for (const text of [`set(${lines}'a'`, `set(${lines}"a"`, `set(${lines}"ab"`, `set(${lines}`]) {
      expect(found(pattern, text, keeper)).toEqual(plainly(pattern, text));
    }
  });
});
