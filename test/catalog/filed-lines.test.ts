import { describe, expect, it } from 'vitest';
import { fileLines, lineFinder, numberIn, written } from '../../server/src/catalog/filed-lines';

describe('lines filed under keys', () => {
  const text = fileLines([
    ['STRIPE', 'one'],
    ['AWS', 'two\twith a tab'],
    ['STRIPE', 'three'],
    ['', 'of no key'],
    ['REDIS', ''],
  ]);
  const find = lineFinder(text, 0);

  it.each([
    ['STRIPE', ['one', 'three']],
    ['AWS', ['two\twith a tab']],
    ['', ['of no key']],
    ['REDIS', ['']],
  ])('are found under %o, in their order', (key, lines) => {
    expect(find(key)).toEqual(lines);
  });
  it.each(['STRIP', 'STRIPE_', 'stripe', 'one', 'AWS\ttwo', 'AWS\n', '\t', '\n', 'é', '__proto__', 'S'.repeat(5000)])(
    'are not found under %o',
    (key) => {
      expect(find(key)).toEqual([]);
    },
  );
  it('are found behind other text, and before it', () => {
    const within = lineFinder(`head${text}AWS\tother\n`, 4);
    expect([within('AWS'), within('STRIPE'), within('other')]).toEqual([['two\twith a tab'], ['one', 'three'], []]);
  });
  it('are found each, however many there are', () => {
    const keys = Array.from({ length: 3000 }, (_, at) => `name-${at}`);
    const many = lineFinder(fileLines(keys.map((key) => [key, `line of ${key}`])), 0);
    expect(keys.flatMap((key) => many(key))).toEqual(keys.map((key) => `line of ${key}`));
    expect(keys.flatMap((key) => many(`${key}x`))).toEqual([]);
  });
  it('may be none', () => {
    expect(lineFinder(fileLines([]), 0)('anything')).toEqual([]);
  });
});

describe('the numbers of a directory', () => {
  it.each([0, 63, 64, 4095, 1_878_500, 16_777_215])('are read as they were written: %i', (value) => {
    expect(written(value)).toHaveLength(4);
    expect(numberIn(`??${written(value)}`, 2)).toBe(value);
  });
  it('are refused where they do not fit', () => {
    expect(() => written(16_777_216)).toThrow('16777216');
  });
});
