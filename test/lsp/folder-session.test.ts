import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadAssets } from '../../server/src/host/assets';
import { FolderSession } from '../../server/src/lsp/folder-session';
import { ASSETS } from '../support/extract';

/** How a folder is kept true while much happens at once, told by what its session says of it. */
const MANY = 300;

let root: string;
let session: FolderSession;
/** How often the session said that something changed. */
let changes: number;
/** What scans and other long work told: a line each time that one begins, moves or ends. */
let told: string[];
let cancel: () => void;
let onChanged: () => void;

const reads = (name: string): string => `export const value = process.env.${name};\n`;
const fileOf = (index: number): string => `src/part${index % 20}/file${index}.ts`;

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

/** Another branch: every file reads another variable. */
async function switchTo(branch: string): Promise<readonly string[]> {
  const paths = Array.from({ length: MANY }, (_, index) => fileOf(index));
  await Promise.all(paths.map((path, index) => write(path, reads(`${branch}_${index}`))));
  return paths;
}

const variables = (): readonly string[] => session.snapshot().env.map(({ name }) => name);
const branches = (): readonly string[] => [...new Set(variables().map((name) => name.replace(/_\d+$/, '')))].sort();

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval'], shouldAdvanceTime: true });
  root = await mkdtemp(join(tmpdir(), 'atlas-session-'));
  changes = 0;
  told = [];
  cancel = () => {};
  onChanged = () => {};
  const assets = await loadAssets(ASSETS);
  session = new FolderSession(
    'folder',
    root,
    { assets },
    {
      changed: () => {
        changes += 1;
        onChanged();
      },
      scanStarted: (stop) => {
        cancel = stop;
        told.push('begins');
        return { progress: () => told.push('moves'), ended: () => told.push('ends') };
      },
      log: () => {},
    },
  );
});

afterEach(async () => {
  session.close();
  vi.useRealTimers();
  await rm(root, { recursive: true, force: true });
});

test('another branch is one change, told of while it is read', async () => {
  await switchTo('MAIN');
  await session.rescan();
  expect(branches()).toEqual(['MAIN']);
  changes = 0;
  told = [];
  for (const path of await switchTo('OTHER')) session.touch(path);
  await session.refreshed();
  expect(branches()).toEqual(['OTHER']);
  expect(variables()).toHaveLength(MANY);
  expect(changes).toBe(1);
  expect([told[0], told.at(-1)]).toEqual(['begins', 'ends']);
  expect(told).toContain('moves');
});

test('few changes need no telling how far they are', async () => {
  await write('a.ts', reads('OLD'));
  await session.rescan();
  told = [];
  await write('a.ts', reads('NEW'));
  session.touch('a.ts');
  await session.refreshed();
  expect(variables()).toEqual(['NEW']);
  expect(told).toEqual([]);
});

test('a folder of thousands that is gone is forgotten at once', async () => {
  await switchTo('MAIN');
  await write('stays.ts', reads('STAYS'));
  await session.rescan();
  await rm(join(root, 'src'), { recursive: true });
  for (let index = 0; index < MANY; index += 1) session.touch(fileOf(index));
  await session.refreshed();
  expect(variables()).toEqual(['STAYS']);
});

test('who types does not wait for another branch, and what is typed counts in the end', async () => {
  const typed = fileOf(MANY - 1);
  await switchTo('MAIN');
  await session.rescan();
  session.setOpen(typed, reads('BEFORE'));
  await session.refreshed();
  const seen: string[] = [];
  onChanged = () => seen.push(branches().join(' '));
  for (const path of await switchTo('OTHER')) session.touch(path);
  const all = session.refreshed();
  session.setOpen(typed, reads('TYPED'));
  await all;
  expect(seen[0]).toBe('MAIN TYPED');
  expect(branches()).toEqual(['OTHER', 'TYPED']);
});

test('what changes while it is read is read again, and the older reading does not stay', async () => {
  await switchTo('MAIN');
  await session.rescan();
  const paths = await switchTo('OTHER');
  for (const path of paths) session.touch(path);
  const all = session.refreshed();
  // The files are being read: some were, others will be.
  await write(paths[0] ?? '', reads('LAST'));
  session.touch(paths[0] ?? '');
  await all;
  await session.refreshed();
  expect(branches()).toEqual(['LAST', 'OTHER']);
});

