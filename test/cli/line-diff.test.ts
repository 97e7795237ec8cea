import { expect, test } from 'vitest';
import { lineDiff } from '../../server/src/cli/line-diff';

const diff = (before: string, after: string): string => lineDiff(before.split(' '), after.split(' '));

test('nothing where nothing changed', () => {
  expect(diff('a b c', 'a b c')).toBe('');
});

test('changes with two lines around them', () => {
  expect(diff('a b c d e f g', 'a b c X e f g')).toBe('@@ line 2 @@\n b\n c\n-d\n+X\n e\n f\n');
});

test('changes far apart are told apart', () => {
  expect(diff('a b c d e f g h', 'X b c d e f g Y')).toBe(
    '@@ line 1 @@\n-a\n+X\n b\n c\n@@ line 6 @@\n f\n g\n-h\n+Y\n',
  );
});

test('insertions and removals keep what is common', () => {
  expect(diff('a b', 'a n m b')).toBe('@@ line 1 @@\n a\n+n\n+m\n b\n');
  expect(diff('a n b m c', 'a b c')).toBe('@@ line 1 @@\n a\n-n\n b\n-m\n c\n');
});

test('a long difference is cut, a huge one still told', () => {
  const many = (prefix: string, count: number): readonly string[] =>
    Array.from({ length: count }, (_, i) => prefix + i);
  expect(lineDiff(many('a', 300), many('b', 300)).split('\n')).toHaveLength(202);
  expect(lineDiff(many('a', 3000), many('b', 3000))).toContain('-a0\n');
});
