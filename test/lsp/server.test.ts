import { afterEach, expect, test } from 'vitest';
import { DOCUMENT_REQUEST, type DocumentResult, TREE_REQUEST, type TreeResult } from '../../server/src/protocol';
import { type Files, TestClient } from './test-client';

let client: TestClient;

async function start(...workspaces: readonly Files[]): Promise<TestClient> {
  client = await TestClient.start(...workspaces);
  await client.initialize();
  return client;
}

afterEach(() => client.stop());

const READS = 'export const key = process.env.STRIPE_SECRET_KEY;\n';

test('a folder is scanned and its rows are told', async () => {
  await start({ 'package.json': '{"name": "shop", "dependencies": {"stripe": "^18.0.0"}}', 'src/pay.ts': READS });
  expect(await client.labels('variable')).toEqual(['STRIPE_SECRET_KEY']);
  expect(await client.labels('integration')).toContain('Stripe');
  expect(client.news.at(-1)).toMatchObject({ scanning: false, integrations: 1, variables: 1, problems: 0 });
});

test('the ids of rows are unique in their folder', async () => {
  await start({ 'a.ts': 'const { API_TOKEN } = process.env; const again = process.env.API_TOKEN;\n' });
  const ids = (await client.rows()).map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(2);
  expect(new Set(ids).size).toBe(ids.length);
});

test('what is opened later is sent later, and its mark changes with it', async () => {
  await start({ 'src/pay.ts': READS });
  const variable = async () => (await client.rows()).find(({ kind }) => kind === 'variable');
  const before = await variable();
  expect(before?.children).toBeUndefined();
  expect(before?.more).toBeDefined();
  expect(await client.labels('read')).toHaveLength(1);
  await client.open(client.uri('src/pay.ts'), `\n${READS}`);
  await client.until(async () => (await variable())?.more !== before?.more);
  const read = (await client.rows()).find(({ kind }) => kind === 'read');
  expect(read?.location?.line).toBe(1);
});

test('who knows the rows is told what has changed of them, and nothing where nothing has', async () => {
  await start({ 'src/pay.ts': READS, 'src/mail.ts': 'export const mail = process.env.MAIL_KEY;\n' });
  const first = (await client.tree()).folders[0];
  const ask = async (state = '') =>
    (await client.request<TreeResult>(TREE_REQUEST, { known: { [client.uri('')]: state } })).folders[0];
  expect(await ask(first?.state)).toMatchObject({ nodes: [], changes: { rows: [], lists: [] }, state: first?.state });
  await client.open(client.uri('src/pay.ts'), `${READS}${READS}`);
  await client.until(async () => (await ask(first?.state))?.state !== first?.state);
  const later = await ask('of another server');
  expect(later?.changes).toBeUndefined();
  expect(later?.nodes.length).toBeGreaterThan(0);
  const revision = client.news.at(-1)?.revision ?? 0;
  await client.edit(client.uri('src/pay.ts'), READS);
  await client.until((news) => news.revision > revision);
  const changed = await ask(later?.state);
  expect(changed?.nodes).toEqual([]);
  expect(changed?.changes?.rows.map(({ label }) => label)).toEqual(['Stripe', 'STRIPE_SECRET_KEY']);
});

test('who knows the document is not sent it again', async () => {
  await start({ 'src/pay.ts': READS });
  const { markdown, state } = await client.document();
  expect(markdown).toContain('STRIPE_SECRET_KEY');
  const again = await client.request<DocumentResult>(DOCUMENT_REQUEST, { folder: client.uri(''), known: state });
  expect(again).toMatchObject({ state });
  expect(again.markdown).toBeUndefined();
});

test('an editor without settings, watchers and folders is served as well', async () => {
  client = await TestClient.start({ 'src/pay.ts': READS });
  await client.initialize({});
  expect(await client.labels('variable')).toEqual(['STRIPE_SECRET_KEY']);
  expect(client.watched).toEqual([]);
});

