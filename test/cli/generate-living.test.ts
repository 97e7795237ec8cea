import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../host/support';
import { atlas, SHOP } from './support';

const DOCUMENT = 'INTEGRATIONS.md';
const KEPT = '<!-- integration-atlas:keep -->\nAsk Ada for the key.\n<!-- integration-atlas:end-keep -->\n';
const read = (root: string, path = DOCUMENT): string => readFileSync(join(root, path), 'utf8');
const write = (root: string, text: string, path = DOCUMENT): void => writeFileSync(join(root, path), text);
const upgrade = (root: string): void =>
  write(root, SHOP['package.json']?.replace('^15.8.0', '^16.0.0') ?? '', 'package.json');

/** A shop with its document, and a block kept below its payments. */
async function keptShop(): Promise<string> {
  const root = temporaryFolder(SHOP);
  await atlas(root, ['generate', '--date', '2020-01-01']);
  write(root, read(root).replace('### Payments\n', `### Payments\n\n${KEPT}\n`));
  expect(read(root)).toContain('Ada');
  return root;
}

test('what is kept survives, and is no difference to a check', async () => {
  const root = await keptShop();
  expect(await atlas(root, ['generate', '--check'])).toMatchObject({ code: 0, out: '' });
  const before = read(root);
  expect((await atlas(root, ['generate'])).err).toBe('INTEGRATIONS.md is up to date\n');
  expect(read(root)).toBe(before);
  upgrade(root);
  const { code, out } = await atlas(root, ['generate', '--check']);
  expect(code).toBe(1);
  expect(out.match(/^[-+].*$/gm)?.every((line) => line.includes('stripe'))).toBe(true);
  expect((await atlas(root, ['generate'])).err).toBe('Wrote INTEGRATIONS.md\n');
  expect(read(root)).toContain(`### Payments\n\n${KEPT}\n- Stripe`);
  expect(read(root)).toContain('^16.0.0');
  expect(await atlas(root, ['generate', '--check'])).toMatchObject({ code: 0, out: '' });
});

test('a second run changes no byte', async () => {
  const root = await keptShop();
  upgrade(root);
  await atlas(root, ['generate']);
  const first = read(root);
  await atlas(root, ['generate', '--date', '2031-12-31']);
  expect(read(root)).toBe(first);
});

test('a kept block whose heading is gone stands under Notes', async () => {
  const root = await keptShop();
  write(root, '{ "name": "shop" }', 'package.json');
  write(root, 'export {};\n', 'pay.ts');
  write(root, 'UNUSED_THING=1\n', '.env.example');
  await atlas(root, ['generate']);
  expect(read(root)).not.toContain('### Payments');
  expect(read(root)).toContain(`\n## Notes\n\n${KEPT}\n---\n`);
});

