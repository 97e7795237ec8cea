import { beforeAll, expect, test } from 'vitest';
import type { Location } from '../../server/src/model/text';
import type { Snapshot } from '../../server/src/model/workspace';
import { definitionAt } from '../../server/src/views/definition';
import { hoverAt } from '../../server/src/views/hover';
import { highlightsAt, referencesAt } from '../../server/src/views/references';
import { symbolsOf } from '../../server/src/views/symbols';
import { variableAt } from '../../server/src/views/variable-at';
import { snapshotOf } from '../support/snapshot';
import { at, FILES, lines } from './navigation-files';

let snapshot: Snapshot;

beforeAll(async () => {
  snapshot = await snapshotOf(FILES);
});

const short = (places: readonly Location[]): readonly string[] =>
  places.map(({ path, range }) => `${path}:${range.line + 1}`);

function define(path: keyof typeof FILES, needle: string): readonly string[] {
  return short(definitionAt(snapshot, path, at(FILES[path], needle, 2)));
}

test('a definition is the nearest: the template, its other files, shared files, then what passes it on', () => {
  expect(define('apps/api/src/pay.ts', 'process.env.STRIPE_KEY')).toEqual([
    'apps/api/.env.example:3',
    'apps/api/.env:1',
    '.env.example:2',
    'docker-compose.yml:4',
    '.github/workflows/ci.yml:6',
  ]);
});

test('each application has declarations of its own, and none of another that it does without', () => {
  const found = define('apps/web/src/main.ts', 'process.env.STRIPE_KEY');
  expect(found.slice(0, 2)).toEqual(['apps/web/.env.local:1', '.env.example:2']);
  expect(found.filter((place) => place.startsWith('apps/api'))).toEqual([]);
  expect(define('apps/api/src/pay.ts', 'process.env.SHARED_URL')).toEqual(['.env.example:3']);
});

test('a file of the root sees the declarations of all, the root first', () => {
  const text = 'Pay with `STRIPE_KEY`.\n';
  const found = short(definitionAt(snapshot, 'INTEGRATIONS.md', { line: 0, column: 12 }, lines(text)));
  expect(found[0]).toBe('.env.example:2');
  expect(found).toContain('apps/api/.env.example:3');
  expect(found).toContain('apps/web/.env.local:1');
});

test('where nothing declares a variable, a settings class does, and else nothing', () => {
  expect(define('apps/ml/main.py', 'MODEL_TOKEN')).toEqual(['apps/ml/settings.py:4']);
  expect(define('apps/web/src/main.ts', 'process.env.UNDECLARED')).toEqual([]);
  expect(define('apps/web/src/main.ts', 'const other')).toEqual([]);
});

test('references: own application first, tests behind its code, declarations when asked for', () => {
  const position = at(FILES['apps/api/src/pay.ts'], 'process.env.STRIPE_KEY', 15);
  const reads = short(referencesAt(snapshot, 'apps/api/src/pay.ts', position, false));
  expect(reads).toEqual([
    'apps/api/src/pay.ts:1',
    'apps/api/src/pay.ts:3',
    'apps/api/src/pay.test.ts:1',
    'apps/ml/main.py:3',
    'apps/web/src/main.ts:2',
    'docker-compose.yml:4',
  ]);
  const all = short(referencesAt(snapshot, 'apps/api/src/pay.ts', position, true));
  expect(all).toEqual(expect.arrayContaining([...reads, 'apps/api/.env:1', '.env.example:2', 'docker-compose.yml:4']));
  expect(all.length).toBe(13);
});

test('a default that is a read of its own is meant where the pointer is on it', () => {
  const text = FILES['apps/ml/main.py'];
  const named = (needle: string) => variableAt(snapshot, 'apps/ml/main.py', at(text, needle, 2))?.variable.name;
  expect(named('STRIPE_KEY')).toBe('STRIPE_KEY');
  expect(named('SHARED_URL')).toBe('SHARED_URL');
});

