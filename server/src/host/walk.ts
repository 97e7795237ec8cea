import { setImmediate } from 'node:timers/promises';
import type { Problem } from '../model/facts';
import { byCodeUnit, type FileStat, joinPath, reasonOf } from './file-system';
import { enter, type Folder, type Opened, open, ROOT, takes, type WalkRules } from './walk-rules';

/** A file that somebody wants to read. */
export interface Found {
  readonly path: string;
  readonly size: number;
  /** A .gitignore leaves it out; only `.env*` files are read all the same. */
  readonly gitIgnored: boolean;
  /** As in `FileStat`. */
  readonly stamp?: string;
  /** It is to be read whole, whatever it looks like. */
  readonly whole?: boolean;
  /** What an editor holds, standing in for what is on disk. */
  readonly text?: string;
}

export interface Walked {
  readonly found: readonly Found[];
  /** The folders that were looked into: while none of them changes, there is nothing new to find. */
  readonly opened: readonly string[];
  /** Folders and files that could not be looked into. */
  readonly problems: readonly Problem[];
}

/** An ignored folder may hold a hundred thousand others; a `.env` file is not to be found in all of them. */
const IGNORED_WIDTH = 200;
const TOGETHER = 32;

/** All wanted files below a folder (empty: everything), sorted. Rejects only where `signal` says so. */
export async function walk(
  rules: WalkRules,
  signal?: AbortSignal,
  below = '',
  onFound: (count: number) => void = () => {},
): Promise<Walked> {
  const found: Found[] = [];
  const problems: Problem[] = [];
  const opened: string[] = [];
  const start = await folderAt(rules, below, new Map());
  const queue: Folder[] = start === undefined ? [] : [start];
  while (queue.length > 0) {
    signal?.throwIfAborted();
    for (const seen of await Promise.all(queue.splice(0, TOGETHER).map((folder) => look(rules, folder)))) {
      found.push(...seen.found);
      problems.push(...seen.problems);
      queue.push(...seen.folders);
      opened.push(...seen.opened);
    }
    onFound(found.length);
    // Where listing waits for nothing, somebody who cancels would not be heard before the end.
    await setImmediate();
  }
  found.sort((a, b) => byCodeUnit(a.path, b.path));
  problems.sort((a, b) => byCodeUnit(a.path, b.path) || (a.line ?? 0) - (b.line ?? 0));
  return { found, opened, problems };
}

/** The folders on the way to paths that were asked for, good for as long as nothing changes. */
export type Ways = Map<string, Promise<Opened | undefined>>;

/** Whether a walk of everything would read this file, were it there. Whoever asks for many files goes each way once. */
export async function accepts(
  rules: WalkRules,
  path: string,
  ways: Ways = new Map(),
): Promise<{ readonly gitIgnored: boolean } | undefined> {
  const opened = await openedAt(rules, parentOf(path), ways);
  return opened && takes(rules, opened.folder, path);
}

/** Comes down to a path from the root; `undefined` where a walk would not go. */
async function folderAt(rules: WalkRules, path: string, ways: Ways): Promise<Folder | undefined> {
  if (path === '') return ROOT;
  const parent = parentOf(path);
  const name = parent === '' ? path : path.slice(parent.length + 1);
  const opened = await openedAt(rules, parent, ways);
  const isFolder = opened?.entries.some((entry) => entry.name === name && entry.type === 'folder') ?? false;
  return opened !== undefined && isFolder ? enter(rules, opened, name) : undefined;
}

function openedAt(rules: WalkRules, path: string, ways: Ways): Promise<Opened | undefined> {
  const known = ways.get(path);
  if (known !== undefined) return known;
  const opened = folderAt(rules, path, ways).then((folder) => folder && tryOpen(rules, folder));
  ways.set(path, opened);
  return opened;
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

async function tryOpen(rules: WalkRules, folder: Folder): Promise<Opened | undefined> {
  try {
    return await open(rules, folder);
  } catch {
    return undefined;
  }
}

interface Seen extends Walked {
  readonly folders: readonly Folder[];
}

async function look(rules: WalkRules, folder: Folder): Promise<Seen> {
  let opened: Opened | undefined;
  try {
    opened = await open(rules, folder);
  } catch (error) {
    const what = folder.path === '' ? 'The folder' : `The folder ${folder.path}`;
    const message = `${what} could not be read: ${reasonOf(error)}.`;
    return { found: [], opened: [], folders: [], problems: [{ path: folder.path, message }] };
  }
  if (opened === undefined) return { found: [], opened: [folder.path], folders: [], problems: [] };
  const found: Found[] = [];
  const problems = [...opened.problems];
  for (const { name, type } of opened.entries) {
    if (type !== 'file') continue;
    const path = joinPath(folder.path, name);
    // Most entries of a folder are of no use as far as their names tell.
    const taken = takes(rules, opened.folder, path);
    if (taken === undefined) continue;
    const looked = lookAtFile(rules, path, taken.gitIgnored);
    const file = looked instanceof Promise ? await looked : looked;
    if (file === undefined) continue;
    if ('message' in file) problems.push(file);
    else found.push(file);
  }
  return { found, opened: [folder.path], problems, folders: foldersOf(rules, opened) };
}

function foldersOf(rules: WalkRules, opened: Opened): readonly Folder[] {
  const names = opened.entries.filter(({ type }) => type === 'folder').map(({ name }) => name);
  const seen = opened.folder.ignoredDepth > 0 ? names.sort(byCodeUnit).slice(0, IGNORED_WIDTH) : names;
  return seen.map((name) => enter(rules, opened, name)).filter((folder) => folder !== undefined);
}

type Looked = Found | Problem | undefined;

/** A disk answers at once: thousands of promises would cost as much as asking it. */
function lookAtFile({ fs }: WalkRules, path: string, gitIgnored: boolean): Looked | Promise<Looked> {
  const failed = (error: unknown): Problem => ({ path, message: `The file could not be read: ${reasonOf(error)}.` });
  const told = (stat: FileStat | undefined): Looked => {
    if (stat === undefined && path.includes('\ufffd')) return { path, message: 'The name of the file is not UTF-8.' };
    if (stat?.type !== 'file') return undefined;
    const { size, stamp } = stat;
    return stamp === undefined ? { path, size, gitIgnored } : { path, size, stamp, gitIgnored };
  };
  try {
    const stat = fs.stat(path);
    return stat instanceof Promise ? stat.then(told).catch(failed) : told(stat);
  } catch (error) {
    return failed(error);
  }
}