test.each([['generate'], ['generate', '--force'], ['generate', '--check']])(
  'damaged markers are told by file and line, and the file is left alone: %s %s',
  async (...argv) => {
    const root = await keptShop();
    upgrade(root);
    const damaged = read(root).replace('<!-- integration-atlas:end-keep -->\n', '');
    write(root, damaged);
    const line = damaged.split('\n').indexOf('<!-- integration-atlas:keep -->') + 1;
    const { code, out, err } = await atlas(root, argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(new RegExp(`^integration-atlas: INTEGRATIONS\\.md:${line}: .*never closed`));
    expect(read(root)).toBe(damaged);
  },
);

test('what is kept in a document of someone else survives --force', async () => {
  const root = temporaryFolder({ ...SHOP, [DOCUMENT]: `# Mine\n\n${KEPT}\nGone.\n` });
  expect((await atlas(root, ['generate'])).code).toBe(2);
  expect((await atlas(root, ['generate', '--force'])).code).toBe(0);
  expect(read(root)).toContain(KEPT);
  expect(read(root)).not.toContain('Gone.');
});

test('Windows line ends stay', async () => {
  const root = await keptShop();
  write(root, read(root).replaceAll('\n', '\r\n'));
  expect(await atlas(root, ['generate', '--check'])).toMatchObject({ code: 0 });
  upgrade(root);
  await atlas(root, ['generate']);
  expect(read(root)).toContain('^16.0.0');
  expect(read(root)).toContain(KEPT.replaceAll('\n', '\r\n'));
  expect(read(root)).not.toMatch(/[^\r]\n/);
});

test('text that is not UTF-8 is left alone, for it would not come back as it was', async () => {
  const root = temporaryFolder({ ...SHOP, [DOCUMENT]: Uint8Array.from([0x23, 0x20, 0xe9, 0x0a]) });
  const { code, err } = await atlas(root, ['generate', '--force']);
  expect(code).toBe(2);
  expect(err).toContain('not UTF-8');
  expect([...readFileSync(join(root, DOCUMENT))]).toEqual([0x23, 0x20, 0xe9, 0x0a]);
});

test('the document is never input: with it a scan says the same', async () => {
  const root = temporaryFolder(SHOP);
  const before = (await atlas(root, ['scan', '--json'])).out;
  await atlas(root, ['generate']);
  await atlas(root, ['generate', '--output', 'docs/other.md']);
  expect((await atlas(root, ['scan', '--json'])).out).toBe(before);
  expect(before).toContain('STRIPE_SECRET_KEY');
});

test.each(['requirements.txt', '.env.example', 'src/notes.ts', 'Dockerfile'])(
  'it is not written as %s',
  async (name) => {
    const root = temporaryFolder(SHOP);
    const { code, err } = await atlas(root, ['generate', '--force', '--output', name]);
    expect(code).toBe(2);
    expect(err).toContain('would read');
    expect(readdirSync(root).sort()).toEqual(['.env.example', 'package.json', 'pay.ts']);
    expect(read(root, '.env.example')).toBe(SHOP['.env.example']);
  },
);

test('links lead from the place that --output or the project file says', async () => {
  const project = '{"document": {"path": "docs/MAP.md"}}';
  const root = temporaryFolder({ ...SHOP, '.integration-atlas.json': project });
  await atlas(root, ['generate']);
  expect(read(root, 'docs/MAP.md')).toContain('[pay.ts:2](../pay.ts#L2)');
  expect((await atlas(root, ['generate', '--stdout'])).out).toContain('[pay.ts:2](../pay.ts#L2)');
  await atlas(root, ['generate', '--output', 'MAP.md']);
  expect(read(root, 'MAP.md')).toContain('[pay.ts:2](pay.ts#L2)');
  const outside = temporaryFolder({ 'shop/a.txt': '', 'maps/b.txt': '' });
  for (const [path, text] of Object.entries(SHOP)) write(outside, text, `shop/${path}`);
  await atlas(outside, ['generate', 'shop', '--output', 'maps/SHOP.md']);
  expect(read(outside, 'maps/SHOP.md')).toContain('[pay.ts:2](../shop/pay.ts#L2)');
  expect(read(outside, 'maps/SHOP.md')).not.toContain(outside);
});

test('where a link stands, the file that it names is written', async () => {
  const root = temporaryFolder({ ...SHOP, 'docs/a.txt': '' });
  mkdirSync(join(root, 'docs/deep'));
  write(root, '', 'docs/deep/MAP.md');
  symlinkSync(join('docs', 'deep', 'MAP.md'), join(root, DOCUMENT));
  await atlas(root, ['generate', '--force']);
  expect(lstatSync(join(root, DOCUMENT)).isSymbolicLink()).toBe(true);
  expect(read(root, 'docs/deep/MAP.md')).toContain('[pay.ts:2](../../pay.ts#L2)');
});

test('a link to a file that is yet to be writes that file', async () => {
  const root = temporaryFolder(SHOP);
  symlinkSync(join('docs', 'MAP.md'), join(root, DOCUMENT));
  expect(await atlas(root, ['generate'])).toMatchObject({ code: 0 });
  expect(lstatSync(join(root, DOCUMENT)).isSymbolicLink()).toBe(true);
  expect(read(root, 'docs/MAP.md')).toContain('[pay.ts:2](../pay.ts#L2)');
});

test.skipIf(process.platform === 'win32')('who may read and write the file stays', async () => {
  const root = temporaryFolder(SHOP);
  await atlas(root, ['generate']);
  chmodSync(join(root, DOCUMENT), 0o660);
  upgrade(root);
  await atlas(root, ['generate']);
  expect(lstatSync(join(root, DOCUMENT)).mode & 0o777).toBe(0o660);
});

test.skipIf(process.platform === 'win32')('a pipe in its place is told, not waited for', async () => {
  const root = temporaryFolder(SHOP);
  execFileSync('mkfifo', [join(root, DOCUMENT)]);
  const { code, err } = await atlas(root, ['generate']);
  expect({ code, err }).toEqual({
    code: 2,
    err: 'integration-atlas: INTEGRATIONS.md could not be written: it is no regular file.\n',
  });
});

test('options say what is written, above the project file', async () => {
  const project = '{"document": {"sections": ["Environment Configuration"], "links": "plain", "length": "compact"}}';
  const root = temporaryFolder({ ...SHOP, '.integration-atlas.json': project });
  const byProject = (await atlas(root, ['generate', '--stdout'])).out;
  expect(byProject.match(/^## .*$/gm)).toEqual(['## Environment Configuration']);
  expect(byProject).not.toContain('](');
  const argv = ['--sections', 'apis & external services, Not Detected', '--links', 'github', '--length', 'full'];
  const { out } = await atlas(root, ['generate', '--stdout', ...argv]);
  expect(out.match(/^## .*$/gm)).toEqual(['## APIs & External Services', '## Not Detected']);
  expect(out).toContain('[pay.ts:2](pay.ts#L2)');
  expect(out).toContain('  - SDK/Client: ');
});

test.each([
  [
    ['--sections', 'Data Storge'],
    ['--sections: There is no section "Data Storge"', 'Did you mean "Data Storage"?'],
  ],
  [['--sections', ','], ['at least one section']],
  [['--links', 'gitlab'], ['--links is one of relative, github, plain, not "gitlab"']],
  [['--length', 'short'], ['--length is one of full, normal, compact, not "short"']],
])('options that cannot be honoured are told, and nothing is written: %j', async (argv, messages) => {
  const root = temporaryFolder(SHOP);
  const { code, out, err } = await atlas(root, ['generate', ...argv]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  for (const message of messages) expect(err).toContain(message);
  expect(readdirSync(root)).not.toContain(DOCUMENT);
});

test('an unknown section of the project file is told with its place', async () => {
  const project = '{"document": {"sections": ["Payments"]}}';
  const root = temporaryFolder({ ...SHOP, '.integration-atlas.json': project });
  const { code, err } = await atlas(root, ['generate']);
  expect(code).toBe(2);
  expect(err).toContain('.integration-atlas.json, document.sections: There is no section "Payments"');
  expect(readdirSync(root)).not.toContain(DOCUMENT);
  expect((await atlas(root, ['generate', '--sections', 'Not Detected'])).code).toBe(0);
});