test('all files are watched, and settings are followed', async () => {
  await start({ 'src/pay.ts': READS, 'old/pay.ts': 'export const old = process.env.OLD_KEY;\n' });
  expect(client.watched).toContain('workspace/didChangeWatchedFiles');
  expect(await client.labels('variable')).toEqual(['OLD_KEY', 'STRIPE_SECRET_KEY']);
  client.settings = { exclude: ['old/'] };
  await client.notify('workspace/didChangeConfiguration', { settings: null });
  await client.until(async () => (await client.labels('variable')).length === 1);
  expect(await client.labels('variable')).toEqual(['STRIPE_SECRET_KEY']);
});

test('a hover tells of the variable and links to its places', async () => {
  await start({ 'src (new)/pay.ts': READS, '.env.example': 'STRIPE_SECRET_KEY=\n' });
  const hover = await client.hover(client.uri('src (new)/pay.ts'), 0, 36);
  expect(hover?.range).toEqual({ start: { line: 0, character: 19 }, end: { line: 0, character: 48 } });
  expect(JSON.stringify(hover?.contents)).toContain(`(${client.uri('.env.example')}#L1)`);
  expect(JSON.stringify(hover?.contents)).toContain('/src%20%28new%29/pay.ts#L1)');
  expect(await client.hover(client.uri('src (new)/pay.ts'), 0, 3)).toBeNull();
  expect(await client.hover(client.uri('.env.example'), 0, 3)).not.toBeNull();
  client.settings = { hover: { enabled: false } };
  await client.notify('workspace/didChangeConfiguration', { settings: null });
  await expect.poll(() => client.hover(client.uri('.env.example'), 0, 3)).toBeNull();
});

test('unsaved text stands in for the file until it is closed', async () => {
  await start({ 'src/pay.ts': READS });
  const uri = client.uri('src/pay.ts');
  await client.open(uri, READS);
  await client.edit(uri, 'export const key = process.env.UNSAVED_KEY;\n');
  await client.until(async () => (await client.labels('variable')).includes('UNSAVED_KEY'));
  expect(await client.labels('variable')).toEqual(['UNSAVED_KEY']);
  await client.close(uri);
  await client.until(async () => (await client.labels('variable')).includes('STRIPE_SECRET_KEY'));
  expect(await client.labels('variable')).toEqual(['STRIPE_SECRET_KEY']);
});

test('a hover answers for the text as it is, not as it was before the last key', async () => {
  await start({ 'src/pay.ts': READS });
  const uri = client.uri('src/pay.ts');
  await client.open(uri, READS);
  await client.edit(uri, `\n\n${READS}`);
  expect((await client.hover(uri, 2, 36))?.range?.start.line).toBe(2);
});

test('a text that was open before its folder counts in it', async () => {
  await start({ 'a.ts': '' }, { 'src/pay.ts': READS });
  const added = { uri: client.uri('', 1), name: 'folder 2' };
  const change = (event: object) => client.notify('workspace/didChangeWorkspaceFolders', { event });
  await change({ added: [], removed: [added] });
  await client.until(async () => (await client.tree()).folders.length === 1);
  await client.open(client.uri('src/pay.ts', 1), 'export const key = process.env.UNSAVED_KEY;\n');
  await change({ added: [added], removed: [] });
  await client.until(async () => (await client.labels('variable', 1)).length > 0);
  expect(await client.labels('variable', 1)).toEqual(['UNSAVED_KEY']);
});

test('changes on disk are followed: new, changed and deleted files, deleted folders', async () => {
  await start({ 'src/pay.ts': READS, 'lib/deep/mail.ts': 'export const mail = process.env.MAIL_KEY;\n' });
  await client.write('src/new.ts', 'export const n = process.env.NEW_KEY;\n');
  await client.write('src/pay.ts', 'export const key = process.env.CHANGED_KEY;\n');
  await client.changed(client.uri('src/new.ts'), client.uri('src/pay.ts'));
  await client.until(async () => (await client.labels('variable')).includes('NEW_KEY'));
  expect(await client.labels('variable')).toEqual(['CHANGED_KEY', 'MAIL_KEY', 'NEW_KEY']);
  // A watcher tells of a deleted folder once, not of each file in it.
  await client.remove('lib');
  await client.remove('src/new.ts');
  await client.changed(client.uri('lib'), client.uri('src/new.ts'));
  await client.until(async () => !(await client.labels('variable')).includes('MAIL_KEY'));
  expect(await client.labels('variable')).toEqual(['CHANGED_KEY']);
});

