import { afterEach, expect, test } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver/node';
import { CAPABILITIES, type Files, TestClient } from './test-client';

let client: TestClient;
afterEach(() => client.stop());

const EDITS = {
  ...CAPABILITIES,
  workspace: {
    ...CAPABILITIES?.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] },
  },
};

async function start(...workspaces: readonly Files[]): Promise<void> {
  client = await TestClient.start(...workspaces);
  await client.initialize(EDITS);
}

const codes = (path: string, folder = 0) =>
  (client.diagnostics.get(client.uri(path, folder)) ?? []).map(({ code }: Diagnostic) => code);

const READ = 'export const url = process.env.API_URL;\nrun(url);\n';
const CANARY = 'q7Zr2Lm9Xc4Vb8Nn1Tk6Wp3Hs5';

function actions(path: string, line: number): Promise<readonly CodeAction[]> {
  const range = { start: { line, character: 0 }, end: { line, character: 1 } };
  const uri = client.uri(path);
  return client.request('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics: client.diagnostics.get(uri) ?? [] },
  });
}

test('closed files are told of, and taken back when the cause is gone', async () => {
  await start({ 'a.ts': READ, 'b.ts': 'use(process.env.B_THING);\n', '.env.example': 'B_THING=\n' });
  await expect.poll(() => codes('a.ts')).toEqual(['env-required-undeclared']);
  expect(codes('b.ts')).toEqual([]);
  await client.write('.env.example', 'B_THING=\nAPI_URL=\n');
  await client.changed(client.uri('.env.example'));
  await expect.poll(() => codes('a.ts')).toEqual([]);
  await client.remove('b.ts');
  await client.changed(client.uri('b.ts'));
  await expect.poll(() => codes('.env.example')).toEqual(['env-unused']);
});

test('only files whose findings changed are told again', async () => {
  await start({ 'a.ts': READ, 'b.ts': 'use(process.env.B_THING);\n' });
  await expect.poll(() => codes('b.ts')).toEqual(['env-required-undeclared']);
  const before = client.publications.length;
  await client.open(client.uri('a.ts'), READ);
  await client.edit(client.uri('a.ts'), `\n${READ}`);
  await expect.poll(() => client.diagnostics.get(client.uri('a.ts'))?.[0]?.range.start.line).toBe(1);
  expect(client.publications.slice(before)).toEqual([client.uri('a.ts')]);
});

test('settings: severity, scope and off', async () => {
  await start({ 'a.ts': READ });
  const set = async (diagnostics: object): Promise<void> => {
    client.settings = { diagnostics };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
  };
  await set({ severity: { 'env-required-undeclared': 'error' } });
  await expect.poll(() => client.diagnostics.get(client.uri('a.ts'))?.[0]?.severity).toBe(1);
  await set({ scope: 'openFiles' });
  await expect.poll(() => codes('a.ts')).toEqual([]);
  await client.open(client.uri('a.ts'), READ);
  await expect.poll(() => codes('a.ts')).toEqual(['env-required-undeclared']);
  await set({ enabled: false });
  await expect.poll(() => codes('a.ts')).toEqual([]);
});

test('a declaration of another folder does not count', async () => {
  await start({ 'a.ts': READ }, { '.env.example': 'API_URL=\n' });
  await expect.poll(() => codes('a.ts')).toEqual(['env-required-undeclared']);
});

test('a fix makes the template', async () => {
  await start({ 'a.ts': READ });
  await expect.poll(() => codes('a.ts')).toHaveLength(1);
  const [first] = await actions('a.ts', 0);
  expect(first).toMatchObject({ title: 'Create .env.example with API_URL', kind: 'quickfix', isPreferred: true });
  expect(first?.edit?.documentChanges).toMatchObject([
    { kind: 'create', uri: client.uri('.env.example') },
    { textDocument: { uri: client.uri('.env.example') }, edits: [{ newText: 'API_URL=\n' }] },
  ]);
  expect((await actions('a.ts', 1)).length).toBe(0);
});

test('values are in no message and no fix', async () => {
  await start({
    'a.ts': 'use(process.env.SIGNING_SECRET);\n',
    '.env': `SIGNING_SECRET=${CANARY}\nOLD_THING=${CANARY}\n`,
  });
  await expect.poll(() => codes('.env')).toEqual(['env-secret-value', 'env-unused']);
  const all = [...(await actions('.env', 0)), ...(await actions('.env', 1))];
  expect(all.map(({ title }) => title)).toContain('Empty the value of SIGNING_SECRET');
  expect(JSON.stringify([all, [...client.diagnostics], client.logged])).not.toContain(CANARY);
});
