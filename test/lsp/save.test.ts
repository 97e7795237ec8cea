import { mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Files, TestClient } from './test-client';

let client: TestClient;

async function start(files: Files): Promise<TestClient> {
  client = await TestClient.start({ 'src/pay.ts': 'export const key = process.env.STRIPE_SECRET_KEY;\n', ...files });
  await client.initialize();
  return client;
}

const read = (path: string): Promise<string> => readFile(join(client.folders[0] ?? '', path), 'utf8');

afterEach(() => client.stop());

test('the document is written once, and again only when it says something else', async () => {
  await start({});
  expect(await client.save()).toEqual({ outcome: 'written', path: 'INTEGRATIONS.md' });
  expect(await read('INTEGRATIONS.md')).toBe((await client.document()).markdown);
  expect(await client.save()).toEqual({ outcome: 'unchanged', path: 'INTEGRATIONS.md' });
  await client.write('src/more.ts', 'export const more = process.env.MORE_KEY;\n');
  await client.rescan();
  expect(await client.save()).toMatchObject({ outcome: 'written' });
  expect(await read('INTEGRATIONS.md')).toContain('MORE_KEY');
  expect((await readdir(client.folders[0] ?? '')).sort()).toEqual(['INTEGRATIONS.md', 'src']);
});

test('a file of someone else is overwritten only when told so', async () => {
  await start({ 'INTEGRATIONS.md': '# My notes\n' });
  expect(await client.save()).toMatchObject({ outcome: 'foreign' });
  expect(await read('INTEGRATIONS.md')).toBe('# My notes\n');
  expect(await client.save(true)).toMatchObject({ outcome: 'written' });
  expect(await read('INTEGRATIONS.md')).toContain('STRIPE_SECRET_KEY');
});

test('the setting says where, inside the folder alone', async () => {
  await start({ 'docs/about.txt': '' });
  client.settings = { documentPath: 'docs/Integrations.md' };
  await client.notify('workspace/didChangeConfiguration', { settings: null });
  await expect.poll(() => client.save()).toMatchObject({ outcome: 'written', path: 'docs/Integrations.md' });
  expect(await read('docs/Integrations.md')).toContain('STRIPE_SECRET_KEY');
  client.settings = { documentPath: '../out.md' };
  await client.notify('workspace/didChangeConfiguration', { settings: null });
  await expect.poll(() => client.save()).toMatchObject({ outcome: 'failed', path: '../out.md' });
});

test('the project file stands above the settings', async () => {
  await start({ '.integration-atlas.json': '{ "document": { "path": "A.md", "length": "compact" } }' });
  client.settings = { documentPath: 'B.md', document: { length: 'full', sections: ['Environment Configuration'] } };
  await client.notify('workspace/didChangeConfiguration', { settings: null });
  await expect.poll(async () => (await client.document()).markdown).not.toContain('## Data Storage');
  expect(await client.save()).toEqual({ outcome: 'written', path: 'A.md' });
  expect(await read('A.md')).toContain('- `STRIPE_SECRET_KEY`\n');
});

test('the settings say how the document is written, in the preview and in the file', async () => {
  await start({});
  client.settings = { document: { links: 'plain', length: 'compact', sections: ['environment configuration'] } };
  await client.notify('workspace/didChangeConfiguration', { settings: null });
  await expect.poll(async () => (await client.document()).markdown).not.toContain('## Data Storage');
  expect(await client.save()).toEqual({ outcome: 'written', path: 'INTEGRATIONS.md' });
  expect(await read('INTEGRATIONS.md')).not.toContain('](');
  client.settings = { document: { sections: ['Nothing Known'], links: 7, length: 'tiny' } };
  await client.notify('workspace/didChangeConfiguration', { settings: null });
  await expect
    .poll(() => client.save())
    .toMatchObject({ outcome: 'failed', message: expect.stringContaining('no section "Nothing Known"') });
  expect((await client.document()).markdown).toContain('## Data Storage');
});

test('a path that a scan would read, or that a link leads out of the folder, is refused', async () => {
  await start({ 'docs/about.txt': '' });
  client.settings = { documentPath: 'src/pay.ts' };
  await client.notify('workspace/didChangeConfiguration', { settings: null });
  await expect.poll(() => client.save(true)).toMatchObject({ outcome: 'failed', path: 'src/pay.ts' });
  expect(await read('src/pay.ts')).toContain('process.env');
  const outside = await mkdtemp(join(tmpdir(), 'outside-'));
  await symlink(outside, join(client.folders[0] ?? '', 'linked'));
  client.settings = { documentPath: 'linked/INTEGRATIONS.md' };
  await client.notify('workspace/didChangeConfiguration', { settings: null });
  await expect
    .poll(() => client.save(true))
    .toMatchObject({ outcome: 'failed', message: expect.stringContaining('leads out') });
  expect(await readdir(outside)).toEqual([]);
  await rm(outside, { recursive: true });
});

test('whoever shows the document is told when settings make another of it', async () => {
  await start({});
  const before = client.news.length;
  client.settings = { document: { length: 'compact' } };
  await client.notify('workspace/didChangeConfiguration', { settings: null });
  await expect.poll(() => client.news.length).toBeGreaterThan(before);
  expect((await client.document()).markdown).toContain('- `STRIPE_SECRET_KEY`\n');
});
