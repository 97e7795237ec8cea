import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../host/support';
import { atlas, SHOP } from './support';

const DOCUMENT = 'INTEGRATIONS.md';
const read = (root: string, path = DOCUMENT): string => readFileSync(join(root, path), 'utf8');

test('writes the document, and nothing beside it', async () => {
  const root = temporaryFolder(SHOP);
  expect(await atlas(root, ['generate'])).toEqual({ code: 0, out: '', err: 'Wrote INTEGRATIONS.md\n' });
  expect(read(root)).toContain('**Analysis Date:** 2026-01-05');
  expect(read(root)).toContain('STRIPE_SECRET_KEY');
  expect(readdirSync(root).sort()).toEqual(['.env.example', DOCUMENT, 'package.json', 'pay.ts']);
});

test('prints it instead, and then writes nothing', async () => {
  const root = temporaryFolder(SHOP);
  const { code, out, err } = await atlas(root, ['generate', '.', '--stdout']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('# External Integrations');
  expect(readdirSync(root)).not.toContain(DOCUMENT);
});

test('--date and SOURCE_DATE_EPOCH fix the date', async () => {
  const root = temporaryFolder(SHOP);
  const dated = await atlas(root, ['generate', '--stdout', '--date', '2020-02-29']);
  expect(dated.out).toContain('**Analysis Date:** 2020-02-29');
  const epoch = await atlas(root, ['generate', '--stdout'], { env: { SOURCE_DATE_EPOCH: '86400' } });
  expect(epoch.out).toContain('**Analysis Date:** 1970-01-02');
  const broken = await atlas(root, ['generate', '--stdout'], { env: { SOURCE_DATE_EPOCH: 'soon' } });
  expect(broken).toMatchObject({ code: 2, out: '' });
});

test('a document that differs by its date alone is kept', async () => {
  const root = temporaryFolder(SHOP);
  await atlas(root, ['generate', '--date', '2020-01-01']);
  const { mtimeNs } = statSync(join(root, DOCUMENT), { bigint: true });
  expect(await atlas(root, ['generate'])).toMatchObject({ code: 0, err: 'INTEGRATIONS.md is up to date\n' });
  expect(read(root)).toContain('2020-01-01');
  expect(statSync(join(root, DOCUMENT), { bigint: true }).mtimeNs).toBe(mtimeNs);
  writeFileSync(join(root, 'package.json'), '{ "name": "shop", "dependencies": { "stripe": "^16.0.0" } }');
  await atlas(root, ['generate']);
  expect(read(root)).toContain('2026-01-05');
});

test('never replaces what it did not write, unless forced', async () => {
  const own = '# External Integrations\n\n**Analysis Date:** 2026-01-01\n\nWritten by hand.\n';
  const root = temporaryFolder({ ...SHOP, [DOCUMENT]: own });
  const { code, err } = await atlas(root, ['generate']);
  expect(code).toBe(2);
  expect(err).toContain('--force');
  expect(read(root)).toBe(own);
  expect((await atlas(root, ['generate', '--force'])).code).toBe(0);
  expect(read(root)).not.toContain('by hand');
});

test('--output and the project file say where', async () => {
  const root = temporaryFolder({ ...SHOP, '.integration-atlas.json': '{"document": {"path": "docs/OUTSIDE.md"}}' });
  expect((await atlas(root, ['generate'])).err).toBe(`Wrote ${join('docs', 'OUTSIDE.md')}\n`);
  expect(read(root, 'docs/OUTSIDE.md')).toContain('STRIPE_SECRET_KEY');
  expect((await atlas(root, ['generate', '--output', 'here.md'])).code).toBe(0);
  expect(read(root, 'here.md')).toContain('STRIPE_SECRET_KEY');
});

test('--check fails with the difference when the document is out of date, whatever its date', async () => {
  const root = temporaryFolder(SHOP);
  expect(await atlas(root, ['generate', '--check'])).toMatchObject({ code: 1, out: '' });
  await atlas(root, ['generate', '--date', '2020-01-01']);
  expect(await atlas(root, ['generate', '--check'])).toMatchObject({ code: 0, out: '' });
  writeFileSync(join(root, 'package.json'), SHOP['package.json']?.replace('^15.8.0', '^16.0.0') ?? '');
  const before = read(root);
  const { code, out } = await atlas(root, ['generate', '--check']);
  expect(code).toBe(1);
  expect(out).toMatch(/^@@ line \d+ @@$/m);
  expect(out).toMatch(/^-.*15\.8\.0/m);
  expect(out).toMatch(/^\+.*16\.0\.0/m);
  expect(out).not.toContain('Analysis Date');
  expect(read(root)).toBe(before);
});

test('a place that cannot be written is told', async () => {
  const root = temporaryFolder({ ...SHOP, 'docs/a.txt': '' });
  expect(await atlas(root, ['generate', '--output', 'docs'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('docs could not be written'),
  });
  expect(readdirSync(root)).toHaveLength(4);
});

test('a cancelled scan writes nothing', async () => {
  const root = temporaryFolder(SHOP);
  const { code, out } = await atlas(root, ['generate'], { signal: AbortSignal.abort() });
  expect({ code, out }).toEqual({ code: 130, out: '' });
  expect(readdirSync(root)).not.toContain(DOCUMENT);
});
