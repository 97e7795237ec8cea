import { afterEach, expect, test } from 'vitest';
import type {
  CompletionItem,
  CompletionList,
  DocumentHighlight,
  Location,
  SymbolInformation,
} from 'vscode-languageserver/node';
import { type Files, TestClient } from './test-client';

let client: TestClient;

async function start(...workspaces: readonly Files[]): Promise<void> {
  client = await TestClient.start(...workspaces);
  await client.initialize();
}

afterEach(() => client.stop());

const SHOP = {
  'package.json': '{ "name": "shop", "dependencies": { "stripe": "^18.0.0" } }',
  'src (new)/pay.ts': 'export const key = process.env.STRIPE_SECRET_KEY;\n',
  '.env.example': '# Payments\nSTRIPE_SECRET_KEY=canary-value\n',
};

const ask = <T>(method: string, uri: string, line: number, character: number, more: object = {}): Promise<T> =>
  client.request<T>(`textDocument/${method}`, { textDocument: { uri }, position: { line, character }, ...more });

const complete = (uri: string, line: number, character: number): Promise<CompletionList | null> =>
  ask('completion', uri, line, character);

test('definition and references lead to the files, in the texts of documents too', async () => {
  await start(SHOP);
  const pay = client.uri('src (new)/pay.ts');
  const declared = [
    { uri: client.uri('.env.example'), range: { start: { line: 1, character: 0 }, end: { line: 1, character: 17 } } },
  ];
  expect(await ask<Location[]>('definition', pay, 0, 40)).toEqual(declared);
  expect(await ask<Location[]>('definition', pay, 0, 3)).toEqual([]);
  const reads = await ask<Location[]>('references', pay, 0, 40, { context: { includeDeclaration: false } });
  expect(reads.map(({ uri, range }) => [decodeURIComponent(uri), range.start])).toEqual([
    [decodeURIComponent(pay), { line: 0, character: 31 }],
  ]);
  const all = await ask<Location[]>('references', pay, 0, 40, { context: { includeDeclaration: true } });
  expect(all).toHaveLength(2);
  const document = client.uri('INTEGRATIONS.md');
  await client.open(document, 'Auth:\n- `STRIPE_SECRET_KEY` and STRIPE_SECRET_KEY\n');
  expect(await ask<Location[]>('definition', document, 1, 8)).toEqual(declared);
  expect(await ask<Location[]>('definition', document, 1, 30)).toEqual([]);
  expect(JSON.stringify(await client.hover(document, 1, 8))).toContain('**STRIPE_SECRET_KEY** · Stripe');
});

test('highlights of the text as it is, and none of ours elsewhere', async () => {
  await start(SHOP);
  const pay = client.uri('src (new)/pay.ts');
  await client.open(pay, `\nconst { STRIPE_SECRET_KEY } = process.env;\n${SHOP['src (new)/pay.ts']}`);
  const found = await ask<DocumentHighlight[] | null>('documentHighlight', pay, 1, 10);
  expect(found?.map(({ range, kind }) => [range.start.line, range.start.character, kind])).toEqual([
    [1, 8, 2],
    [2, 31, 2],
  ]);
  expect(await ask('documentHighlight', pay, 1, 1)).toBeNull();
});

test('completion while a name is typed; its text is made when it is looked at', async () => {
  await start(SHOP);
  const uri = client.uri('src (new)/mail.ts');
  await client.open(uri, 'const a = 1;\r\nconst key = process.env.\r\n');
  const list = await complete(uri, 1, 24);
  expect(list?.items).toHaveLength(1);
  const [item] = list?.items ?? [];
  const range = { start: { line: 1, character: 24 }, end: { line: 1, character: 24 } };
  expect(item).toMatchObject({
    label: 'STRIPE_SECRET_KEY',
    detail: 'Stripe · required',
    textEdit: { range, newText: 'STRIPE_SECRET_KEY' },
  });
  expect(item?.documentation).toBeUndefined();
  const resolved = await client.request<CompletionItem>('completionItem/resolve', item);
  expect(JSON.stringify(resolved.documentation)).toContain('Required: read without a default');
  expect(JSON.stringify(resolved)).not.toContain('canary');
  expect(await complete(uri, 0, 9)).toBeNull();
  const stranger = { label: 'X', data: { folder: 'file:///nowhere' } };
  expect(await client.request('completionItem/resolve', stranger)).toEqual(stranger);
  client.settings = { completion: { enabled: false } };
  await client.notify('workspace/didChangeConfiguration', { settings: null });
  await expect.poll(() => complete(uri, 1, 24)).toBeNull();
});

test('folders do not mix', async () => {
  await start(SHOP, {
    'a.ts': 'export const a = process.env.OTHER_KEY;\n',
    '.env': 'OTHER_KEY=\nSTRIPE_SECRET_KEY=\n',
  });
  const uri = client.uri('a.ts', 1);
  await client.open(uri, 'export const a = process.env.OTHER_KEY;\nexport const b = process.env.STRIPE_SECRET_KEY;\n');
  const found = await ask<Location[]>('definition', uri, 1, 40);
  expect(found.map((place) => place.uri)).toEqual([client.uri('.env', 1)]);
  const pay = client.uri('src (new)/pay.ts');
  await client.open(pay, 'export const key = process.env.STRIPE_SECRET_KEY;\nprocess.env.\n');
  expect((await complete(pay, 1, 12))?.items.map(({ label }) => label)).toEqual(['STRIPE_SECRET_KEY']);
});