test('the reading of another branch can be stopped, says so, and a scan makes up for it', async () => {
  await switchTo('MAIN');
  await session.rescan();
  for (const path of await switchTo('OTHER')) session.touch(path);
  const all = session.refreshed();
  await vi.waitFor(() => expect(told.filter((line) => line === 'begins')).toHaveLength(2));
  cancel();
  await all;
  expect(session.complete).toBe(false);
  expect(session.snapshot().problems.map(({ message }) => message)).toEqual([
    'The scan was cancelled: what is shown may be incomplete. Rescan to see everything.',
  ]);
  await session.rescan();
  expect(session.complete).toBe(true);
  expect(branches()).toEqual(['OTHER']);
  expect(session.snapshot().problems).toEqual([]);
});

test('a scan that is wanted stops what is being read, and finds it', async () => {
  await switchTo('MAIN');
  await session.rescan();
  for (const path of await switchTo('OTHER')) session.touch(path);
  const reading = session.refreshed();
  await vi.waitFor(() => expect(told.filter((line) => line === 'begins')).toHaveLength(2));
  await write('.gitignore', 'part3/\n');
  session.touch('.gitignore');
  await reading;
  expect(branches()).toEqual(['OTHER']);
  expect(variables()).toHaveLength(MANY - MANY / 20);
});

test('a folder that is closed reads nothing any more', async () => {
  await switchTo('MAIN');
  const scanning = session.rescan();
  await vi.waitFor(() => expect(told).toContain('begins'));
  session.close();
  await scanning;
  expect(variables()).toEqual([]);
  expect(told.at(-1)).toBe('ends');
  const before = changes;
  await vi.advanceTimersByTimeAsync(5000);
  expect(changes).toBe(before);
  expect(vi.getTimerCount()).toBe(0);
});

test('nothing runs and nothing waits while nothing changes', async () => {
  await switchTo('MAIN');
  await session.rescan();
  session.setOpen(fileOf(0), reads('TYPED'));
  session.touch(fileOf(1));
  expect(vi.getTimerCount()).toBe(2);
  await vi.waitFor(() => expect(branches()).toEqual(['MAIN', 'TYPED']));
  await session.refreshed();
  expect(vi.getTimerCount()).toBe(0);
});

test('letters that follow each other fast are read together', async () => {
  await write('a.ts', reads('A'));
  await session.rescan();
  changes = 0;
  for (let letters = 1; letters <= 20; letters += 1) session.setOpen('a.ts', reads('A'.repeat(letters)));
  await vi.waitFor(() => expect(variables()).toEqual(['A'.repeat(20)]));
  expect(changes).toBe(1);
});

test('what nobody tells of among much else is found once it is quiet', async () => {
  await switchTo('MAIN');
  await session.rescan();
  for (const path of await switchTo('OTHER')) if (!path.startsWith('src/part7/')) session.touch(path);
  await session.refreshed();
  expect(branches()).toEqual(['MAIN', 'OTHER']);
  await vi.advanceTimersByTimeAsync(2000);
  await vi.waitFor(() => expect(branches()).toEqual(['OTHER']), 5000);
  expect(variables()).toHaveLength(MANY);
});

test('a folder that came is looked through again, in case more came after it', async () => {
  await session.rescan();
  await write('lib/first.ts', reads('FIRST'));
  session.touch('lib');
  await session.refreshed();
  await write('lib/second.ts', reads('SECOND'));
  await vi.advanceTimersByTimeAsync(2000);
  await vi.waitFor(() => expect(variables()).toEqual(['FIRST', 'SECOND']), 5000);
});

test('who comes back to the editor sees what happened meanwhile, come, changed or gone', async () => {
  await write('a.ts', reads('OLD'));
  await write('gone.ts', reads('GONE'));
  await session.rescan();
  await write('a.ts', reads('NEW'));
  await write('b.ts', reads('MORE'));
  await rm(join(root, 'gone.ts'));
  session.lookAgain();
  await vi.waitFor(() => expect(variables()).toEqual(['MORE', 'NEW']), 5000);
});

test('coming back does not go on with a scan that was cancelled', async () => {
  await switchTo('MAIN');
  const scanning = session.rescan();
  await vi.waitFor(() => expect(told).toContain('begins'));
  cancel();
  await scanning;
  session.lookAgain();
  await vi.advanceTimersByTimeAsync(1000);
  await session.refreshed();
  expect(variables()).toEqual([]);
});
