import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Files, TestClient } from './test-client';

const KEPT = '<!-- integration-atlas:keep -->\nAsk Ada.\n<!-- integration-atlas:end-keep -->\n';
let client: TestClient;

async function start(files: Files = {}): Promise<string> {
  client = await TestClient.start({ 'src/pay.ts': 'export const key = process.env.STRIPE_SECRET_KEY;\n', ...files });
  await client.initialize();
  return client.folders[0] ?? '';
}

afterEach(() => client.stop());

test('what is kept survives saving; damaged markers leave the file alone', async () => {
  const file = join(await start(), 'INTEGRATIONS.md');
  await client.save();
  const kept = (await readFile(file, 'utf8')).replace('## Environment', `${KEPT}\n## Environment`);
  await writeFile(file, kept);
  expect(await client.save()).toMatchObject({ outcome: 'unchanged' });
  await client.write('src/more.ts', 'export const more = process.env.MORE_KEY;\n');
  await client.rescan();
  expect(await client.save()).toMatchObject({ outcome: 'written' });
  expect(await readFile(file, 'utf8')).toContain(`${KEPT}\n## Environment`);
  const damaged = `${KEPT}${await readFile(file, 'utf8')}`.replace('<!-- integration-atlas:keep -->\n', '');
  await writeFile(file, damaged);
  const line = damaged.split('\n').indexOf('<!-- integration-atlas:end-keep -->') + 1;
  expect(await client.save(true)).toMatchObject({
    outcome: 'failed',
    message: expect.stringContaining(`INTEGRATIONS.md:${line}: `),
  });
  expect(await readFile(file, 'utf8')).toBe(damaged);
});

test('the project file says what is saved; the view has links from the folder', async () => {
  const project = '{"document": {"path": "docs/MAP.md", "sections": ["Environment Configuration"]}}';
  const root = await start({ '.integration-atlas.json': project });
  expect(await client.save()).toEqual({ outcome: 'written', path: 'docs/MAP.md' });
  const text = await readFile(join(root, 'docs/MAP.md'), 'utf8');
  expect(text.match(/^## .*$/gm)).toEqual(['## Environment Configuration']);
  expect(text).toContain('(../src/pay.ts#L1)');
  expect((await client.document()).markdown).toContain('(src/pay.ts#L1)');
});

test('a section that there is not is told', async () => {
  await start({ '.integration-atlas.json': '{"document": {"sections": ["Payments"]}}' });
  expect(await client.save()).toMatchObject({
    outcome: 'failed',
    message: expect.stringContaining('There is no section "Payments"'),
  });
  expect((await client.document()).markdown).toContain('## Environment Configuration');
});
