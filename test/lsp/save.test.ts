import { readdir, readFile } from 'node:fs/promises';
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
