import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { VALUE_PLACES_REQUEST, type ValuePlace, type ValuePlacesParams } from '../../server/src/protocol';
import { TestClient } from './test-client';

const CANARY = 'canary-4f1c';
const FILES = {
  'package.json': '{ "name": "shop" }',
  '.env': `# Signs the tokens\nSIGNING_KEY="${CANARY}"\nEMPTY_KEY=\n`,
  '.env.example': 'SIGNING_KEY=\n',
  'main.ts': 'use(process.env.SIGNING_KEY);\nuse(process.env.EMPTY_KEY);\n',
  'other/package.json': '{ "name": "other" }',
  'other/.env': `OTHER_KEY=${CANARY}\n`,
};

let client: TestClient;
afterEach(() => client.stop());

async function start(settings: Readonly<Record<string, unknown>>): Promise<void> {
  client = await TestClient.start(FILES);
  client.settings = settings;
  await client.initialize();
}

const places = (asked: ValuePlacesParams): Promise<readonly ValuePlace[]> =>
  client.request(VALUE_PLACES_REQUEST, asked);

async function hoverText(line: number): Promise<string> {
  return JSON.stringify(await client.hover(client.uri('main.ts'), line, 20));
}

test('off unless the user says so: no mask, and no place of a value', async () => {
  await start({});
  expect(await hoverText(0)).toContain('**SIGNING_KEY**');
  expect(await hoverText(0)).not.toContain('Value:');
  expect(await places({ uri: client.uri('.env'), name: 'SIGNING_KEY' })).toEqual([]);
  expect(await places({ uri: client.uri('main.ts'), line: 0, column: 20 })).toEqual([]);
});

test('masked: where values stand now, and never what they are', async () => {
  await start({ values: 'masked' });
  expect(await hoverText(0)).toContain('empty in [.env.example]');
  expect(await hoverText(0)).toContain('Value: •••••••• in [.env]');
  expect(await hoverText(0)).toContain('command:integrationAtlas.revealValue?');
  expect(await hoverText(1)).toContain('Value: empty in [.env]');
  const [place, ...others] = await places({ uri: client.uri('main.ts'), line: 0, column: 20 });
  expect(others).toEqual([]);
  expect(place).toMatchObject({
    name: 'SIGNING_KEY',
    path: '.env',
    line: 1,
    column: 13,
    endColumn: 13 + CANARY.length,
  });
  expect(await places({ uri: client.uri('.env'), name: 'SIGNING_KEY' })).toEqual([place]);
  expect(await places({ uri: client.uri('main.ts'), line: 1, column: 20 })).toEqual([]);
  await client.write('.env', `\n\nSIGNING_KEY=${CANARY}\n`);
  expect(await places({ uri: client.uri('.env'), name: 'SIGNING_KEY' })).toMatchObject([{ line: 2, column: 12 }]);
});

test('a link opens no other file than one that declares the variable', async () => {
  await start({ values: 'masked' });
  for (const path of ['main.ts', 'package.json', 'other/.env', '../.env', 'nowhere/.env']) {
    expect(await places({ uri: client.uri(path), name: 'SIGNING_KEY' })).toEqual([]);
  }
});

test('no answer, log or file holds a value', async () => {
  await start({ values: 'masked' });
  const answers = [
    await hoverText(0),
    await client.hover(client.uri('.env'), 1, 3),
    await places({ uri: client.uri('.env'), name: 'SIGNING_KEY' }),
    await client.rows(),
    await client.document(),
    await client.save(),
    client.logged,
    client.news,
  ];
  expect(JSON.stringify(answers)).not.toContain(CANARY);
  const root = fileURLToPath(client.uri(''));
  const written = (await readdir(root, { recursive: true, withFileTypes: true })).filter(
    (entry) => entry.isFile() && !/^\.env$/.test(entry.name),
  );
  const texts = await Promise.all(written.map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8')));
  expect(texts.length).toBeGreaterThan(4);
  expect(texts.join('\n')).not.toContain(CANARY);
});
