import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../host/support';
import { atlas } from './support';

test('help goes to standard output, the lack of a command to standard error', async () => {
  const help = await atlas('/', ['--help']);
  expect(help).toMatchObject({ code: 0, err: '' });
  expect(help.out).toContain('generate      Write INTEGRATIONS.md');
  expect(await atlas('/', [])).toEqual({ code: 2, out: '', err: help.out });
  const own = await atlas('/', ['generate', '-h']);
  expect(own).toMatchObject({ code: 0, err: '' });
  expect(own.out).toContain('--date YYYY-MM-DD');
});

test('the version', async () => {
  expect(await atlas('/', ['--version'])).toEqual({ code: 0, out: '1.2.3\n', err: '' });
});

test.each([
  [['scna'], 'Unknown command scna. Did you mean scan?'],
  [['paint'], 'Unknown command paint. Known are scan, env, explain, generate.'],
  [['scan', '--jsno'], 'Unknown option --jsno. Did you mean --json?'],
  [
    ['scan', '--check'],
    'Unknown option --check. Known are --json, --read-all, --no-cache, --cache, --help, --version.',
  ],
  [['scan', '-x'], 'Unknown option -x. Known are --json, --read-all, --no-cache, --cache, --help, --version.'],
  [['scan', 'a', 'b'], 'One folder at a time: what is "b" for?'],
  [['scan', '--json=yes'], '--json takes no value.'],
  [['generate', '--output'], '--output needs a value: FILE.'],
  [['generate', '--date', '1.2.2026'], '--date needs a date as YYYY-MM-DD, not "1.2.2026".'],
  [['generate', '--date', '2026-02-30'], '--date needs a date as YYYY-MM-DD, not "2026-02-30".'],
  [['generate', '--stdout', '--check'], '--stdout writes no file: it does not go with --check.'],
  [['scan', 'nowhere'], 'There is no folder nowhere.'],
  [['scan', 'file.txt'], 'file.txt is not a folder.'],
])('%j is told what is wrong', async (argv, message) => {
  const root = temporaryFolder({ 'file.txt': '' });
  mkdirSync(join(root, 'a'));
  expect(await atlas(root, argv)).toEqual({ code: 2, out: '', err: `integration-atlas: ${message}\n` });
});

test('a folder may have the name of a command or start with a dash', async () => {
  const root = temporaryFolder({ 'scan/a.py': '', '-x/a.py': '' });
  expect(await atlas(root, ['scan', 'scan'])).toMatchObject({ code: 0, err: '' });
  expect(await atlas(root, ['scan', '--', '-x'])).toMatchObject({ code: 0, err: '' });
});
