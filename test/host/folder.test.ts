import { expect, test } from 'vitest';
import { changesEverything, Folder } from '../../server/src/host/folder';
import { memoryFileSystem } from '../../server/src/host/memory-file-system';
import type { FileFacts } from '../../server/src/model/facts';
import { testAssets } from './support';

const pathsOf = (files: readonly FileFacts[]): readonly string[] => files.map(({ path }) => path);

async function folderOf(entries: Readonly<Record<string, string>>): Promise<[Folder, Map<string, string>]> {
  const files = new Map(Object.entries(entries));
  const folder = new Folder({ fs: memoryFileSystem(files), assets: await testAssets() });
  await folder.scan();
  return [folder, files];
}

const npm = (name: string): string => JSON.stringify({ dependencies: { [name]: '1.0.0' } });
const dependenciesOf = (files: readonly FileFacts[]): readonly string[] =>
  files.flatMap(({ facts }) => facts.filter((fact) => fact.kind === 'dependency').map(({ name }) => name));

test('a changed file is read again, a deleted one forgotten', async () => {
  const [folder, files] = await folderOf({ 'package.json': npm('a') });
  files.set('package.json', npm('b'));
  files.set('lib/package.json', npm('c'));
  const changed = await folder.update(['package.json', 'lib/package.json']);
  expect(dependenciesOf(changed.files)).toEqual(['c', 'b']);
  expect(changed.removed).toEqual([]);
  files.delete('package.json');
  expect(await folder.update(['package.json'])).toEqual({ files: [], removed: ['package.json'], hasFolders: false });
});

test('a folder that came brings its files, one that went takes them', async () => {
  const [folder, files] = await folderOf({});
  files.set('apps/web/package.json', npm('a'));
  files.set('apps/web/node_modules/x/package.json', npm('x'));
  const came = await folder.update(['apps']);
  expect(pathsOf(came.files)).toEqual(['apps/web/package.json']);
  expect(came.hasFolders).toBe(true);
  files.clear();
  expect((await folder.update(['apps'])).removed).toEqual(['apps']);
});

test('the same files are left out as in a scan', async () => {
  const [folder] = await folderOf({
    '.gitignore': 'generated/\n',
    'generated/a.py': '',
    'node_modules/a/index.js': '',
    'a.py': '',
    'b.min.js': '',
  });
  const ignored = ['generated/a.py', 'node_modules/a/index.js', 'b.min.js', 'notes.txt', 'no/such/folder/a.py'];
  for (const path of ignored) expect([path, await folder.isIgnored(path)]).toEqual([path, true]);
  for (const path of ['a.py', 'new.py', '.env']) expect([path, await folder.isIgnored(path)]).toEqual([path, false]);
  expect(await folder.update(ignored)).toEqual({ files: [], removed: [...ignored].sort(), hasFolders: false });
});

test('what an editor holds stands in for the disk', async () => {
  const [folder] = await folderOf({ 'package.json': npm('disk') });
  const open = new Map([
    ['package.json', `\ufeff${npm('editor')}`],
    ['new/package.json', npm('nowhere')],
  ]);
  expect(dependenciesOf((await folder.scan({ open })).files)).toEqual(['editor']);
  expect(dependenciesOf((await folder.update(['package.json'], { open })).files)).toEqual(['editor']);
  expect(dependenciesOf((await folder.update(['package.json'])).files)).toEqual(['disk']);
});

test('an edited text is asked about once, and again after its folder went or came', async () => {
  const [folder, files] = await folderOf({ 'a/package.json': npm('disk') });
  const open = new Map([['a/package.json', npm('editor')]]);
  const edit = async (): Promise<readonly string[]> =>
    pathsOf((await folder.update(open.keys(), { open, edited: true })).files);
  expect(await edit()).toEqual(['a/package.json']);
  open.set('a/package.json', npm('edited'));
  expect(await edit()).toEqual(['a/package.json']);
  files.clear();
  await folder.update(['a'], { open });
  expect(await edit()).toEqual([]);
  files.set('a/package.json', npm('disk'));
  await folder.update(['a'], { open });
  expect(await edit()).toEqual(['a/package.json']);
});

test('a file that becomes generated says nothing any more', async () => {
  const [folder, files] = await folderOf({ 'a.py': 'import os\n' });
  files.set('a.py', '# @generated\nimport os\n');
  expect(await folder.update(['a.py'])).toEqual({ files: [], removed: ['a.py'], hasFolders: false });
});

test('a cancelled scan rejects', async () => {
  const [folder] = await folderOf({ 'a.py': '' });
  await expect(folder.scan({ signal: AbortSignal.abort() })).rejects.toThrow();
});

test('some files decide about others', () => {
  expect(['.gitignore', 'a/.gitignore', '.integration-atlas.json'].every(changesEverything)).toBe(true);
  expect(['a.gitignore', 'a/.integration-atlas.json', '.env'].some(changesEverything)).toBe(false);
});
