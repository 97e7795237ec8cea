import { afterEach, expect, test } from 'vitest';
import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { CAPABILITIES, type Files, TestClient } from './test-client';

const SHOP = {
  '.env.example': 'STRIPE_SECRET_KEY=\nOTHER_KEY=\n',
  'src (new)/pay.ts': 'export const key = process.env.STRIPE_SECRET_KEY;\n',
  'app.py': 'import os\nkey = os.environ["STRIPE_SECRET_KEY"]\n',
  'README.md': 'Set `STRIPE_SECRET_KEY` first.\n',
} as const;

let client: TestClient;

async function start(capabilities = CAPABILITIES, ...folders: readonly Files[]): Promise<void> {
  client = await TestClient.start(...folders);
  await client.initialize(capabilities);
}

afterEach(() => client.stop());

const position = (line: number, character: number) => ({ line, character });

function prepare(uri: string, line: number, character: number): Promise<unknown> {
  return client.request('textDocument/prepareRename', { textDocument: { uri }, position: position(line, character) });
}

function rename(uri: string, line: number, character: number, newName: string): Promise<WorkspaceEdit | null> {
  return client.request('textDocument/rename', {
    textDocument: { uri },
    position: position(line, character),
    newName,
  });
}

const short = ({ range: { start, end }, newText }: TextEdit): string =>
  `${start.line}:${start.character}-${end.character} ${newText}`;

test('a renaming: open texts by their version, files on disk without one, what is uncertain with a question', async () => {
  await start(CAPABILITIES, SHOP, { 'a.ts': 'use(process.env.STRIPE_SECRET_KEY);\n' });
  const pay = client.uri('src (new)/pay.ts');
  await client.open(pay, SHOP['src (new)/pay.ts']);
  // Not saved: the name stands a line further down than on disk, and once more.
  await client.edit(
    pay,
    '\nconst a = process.env.STRIPE_SECRET_KEY;\nconst b = process.env["STRIPE_SECRET_KEY"];\n',
    7,
  );
  expect(await prepare(pay, 1, 25)).toEqual({
    range: { start: position(1, 22), end: position(1, 39) },
    placeholder: 'STRIPE_SECRET_KEY',
  });
  const edit = await rename(pay, 1, 25, 'PAY_KEY');
  const changes = (edit?.documentChanges ?? []) as readonly TextDocumentEdit[];
  expect(
    changes.map(({ textDocument, edits }) => [
      textDocument.uri,
      textDocument.version,
      edits.map((one) => short(one as TextEdit)),
    ]),
  ).toEqual([
    [client.uri('.env.example'), null, ['0:0-17 PAY_KEY']],
    [client.uri('README.md'), null, ['0:5-22 PAY_KEY']],
    [client.uri('app.py'), null, ['1:18-35 PAY_KEY']],
    [pay, 7, ['1:22-39 PAY_KEY', '2:23-40 PAY_KEY']],
  ]);
  const notes = edit?.changeAnnotations ?? {};
  const asked = changes.flatMap(({ textDocument, edits }) =>
    edits.flatMap((one) => {
      const note = 'annotationId' in one ? notes[one.annotationId] : undefined;
      return note?.needsConfirmation === true ? [`${textDocument.uri.split('/').at(-1)}: ${note.label}`] : [];
    }),
  );
  expect(asked).toEqual(['README.md: Documents']);
});

test('a file that changed on disk unnoticed is read again before it is renamed in', async () => {
  await start(CAPABILITIES, SHOP);
  const env = client.uri('.env.example');
  await client.open(env, SHOP['.env.example']);
  await client.write('app.py', 'import os\n\n\nkey = os.environ["STRIPE_SECRET_KEY"]\n');
  const edit = await rename(env, 0, 3, 'PAY_KEY');
  const changes = (edit?.documentChanges ?? []) as readonly TextDocumentEdit[];
  const app = changes.find(({ textDocument }) => textDocument.uri === client.uri('app.py'));
  expect(app?.edits.map((one) => short(one as TextEdit))).toEqual(['3:18-35 PAY_KEY']);
});

test('refusals reach the editor; where no variable stands nothing is answered', async () => {
  await start(CAPABILITIES, SHOP);
  const env = client.uri('.env.example');
  await client.open(env, SHOP['.env.example']);
  await expect(rename(env, 0, 3, 'A-B')).rejects.toThrow(/only letters, digits and _/);
  await expect(rename(env, 0, 3, 'OTHER_KEY')).rejects.toThrow(/OTHER_KEY is declared in .env.example:2/);
  const pay = client.uri('src (new)/pay.ts');
  await client.open(pay, 'const name = process.env.PATH;\n');
  expect(await prepare(pay, 0, 8)).toBeNull();
  expect(await rename(pay, 0, 8, 'x')).toBeNull();
  expect(client.logged.filter(({ message }) => message.startsWith('Rename'))).toEqual([]);
});

test('an editor that asks no questions gets what needs none', async () => {
  await start({ workspace: { workspaceFolders: true } }, SHOP);
  const env = client.uri('.env.example');
  await client.open(env, SHOP['.env.example']);
  const edit = await rename(env, 0, 3, 'PAY_KEY');
  const pay = client.uri('src (new)/pay.ts').replace('(', '%28').replace(')', '%29');
  expect(Object.keys(edit?.changes ?? {})).toEqual([env, client.uri('app.py'), pay]);
});

test('a renaming waits for a scan that runs', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 200 }, (_, n) => [`lib/${n}.ts`, `use(process.env.MANY_${n});\n`]),
  );
  await start(CAPABILITIES, { ...SHOP, ...many });
  const pay = client.uri('src (new)/pay.ts');
  await client.open(pay, SHOP['src (new)/pay.ts']);
  const scan = client.rescan();
  await client.edit(pay, `\n${SHOP['src (new)/pay.ts']}`, 2);
  const edit = await rename(pay, 1, 40, 'PAY_KEY');
  expect(edit?.documentChanges).toHaveLength(4);
  await scan;
});
