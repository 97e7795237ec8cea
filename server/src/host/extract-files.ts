import { availableParallelism } from 'node:os';
import type { FileFacts } from '../model/facts';
import { Syntax } from '../syntax/syntax';
import type { Assets } from './assets';
import type { FactsCache } from './facts-cache';
import { byCodeUnit, type FileSystem } from './file-system';
import { extractInPool } from './pool';
import { failure, type Reading, readFacts } from './read-facts';
import type { Found } from './walk';

/** What extraction needs of its surroundings. */
export interface ExtractionHost {
  readonly fs: FileSystem;
  readonly assets: Assets;
  /** The built `worker.js`; without it, or without files on a disk, everything runs in this thread. */
  readonly workerScript?: string;
  /** How many workers; by the machine without it. 0 keeps everything in this thread. */
  readonly workers?: number;
  /** What is known from the last time; written down by whoever opened it. */
  readonly cache?: FactsCache;
}

export interface Watching {
  readonly signal?: AbortSignal;
  /** Called with the number of files done so far. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Starting workers takes longer than reading this many files. */
const FEW_FILES = 60;
const MOST_WORKERS = 4;

/** The facts of files, sorted by path; the same whether workers ran or not. Rejects only where `signal` says so. */
export async function extractFiles(
  host: ExtractionHost,
  files: readonly Found[],
  watching: Watching = {},
): Promise<readonly FileFacts[]> {
  const known = host.cache === undefined ? [] : await fromCache(host.fs, host.cache, files, watching);
  const before = known.length;
  const rest = before === 0 ? files : without(files, known);
  const counting: Watching = {
    ...watching,
    onProgress: (done) => watching.onProgress?.(before + done, files.length),
  };
  const fresh = rest.length === 0 ? [] : await readAll(host, rest, counting);
  if (host.cache !== undefined) keepAll(host.cache, rest, fresh);
  return [...known, ...fresh]
    .flatMap(({ facts }) => (facts === undefined ? [] : [facts]))
    .sort((a, b) => byCodeUnit(a.path, b.path));
}

async function readAll(host: ExtractionHost, files: readonly Found[], watching: Watching): Promise<readonly Reading[]> {
  const wantsPool = parserBroken || host.workers !== undefined || files.length >= FEW_FILES;
  return (wantsPool ? await inPool(host, files, watching) : undefined) ?? (await here(host, files, watching));
}

async function fromCache(
  fs: FileSystem,
  cache: FactsCache,
  files: readonly Found[],
  { signal }: Watching,
): Promise<readonly Reading[]> {
  const found: Reading[] = [];
  for (const file of files) {
    signal?.throwIfAborted();
    const reading = await cache.find(file, () => fs.readFile(file.path));
    if (reading !== undefined) found.push(reading);
  }
  return found;
}

function without(files: readonly Found[], readings: readonly Reading[]): readonly Found[] {
  const paths = new Set(readings.map(({ path }) => path));
  return files.filter(({ path }) => !paths.has(path));
}

function keepAll(cache: FactsCache, files: readonly Found[], readings: readonly Reading[]): void {
  const byPath = new Map(files.map((file) => [file.path, file]));
  for (const reading of readings) {
    const file = byPath.get(reading.path);
    if (file !== undefined) cache.keep(file, reading);
  }
}

async function inPool(
  host: ExtractionHost,
  files: readonly Found[],
  watching: Watching,
): Promise<readonly Reading[] | undefined> {
  const { fs, assets, workerScript } = host;
  const size = host.workers ?? Math.min(availableParallelism(), MOST_WORKERS);
  if (size === 0 || workerScript === undefined || fs.root === undefined || assets.dir === undefined) return undefined;
  return extractInPool({ script: workerScript, root: fs.root, assets: assets.dir, size }, files, watching);
}

/** The parsers of this thread, one set for all folders. */
const parsers = new WeakMap<Assets, Syntax>();

/** The parser's memory is one for the whole thread and cannot be renewed: once broken, workers do all the work. */
let parserBroken = false;

async function here(host: ExtractionHost, files: readonly Found[], watching: Watching): Promise<Reading[]> {
  const syntax = parsers.get(host.assets) ?? new Syntax(host.assets.languages, host.assets.grammars);
  parsers.set(host.assets, syntax);
  const all: Reading[] = [];
  for (const [index, file] of files.entries()) {
    watching.signal?.throwIfAborted();
    try {
      all.push(await readFacts(host.fs, syntax, file));
    } catch (error) {
      parserBroken = true;
      const message = `The file is left out. Its parser broke down: ${messageOf(error)}`;
      all.push({ path: file.path, facts: failure(file, message, true) });
      const rest = await inPool(host, files.slice(index + 1), watching);
      if (rest !== undefined) return [...all, ...rest];
    }
    watching.onProgress?.(index + 1, files.length);
  }
  return all;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