test('a new .gitignore is obeyed', async () => {
  await start({ 'src/pay.ts': READS, 'out/pay.ts': 'export const o = process.env.OUT_KEY;\n' });
  await client.write('.gitignore', 'out/\n');
  await client.changed(client.uri('.gitignore'));
  await client.until(async () => !(await client.labels('variable')).includes('OUT_KEY'));
  expect(await client.labels('variable')).toEqual(['STRIPE_SECRET_KEY']);
});

test('what changes nothing is not told', async () => {
  await start({ 'src/pay.ts': READS, 'notes.txt': 'a' });
  const told = client.news.length;
  await client.changed(client.uri('src/pay.ts'), client.uri('notes.txt'), client.uri('.git/index'));
  await client.open(client.uri('src/pay.ts'), READS);
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(client.news.length).toBe(told);
});

test('two folders do not mix', async () => {
  await start({ 'a.ts': READS }, { 'b.ts': 'export const b = process.env.OTHER_KEY;\n' });
  expect(await client.labels('variable', 0)).toEqual(['STRIPE_SECRET_KEY']);
  expect(await client.labels('variable', 1)).toEqual(['OTHER_KEY']);
  expect(client.news.at(-1)).toMatchObject({ variables: 2 });
  await client.notify('workspace/didChangeWorkspaceFolders', {
    event: { added: [], removed: [{ uri: client.uri('', 0), name: 'folder 1' }] },
  });
  await client.until(({ variables }) => variables === 1);
  expect(await client.labels('variable', 0)).toEqual(['OTHER_KEY']);
});

test('the document follows the code', async () => {
  await start({ 'src/pay.ts': READS });
  const before = await client.document();
  expect(before.complete).toBe(true);
  expect(before.markdown).toContain('STRIPE_SECRET_KEY');
  await client.write('src/pay.ts', 'export const key = process.env.CHANGED_KEY;\n');
  await client.changed(client.uri('src/pay.ts'));
  await client.until(async () => ((await client.document()).markdown ?? '').includes('CHANGED_KEY'));
  expect((await client.document()).revision).toBeGreaterThan(before.revision);
});

test('a rescan finds what no watcher told', async () => {
  await start({ 'src/pay.ts': READS });
  await client.write('src/silent.ts', 'export const s = process.env.SILENT_KEY;\n');
  await client.rescan();
  expect(await client.labels('variable')).toEqual(['SILENT_KEY', 'STRIPE_SECRET_KEY']);
});

test('requests for what is not there are answered, not refused', async () => {
  await start({ 'src/pay.ts': READS });
  expect(await client.hover('untitled:Untitled-1', 0, 0)).toBeNull();
  expect(await client.hover('file:///nowhere/%E0%A4%A.ts', 0, 0)).toBeNull();
  expect(await client.request('integrationAtlas/document', { folder: 'git:/x' })).toBeNull();
  expect(client.logged.filter(({ type }) => type === 1)).toEqual([]);
});

test('a cancelled scan keeps what was known and says that it may be incomplete', async () => {
  const many = Array.from({ length: 400 }, (_, index) => [`src/file${index}.ts`, READS] as const);
  await start(Object.fromEntries(many));
  await client.remove('src/file0.ts');
  const rescan = client.rescan();
  await client.notify('integrationAtlas/cancelScan', {});
  await rescan;
  expect((await client.document()).complete).toBe(false);
  expect(await client.labels('variable')).toEqual(['STRIPE_SECRET_KEY']);
  expect(await client.save()).toMatchObject({ outcome: 'failed' });
  expect(client.news.at(-1)).toMatchObject({ scanning: false, problems: 1 });
  await client.rescan();
  expect((await client.document()).complete).toBe(true);
  expect(client.news.at(-1)).toMatchObject({ problems: 0 });
});
