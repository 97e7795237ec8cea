import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseAnyYaml } from '../../../server/src/extract/data/parse-yaml';
import { readPlainYaml } from '../../../server/src/extract/data/plain-yaml';
import { type Random, randomOf } from '../../support/random';

/** What the parser of the whole language reads; nothing where it finds something wrong. */
function readByParser(text: string): unknown {
  const { roots, problems } = parseAnyYaml('a.yml', text);
  return problems.length > 0 ? 'wrong' : roots;
}

function expectSame(text: string): boolean {
  const plain = readPlainYaml(text);
  if (plain !== undefined) expect(plain, text).toEqual(readByParser(text));
  return plain !== undefined;
}

const root = join(import.meta.dirname, '../../..');
const YAML = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (path) => /\.ya?ml$/.test(path) && /^(?:test|demo|\.github)[\\/]/.test(path),
);

test('most files of real projects are plain, and read as the parser of the whole language reads them', () => {
  const plain = YAML.filter((path) => expectSame(readFileSync(join(root, path), 'utf8')));
  expect(YAML.length).toBeGreaterThan(20);
  expect(plain.length / YAML.length).toBeGreaterThan(0.6);
});

test.each([
  ['a map', 'a: 1\nb:\n  c: x y # why\n  d:\n'],
  ['a list in a map', 'on:\n- push\n- pull_request\njobs:\n  - name: a\n    run: b\n'],
  ['quotes', 'a: "b # c"\n"d e": \'it\'\'s\'\n'],
  ['blocks', 'a: |\n  one\n\n    two\n  three\n\nb: >-\n  one\n  two\n\n  three\n    deeper\n  four\nc: x\n'],
  ['a block at the end', 'a:\n  - |\n    one'],
  ['flow', 'a: [x, "y", 1.10, [], { b: c, d: [e] }] # f\nb: {}\n'],
  ['documents', '# first\n---\na: 1\n--- # second\n- b\n'],
  ['numbers, truth and nothing', 'a: 1.10\nb: 0755\nc: true\nd: ~\ne: null\nf: .inf\ng: yes\nh:\n'],
  ['comments at all depths', 'a:\n  b: 1\n    # deep\n  # middle\n# none\nc: 2\n'],
  ['names of values', 'a: &x\n  b: 1\n  c: 2\nd:\n  <<: *x\n  c: 3\ne: &y z\nf: [a]\ng:\n  - *y\n  - &w v\n'],
  ['escapes that people write', 'a: "b \\"c\\" \\\\d"\n'],
  ['white space that is no space', 'a: b\u00a0\nc: [d\u00a0]\n'],
  ['templates', 'a: ${{ secrets.B }}\nb: https://a.b:80/c#d\n'],
])('%s: is plain', (_name, text) => {
  expect(expectSame(text)).toBe(true);
});

test.each([
  ['an unknown name', 'a: *b\n'],
  ['a tag', 'a: !Ref b\n'],
  ['a value that goes on', 'a: b\n  c\n'],
  ['quotes that go on', 'a: "b\n  c"\n'],
  ['a list that goes on', 'a: [b,\n  c]\n'],
  ['a tab', 'a:\tb\n'],
  ['two values', 'a: b: c\n'],
  ['a wrong indentation', 'a:\n    b: 1\n  c: 2\n'],
  ['text behind quotes', 'a: "b" c\n'],
  ['a key alone', 'a: 1\nb\n'],
  ['an empty document', 'a: 1\n---\n'],
  ['a directive', '%YAML 1.1\n---\na: yes\n'],
  ['escapes', 'a: "\\u0041"\n'],
  ['a number as a key', '1.10: a\n'],
])('%s: is left to the parser of the whole language', (_name, text) => {
  expect(readPlainYaml(text)).toBeUndefined();
});

const VALUES = [
  'x',
  'x y',
  '"q # r"',
  "'s''t'",
  '1.10',
  '-1',
  'true',
  '~',
  '',
  '|',
  '>',
  '|-',
  '>-',
  '[a, b]',
  '{ a: b }',
  '[',
  '&a x',
  '*a',
  'a: b',
  '${{ x }}',
  '- x',
  '# c',
  'x # c',
  '"open',
  '---',
  'http://a:1/b',
];
const KEYS = ['a', 'b c', '"d"', 'on', '.e', '/f', 'x-y', '1', 'true', '<<', '- a', '-', '- - a'];

/** Lines that look like YAML, most of them right. */
function randomYaml(random: Random): string {
  const lines: string[] = [];
  let indent = 0;
  for (let count = 2 + random.below(9); count > 0; count--) {
    const kind = random.below(12);
    if (kind === 0) lines.push(' '.repeat(random.below(6)));
    else if (kind === 1) lines.push(`${' '.repeat(random.below(6))}# note`);
    else if (kind === 2) lines.push(`${' '.repeat(indent + random.below(3))}text of a block`);
    else if (kind === 3) lines.push(`${' '.repeat(indent)}- ${random.pick(VALUES)}`);
    else
      lines.push(`${' '.repeat(indent)}${random.pick(KEYS)}:${random.below(9) === 0 ? '' : ' '}${random.pick(VALUES)}`);
    indent = Math.max(0, indent + 2 * (random.below(3) - 1));
  }
  return lines.join('\n') + random.pick(['', '\n', '\n\n', '\n  \n']);
}

test('whatever is read as plain YAML, the parser of the whole language reads the same', () => {
  const random = randomOf('yaml');
  let plain = 0;
  for (let round = 0; round < 20_000; round++) if (expectSame(randomYaml(random))) plain += 1;
  expect(plain).toBeGreaterThan(500);
});

/** Real files with a part moved, lost or doubled. */
test('files that somebody is editing are read as the parser of the whole language reads them', () => {
  const random = randomOf('edits');
  const texts = YAML.map((path) => readFileSync(join(root, path), 'utf8')).filter(({ length }) => length < 2000);
  for (let round = 0; round < 3000; round++) {
    const text = random.pick(texts);
    const from = random.below(text.length);
    const to = Math.min(text.length, from + random.below(12));
    expectSame(
      text.slice(0, from) +
        random.pick([
          '',
          '\n',
          ' ',
          '  ',
          ':',
          ': ',
          '- ',
          '#',
          '"',
          "'",
          '\n\n  ',
          '[',
          '|',
          text.slice(from, to).repeat(2),
        ]) +
        text.slice(to),
    );
  }
});
