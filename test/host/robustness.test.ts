import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeFileSystem } from '../../server/src/host/node-file-system';
import { scanFolder } from '../../server/src/host/scan';
import { problemsOf, scanMemory, temporaryFolder, testAssets } from './support';

const denied = (): Error => Object.assign(new Error('denied'), { code: 'EACCES' });

test('a folder and a file without permission are told by name, the rest is read', async () => {
  const scanned = await scanMemory({
    'locked/': denied(),
    'locked/a.py': '',
    'no.py': denied(),
    'yes.py': 'import os\n',
  });
  expect(problemsOf(scanned)).toEqual([
    'locked: The folder locked could not be read: permission denied.',
    'no.py: The file could not be read: permission denied.',
  ]);
  expect(scanned.files.map(({ path }) => path)).toEqual(['no.py', 'yes.py']);
});

test('a root without permission is told', async () => {
  const fs = { ...nodeFileSystem('/nowhere'), list: () => Promise.reject(denied()) };
  const scanned = await scanFolder({ fs, assets: await testAssets() });
  expect(problemsOf(scanned)).toEqual([': The folder could not be read: permission denied.']);
});

test('a file of 200 MB is told with its size and not read', async () => {
  const root = temporaryFolder({ 'huge.py': '', 'package-lock.json': '', 'huge.bin': '' });
  for (const name of ['huge.py', 'huge.bin', 'package-lock.json']) truncateSync(join(root, name), 200 * 1024 * 1024);
  const scanned = await scanFolder({ fs: nodeFileSystem(root), assets: await testAssets() });
  expect(problemsOf(scanned)).toEqual([
    'huge.py: The file is left out: it has 200.0 MB and the limit is 1.0 MB.',
    'package-lock.json: The file is left out: it has 200.0 MB and the limit is 20.0 MB.',
  ]);
});

test('broken JSON, TOML and YAML are problems that name the file', async () => {
  const scanned = await scanMemory({
    'a/package.json': '{ "dependencies": { "stripe": ',
    'b/pyproject.toml': '[project\nname = ',
    'docker-compose.yml': 'services:\n  - a: [\n b',
    'c/requirements.txt': '-r\n===\n\u0000',
  });
  const named = new Set(problemsOf(scanned).map((problem) => problem.split(':')[0]));
  expect([...named]).toEqual(expect.arrayContaining(['a/package.json', 'b/pyproject.toml', 'docker-compose.yml']));
});

test('Latin-1 bytes and byte order marks are read, and shift no column', async () => {
  const line = 'stripe==1.2.3\n';
  const utf16 = (mark: readonly number[], big: boolean): Uint8Array => {
    const bytes = [...line].flatMap((c) => (big ? [0, c.charCodeAt(0)] : [c.charCodeAt(0), 0]));
    return Uint8Array.from([...mark, ...bytes]);
  };
  const scanned = await scanMemory({
    'big/requirements.txt': utf16([0xfe, 0xff], true),
    'little/requirements.txt': utf16([0xff, 0xfe], false),
    'mark/requirements.txt': Uint8Array.from([0xef, 0xbb, 0xbf, ...Buffer.from(line)]),
    'latin/requirements.txt': Buffer.from(`# caf\xe9\n${line}`, 'latin1'),
    'plain/requirements.txt': line,
  });
  expect(problemsOf(scanned)).toEqual([]);
  const columns = scanned.files.map(({ path, facts }) => [
    path,
    facts.find(({ kind }) => kind === 'dependency')?.range,
  ]);
  const first = { line: 0, column: 0 };
  expect(columns).toMatchObject([
    ['big/requirements.txt', first],
    ['latin/requirements.txt', { line: 1, column: 0 }],
    ['little/requirements.txt', first],
    ['mark/requirements.txt', first],
    ['plain/requirements.txt', first],
  ]);
});

test('binary content under the name of code is told', async () => {
  const scanned = await scanMemory({ 'video.ts': Uint8Array.from([0x47, 0, 0x11, 0]) });
  expect(problemsOf(scanned)).toEqual(['video.ts: The file is left out: it is binary, not text.']);
});

test('paths with brackets and spaces are paths like others', async () => {
  const scanned = await scanMemory({ 'app/[id]/a page/(auth)/#x%20.py': 'import os\n' });
  expect(scanned.files.map(({ path }) => path)).toEqual(['app/[id]/a page/(auth)/#x%20.py']);
});

test('a file that goes away between walk and read is told, and nothing crashes', async () => {
  const fs = nodeFileSystem(temporaryFolder({ 'gone.py': 'import os\n', 'here.py': 'import os\n' }));
  const gone = Object.assign(new Error('gone'), { code: 'ENOENT' });
  const flaky = {
    list: fs.list,
    stat: fs.stat,
    readFile: (path: string) => (path === 'gone.py' ? Promise.reject(gone) : fs.readFile(path)),
  };
  const scanned = await scanFolder({ fs: flaky, assets: await testAssets() });
  expect(problemsOf(scanned)).toEqual(['gone.py: The file could not be read: it is no longer there.']);
  expect(scanned.files.map(({ path }) => path)).toEqual(['gone.py', 'here.py']);
});

test.runIf(process.platform === 'linux')('a name that is not UTF-8 is told', async () => {
  const root = temporaryFolder({ 'a.py': 'import os\n' });
  writeFileSync(Buffer.concat([Buffer.from(`${root}/b`), Buffer.from([0xff]), Buffer.from('.py')]), 'import os\n');
  const scanned = await scanFolder({ fs: nodeFileSystem(root), assets: await testAssets() });
  expect(problemsOf(scanned)).toEqual(['b\ufffd.py: The name of the file is not UTF-8.']);
});

test('deep nesting of folders and of code neither crashes nor hangs', async () => {
  const deep = 'd/'.repeat(300);
  const scanned = await scanMemory({
    [`${deep}a.py`]: 'import os\n',
    'nested.py': `x = ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`,
    'nested.ts': `const x = ${'('.repeat(20_000)}1${')'.repeat(20_000)}\n`,
    'nested.json': '{}',
    'package.json': `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
  });
  expect(scanned.files.map(({ path }) => path)).toContain(`${deep}a.py`);
});

test('code that was made to take for ever is given up and told', async () => {
  const scanned = await scanMemory({
    'hostile.ex': `System.get_env("A")\nx = ${'[\n'.repeat(80_000)}`,
    'mild.ex': 'import Plug.Conn\n',
  });
  expect(problemsOf(scanned)).toEqual(['hostile.ex: The Elixir code could not be read: it takes too long to parse']);
  expect(scanned.files.map(({ path }) => path)).toEqual(['hostile.ex', 'mild.ex']);
});
