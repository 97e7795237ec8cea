import ignore, { type Ignore } from 'ignore';
import { expect, test } from 'vitest';
import { matcherOf, readPatterns, verdictOf } from '../../server/src/host/patterns';
import { QuickPatterns } from '../../server/src/host/quick-patterns';
import { type Random, randomOf } from '../support/random';
import { pathsOf } from './support';

const NAMES = [
  'a',
  'b',
  'ab',
  'A',
  'foo',
  'foo.py',
  'x.pyc',
  'x.py',
  '.env',
  '.b',
  'a.tar.gz',
  'a.gz',
  'é.py',
  'a b',
  '#a',
  '!a',
];
const PARTS = [
  ...NAMES,
  '*',
  '*.py',
  '*.py[cod]',
  '[Aa]b',
  '[!a]b',
  '[a-f]oo',
  'f?o',
  'foo*',
  '.*',
  '*.tar.gz',
  '**',
  '[ab',
  '\\#a',
  'a\\ b',
];
const ENDS = ['', '', '', '/', ' ', '/ ', '/*', '/**'];

function randomLine(random: Random): string {
  const start = random.pick(['', '', '', '!', '/', '!/', '**/', '!**/', '\\', '#']);
  const parts = Array.from({ length: 1 + random.below(3) - random.below(2) }, () => random.pick(PARTS));
  return `${start}${parts.join('/')}${random.pick(ENDS)}`;
}

function randomLines(random: Random): readonly string[] {
  return Array.from({ length: 1 + random.below(7) }, () => randomLine(random));
}

interface Asked {
  readonly path: string;
  readonly name: string;
  readonly isFolder: boolean;
}

/** Paths of a folder as a walk comes to them: below what is taken out it does not go. */
function reached(random: Random, matcher: Ignore): readonly Asked[] {
  const asked: Asked[] = [];
  let folders = [''];
  for (let depth = 0; depth < 3; depth++) {
    const below: string[] = [];
    for (const folder of folders) {
      for (let count = 0; count < 5; count++) {
        const name = random.pick(NAMES);
        const path = folder === '' ? name : `${folder}/${name}`;
        const isFolder = random.below(2) === 0;
        asked.push({ path, name, isFolder });
        if (isFolder && verdictOf(matcher, path, true) !== 'out') below.push(path);
      }
    }
    folders = below;
  }
  return asked;
}

test('looking patterns up says what matching them one by one says, on the way down', () => {
  const random = randomOf('patterns');
  let said = 0;
  for (let round = 0; round < 1500; round++) {
    const { lines } = readPatterns(randomLines(random));
    const quick = new QuickPatterns(lines);
    const matcher = matcherOf(lines);
    for (const { path, name, isFolder } of reached(random, matcher)) {
      const verdict = verdictOf(matcher, path, isFolder);
      if (verdict !== undefined) said += 1;
      const asked = `${JSON.stringify(lines)} ${path}${isFolder ? '/' : ''}`;
      expect(quick.verdict(path, name, isFolder), asked).toBe(verdict);
    }
  }
  expect(said).toBeGreaterThan(1000);
});

test.each([
  [['node_modules', '!a/node_modules/'], 'node_modules', false, 'out'],
  [['node_modules', '!a/node_modules/'], 'a/node_modules', true, 'in'],
  [['node_modules', '!a/node_modules/'], 'a/node_modules', false, 'out'],
  [['*.py[cod]'], 'a/b.pyo', false, 'out'],
  [['*.py[cod]'], 'a/b.py', false, undefined],
  [['/build'], 'a/build', true, undefined],
  [['docs/*.md', '!docs/a.md'], 'docs/a.md', false, 'in'],
  [['docs/*.md', '!docs/a.md'], 'docs/b.md', false, 'out'],
  [['.*', '!.env'], 'a/.b', false, 'out'],
  [['.*', '!.env'], 'a/.env', false, 'in'],
  [['*.log', '!*.log'], 'a.log', false, 'in'],
  [['[Ll]ogs/'], 'Logs', false, undefined],
  [['[Ll]ogs/'], 'a/Logs', true, 'out'],
] as const)('%j says of %s (folder: %s): %s', (lines, path, isFolder, verdict) => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  expect(new QuickPatterns(lines).verdict(path, name, isFolder)).toBe(verdict);
});

/** The files that git would see, found with matchers alone, a folder after the other. */
function seenByMatchers(files: Readonly<Record<string, string>>): readonly string[] {
  const paths = Object.keys(files);
  const seen: string[] = [];
  const look = (folder: string, above: readonly (readonly [base: string, matcher: Ignore])[]): void => {
    const base = folder === '' ? '' : `${folder}/`;
    const own = files[`${base}.gitignore`];
    const matchers =
      own === undefined ? above : [...above, [base, matcherOf(readPatterns(own.split('\n')).lines)] as const];
    const isOut = (path: string, isFolder: boolean): boolean =>
      matchers
        .map(([from, matcher]) => verdictOf(matcher, path.slice(from.length), isFolder))
        .findLast((verdict) => verdict !== undefined) === 'out';
    for (const name of new Set(
      paths.filter((path) => path.startsWith(base)).map((path) => path.slice(base.length).split('/')[0] ?? ''),
    )) {
      const path = `${base}${name}`;
      if (path in files && name !== '.gitignore' && !isOut(path, false)) seen.push(path);
      if (path in files || isOut(path, true)) continue;
      look(
        path,
        matchers.map(([from, matcher]) => [
          from,
          verdictOf(matcher, path.slice(from.length), true) === 'out'
            ? ignore({ ignoreCase: false })
                .add(matcher)
                .add(`!/${path.slice(from.length)}/`)
            : matcher,
        ]),
      );
    }
  };
  look('', []);
  return seen.sort();
}

test('a walk sees what matchers of all .gitignore files together leave', async () => {
  const random = randomOf('nested');
  const folders = ['', 'a/', 'b/', 'a/b/', 'a/b/a/', 'b/foo/', 'a/foo/b/'];
  const lines = [
    'a',
    'b/',
    '!b',
    '!a/',
    'foo',
    '!foo/',
    '*.py',
    '!x.py',
    '/x.py',
    '/a/*',
    '!/a/b/',
    'a/b',
    '!a/b/',
    '*',
    '!*/',
  ];
  let left = 0;
  for (let round = 0; round < 150; round++) {
    const files: Record<string, string> = {};
    for (const folder of folders) {
      for (const name of ['x.py', 'y.py', 'foo.py'])
        if (random.below(2) === 0) files[`${folder}${name}`] = 'import os\n';
      if (random.below(2) === 0) {
        files[`${folder}.gitignore`] = Array.from({ length: 1 + random.below(3) }, () => random.pick(lines)).join('\n');
      }
    }
    const seen = seenByMatchers(files);
    left += Object.keys(files).length - seen.length;
    expect(await pathsOf(files), JSON.stringify(files)).toEqual(seen);
  }
  expect(left).toBeGreaterThan(100);
});