test('highlights: the names of the file, declarations apart from reads', () => {
  const pay = FILES['apps/api/src/pay.ts'];
  const position = at(pay, 'process.env.STRIPE_KEY', 3);
  expect(highlightsAt(snapshot, 'apps/api/src/pay.ts', position, lines(pay))).toEqual([
    { kind: 'read', range: { line: 0, column: 31, endLine: 0, endColumn: 41 } },
    { kind: 'read', range: { line: 2, column: 34, endLine: 2, endColumn: 44 } },
  ]);
  const compose = FILES['docker-compose.yml'];
  const kinds = highlightsAt(snapshot, 'docker-compose.yml', at(compose, 'STRIPE_KEY'), lines(compose));
  expect(kinds.map(({ kind }) => kind)).toEqual(['declaration', 'read']);
  const text = '`STRIPE_KEY` and STRIPE_KEY and `STRIPE_KEY_2`\n\n    STRIPE_KEY=x\n';
  const named = highlightsAt(snapshot, 'docs/pay.md', { line: 0, column: 4 }, lines(text));
  expect(named.map(({ range, kind }) => [range.line, range.column, kind])).toEqual([
    [0, 1, 'text'],
    [2, 4, 'text'],
  ]);
  expect(highlightsAt(snapshot, 'apps/api/src/pay.ts', { line: 0, column: 8 }, lines(pay))).toEqual([]);
});

const named = (path: string, text: string, needle = 'STRIPE_KEY'): string | undefined =>
  variableAt(snapshot, path, at(text, needle, 3), lines(text))?.variable.name;

test.each([
  ['INTEGRATIONS.md', 'Auth: `STRIPE_KEY` (required)'],
  ['INTEGRATIONS.md', '| `a` | `x`` ` | `STRIPE_KEY` |'],
  ['INTEGRATIONS.md', '``process.env.STRIPE_KEY``'],
  ['README.md', 'export STRIPE_KEY=x'],
  ['README.md', '> - STRIPE_KEY: the key'],
  ['deploy/values.yaml', 'key: ${STRIPE_KEY}'],
  ['deploy/values.yaml', 'key: ${STRIPE_KEY:-none}'],
  ['deploy/values.yaml', 'key: ${{ secrets.STRIPE_KEY }}'],
  ['deploy/values.yaml', 'key: {{ .Values.STRIPE_KEY | quote }}'],
  ['deploy/values.yaml', '  "STRIPE_KEY": x'],
  ['apps/api/.env.staging', 'B=${STRIPE_KEY}'],
  ['apps/api/.env.staging', '#STRIPE_KEY = x'],
])('%s names a variable: %s', (path, text) => {
  expect(named(path, text)).toBe('STRIPE_KEY');
});

test.each([
  ['README.md', 'The STRIPE_KEY is secret'],
  ['README.md', '`a` STRIPE_KEY `b`'],
  ['README.md', '`not closed STRIPE_KEY'],
  ['README.md', '`MY_STRIPE_KEY`'],
  ['README.md', '{{ closed }} STRIPE_KEY }}'],
  ['README.md', `${'x'.repeat(5000)}\`STRIPE_KEY\``],
  ['values.yaml', 'run: echo STRIPE_KEY: no'],
  ['values.yaml', 'url: http://STRIPE_KEY'],
  ['src/new.ts', 'const a = `${STRIPE_KEY}`; // `STRIPE_KEY`'],
  ['src/new.py', 'STRIPE_KEY = 1'],
])('%s names none: %s', (path, text) => {
  expect(named(path, text)).toBeUndefined();
});

test('a name that nobody knows is none', () => {
  expect(named('README.md', '`OTHER_KEY`', 'OTHER_KEY')).toBeUndefined();
});

test('the hover works in texts, and shows no value', () => {
  const text = 'Auth: `STRIPE_KEY`';
  const hover = hoverAt(snapshot, 'INTEGRATIONS.md', { line: 0, column: 10 }, (path) => path, lines(text));
  expect(hover?.range).toEqual({ line: 0, column: 7, endLine: 0, endColumn: 17 });
  expect(hover?.markdown).toContain('**STRIPE_KEY** · Stripe');
  expect(hover?.markdown).not.toContain('canary');
});

test('symbols: variables and integrations whose names hold the letters', () => {
  const found = symbolsOf(snapshot, 'stripe');
  expect(found.map(({ name, kind, path }) => [name, kind, path])).toEqual([
    ['Stripe', 'integration', 'apps/api/package.json'],
    ['STRIPE_KEY', 'variable', '.env.example'],
    ['STRIPE_OLD', 'variable', 'apps/api/.env.example'],
  ]);
  expect(found.map(({ container }) => container)).toEqual(['Payments', 'Stripe', 'Stripe']);
  expect(symbolsOf(snapshot, 'mtok').map(({ name }) => name)).toEqual(['MODEL_TOKEN']);
  expect(symbolsOf(snapshot, 'undecl').map(({ path, range }) => [path, range.line])).toEqual([
    ['apps/web/src/main.ts', 2],
  ]);
  expect(symbolsOf(snapshot, 'nothing of the kind')).toEqual([]);
  expect(symbolsOf(snapshot, '').length).toBeGreaterThan(5);
});