test('symbols of all folders', async () => {
  await start(SHOP, { 'a.ts': 'export const a = process.env.OTHER_KEY;\n' });
  const symbols = (query: string) => client.request<SymbolInformation[]>('workspace/symbol', { query });
  const found = await symbols('key');
  expect(found.map(({ name, kind, containerName, location }) => [name, kind, containerName, location.uri])).toEqual([
    ['STRIPE_SECRET_KEY', 14, 'Stripe', client.uri('.env.example')],
    ['OTHER_KEY', 14, '', client.uri('a.ts', 1)],
  ]);
  expect((await symbols('strp')).map(({ name, kind }) => [name, kind])).toEqual([
    ['Stripe', 2],
    ['STRIPE_SECRET_KEY', 14],
  ]);
});

test('a text outside of all folders has no answers', async () => {
  await start(SHOP);
  const uri = 'file:///elsewhere/a.ts';
  await client.open(uri, 'process.env.STRIPE_SECRET_KEY\n');
  expect(await ask('definition', uri, 0, 20)).toBeNull();
  expect(await complete(uri, 0, 12)).toBeNull();
});

test('answers do not wait for a scan: what has moved meanwhile is known by its name alone', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 300 }, (_, n) => [`lib/${n}.ts`, `use(process.env.MANY_${n});\n`]),
  );
  await start({ ...SHOP, ...many });
  const pay = client.uri('src (new)/pay.ts');
  await client.open(pay, SHOP['src (new)/pay.ts']);
  expect(await client.hover(pay, 0, 40)).not.toBeNull();
  let isOver = false;
  const scan = client.rescan().then(() => {
    isOver = true;
  });
  await client.edit(pay, `use(other);\nconst a = 1;\n${SHOP['src (new)/pay.ts']}`, 2);
  const moved = await client.hover(pay, 2, 40);
  const gone = await client.hover(pay, 0, 5);
  expect(isOver).toBe(false);
  expect(JSON.stringify(moved)).toContain('**STRIPE_SECRET_KEY** · Stripe');
  expect(moved?.range).toEqual({ start: { line: 2, character: 31 }, end: { line: 2, character: 48 } });
  expect(gone).toBeNull();
  await scan;
  expect((await client.hover(pay, 2, 40))?.range?.start).toEqual({ line: 2, character: 19 });
});

test('references are the names themselves, in files that no editor has open', async () => {
  const files = {
    ...SHOP,
    'a.exs': 'System.fetch_env!("STRIPE_SECRET_KEY")\n',
    'b.ts':
      "use(process.env.STRIPE_SECRET_KEY, process.env['STRIPE_SECRET_KEY']);\nconst { STRIPE_SECRET_KEY: k } = process.env;\n",
    'c.py': 'import os\nkey = os.environ.get(\n    "STRIPE_SECRET_KEY",\n    "x",\n)\n',
    'd.py': 'from pydantic_settings import BaseSettings\nclass S(BaseSettings):\n    stripe_secret_key: str\n',
    'compose.yml': 'services:\n  a:\n    build: .\n    environment:\n      STRIPE_SECRET_KEY: ${STRIPE_SECRET_KEY}\n',
  };
  await start(files);
  const texts: Readonly<Record<string, string>> = files;
  const found = await ask<Location[]>('references', client.uri('.env.example'), 1, 3, {
    context: { includeDeclaration: true },
  });
  const named = found.map(({ uri, range: { start, end } }) => {
    const path = decodeURIComponent(uri)
      .slice(decodeURIComponent(client.uri('')).length)
      .replace(/^\//, '');
    expect(end.line).toBe(start.line);
    return `${path}: ${texts[path]?.split('\n')[start.line]?.slice(start.character, end.character)}`;
  });
  expect(named.sort()).toEqual([
    '.env.example: STRIPE_SECRET_KEY',
    'a.exs: STRIPE_SECRET_KEY',
    'b.ts: STRIPE_SECRET_KEY',
    'b.ts: STRIPE_SECRET_KEY',
    'b.ts: STRIPE_SECRET_KEY',
    'c.py: STRIPE_SECRET_KEY',
    'compose.yml: STRIPE_SECRET_KEY',
    'compose.yml: STRIPE_SECRET_KEY',
    'd.py: stripe_secret_key',
    'src (new)/pay.ts: STRIPE_SECRET_KEY',
  ]);
});

test('a name that nothing reads says in its file why it is not told as unused', async () => {
  await start({
    ...SHOP,
    '.env.example': 'STRIPE_SECRET_KEY=\nGO_THING=\n',
    'composer.json': '{}',
  });
  const env = client.uri('.env.example');
  expect(JSON.stringify(await client.hover(env, 1, 3))).toContain(
    'not told as unused: programs in PHP are not read (composer.json)',
  );
  expect(JSON.stringify(await client.hover(env, 0, 3))).not.toContain('unused');
});
