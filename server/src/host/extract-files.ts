import { availableParallelism } from 'node:os';
import type { Catalog } from '../catalog/catalog';
import { matcherOf } from '../catalog/match';
import type { OwnService } from '../catalog/own-service';
import { wantedCode } from '../catalog/wanted-code';
import { closerLooks } from '../index/closer-look/closer-look';
import type { Depth } from '../model/depth';
import type { FileFacts } from '../model/facts';
import type { Assets } from './assets';
import type { FactsCache } from './facts-cache';
import { byCodeUnit, type FileSystem } from './file-system';
import { Pool } from './pool';
import type { Reading, Reads } from './read-facts';
import { isParserBroken, type ReadHere, readHere } from './read-here';
import type { Found } from './walk';

/** What extraction needs of its surroundings. */
export interface ExtractionHost {
  readonly fs: FileSystem;
  readonly assets: Assets;
  /** The built `worker.js`; without it, or without files on a disk, everything runs in this thread. */
  readonly workerScript?: string;
  /** How many workers; by the machine without it. 0 keeps everything in this thread. */
  readonly workers?: number;
  /** Nobody waits for this thread: it reads beside the workers, and one worker less is needed. */
  readonly readsToo?: boolean;
  /** Every file is read whole, even where nothing speaks for it: the results are the same, only later. */
  readonly readAll?: boolean;
  /** How much is asked of the files; everything without it. */
  readonly depth?: Depth;
}

/** What holds for this one time. */
export interface Extraction {
  /** What is worth reading a file whole for. */
  readonly catalog: Catalog;
  /** The services of the project's own in it, for workers that read the rest of it themselves. */
  readonly services: readonly OwnService[];
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
/** A file that was asked for may ask for others; real code stops after two or three. */
const MOST_ROUNDS = 8;

/** Finds out which files to read, and tells meanwhile how many there are at least. */
export type Finding = (onFound: (count: number) => void) => Promise<readonly Found[]>;

/**
 * The facts of files, sorted by path; the same whether workers ran or not. Files that nothing speaks for are only looked
 * at, and read whole where the others turn out to need them. Rejects only where `signal` says so.
 */
export async function extractFiles(
  host: ExtractionHost,
  which: readonly Found[] | Finding,
  extraction: Extraction,
  watching: Watching = {},
): Promise<readonly FileFacts[]> {
  const { cache } = extraction;
  const matcher = matcherOf(extraction.catalog);
  const readers = new Readers(host, extraction, watching.signal);
  const readings = new Map<string, Reading>();
  const closerLook = closerLooks(matcher, host.depth);
  const take = (found: readonly Found[], fresh: readonly Reading[]): void => {
    for (const reading of fresh) readings.set(reading.path, reading);
    if (cache !== undefined) keepAll(cache, found, fresh);
  };
  try {
    const files = typeof which === 'function' ? await which((count) => readers.expect(count)) : which;
    const known = cache === undefined ? [] : await fromCache(host.fs, cache, files, watching);
    for (const reading of known) readings.set(reading.path, reading);
    const rest = known.length === 0 ? files : files.filter(({ path }) => !readings.has(path));
    const report = (done: number): void => watching.onProgress?.(known.length + done, files.length);
    take(rest, await readers.read(rest, report));
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const asked = new Set(closerLook(factsOf(readings)));
      const again = files.flatMap((file) => (asked.has(file.path) ? [{ ...file, whole: true }] : []));
      if (again.length === 0) break;
      take(again, await readers.read(again));
    }
  } finally {
    await readers.close();
  }
  return factsOf(readings).sort((a, b) => byCodeUnit(a.path, b.path));
}

function factsOf(readings: ReadonlyMap<string, Reading>): FileFacts[] {
  return [...readings.values()].flatMap(({ facts }) => (facts === undefined ? [] : [facts]));
}

/** Whatever reads files: workers where there are many, this thread where there are few. */
class Readers {
  readonly #host: ExtractionHost;
  readonly #reads: Reads;
  readonly #signal: AbortSignal | undefined;
  readonly #pool: Pool | undefined;
  /** Most of the files may be known from the last time. */
  readonly #isKnown: boolean;
  #isPoolOpen = false;
  #isExpecting = false;

  constructor(host: ExtractionHost, { catalog, services, cache }: Extraction, signal: AbortSignal | undefined) {
    this.#host = host;
    this.#signal = signal;
    const { fs, assets, workerScript: script, readAll = false, depth = 'document' } = host;
    const hashes = cache !== undefined;
    this.#isKnown = cache !== undefined && !cache.isEmpty;
    this.#reads = { hashes, depth, ...(!readAll && { wanted: wantedCode(matcherOf(catalog)) }) };
    // Even where this thread could do it all alone, there must be somebody to go on when its parser breaks down.
    const beside = Math.max(1, Math.min(availableParallelism(), MOST_WORKERS) - (host.readsToo === true ? 1 : 0));
    const size = host.workers ?? beside;
    const canWork = size > 0 && script !== undefined && fs.root !== undefined && assets.dir !== undefined;
    if (canWork)
      this.#pool = new Pool(
        { script, root: fs.root, assets: assets.dir, services, hashes, readAll, depth, size },
        signal,
      );
  }

  /** So many files will have to be read at least: with many, the first worker need not wait until all are known. */
  expect(files: number): void {
    if (this.#isExpecting || files < FEW_FILES || this.#isKnown) return;
    this.#isExpecting = true;
    this.#pool?.startAhead();
  }

  async read(files: readonly Found[], onProgress: (done: number) => void = () => {}): Promise<readonly Reading[]> {
    if (files.length === 0) return [];
    const { fs, assets, workers } = this.#host;
    const isWorthIt = this.#isPoolOpen || isParserBroken() || workers !== undefined || files.length >= FEW_FILES;
    const ofPool = isWorthIt ? await this.#readInPool(files, onProgress) : undefined;
    if (ofPool !== undefined) return ofPool;
    const { readings, left } = await readHere(fs, assets, files, this.#reads, this.#signal, onProgress);
    if (left.length === 0) return readings;
    const rest = await this.#readInPool(left);
    return [
      ...readings,
      ...(rest ?? (await readHere(fs, assets, left, this.#reads, this.#signal, onProgress)).readings),
    ];
  }

  async close(): Promise<void> {
    await this.#pool?.close();
  }

  async #readInPool(
    files: readonly Found[],
    onProgress?: (done: number) => void,
  ): Promise<readonly Reading[] | undefined> {
    const { fs, assets, readsToo = false } = this.#host;
    const readOwn = (batch: readonly Found[]): Promise<ReadHere> =>
      readHere(fs, assets, batch, this.#reads, this.#signal, () => {});
    const readings = await this.#pool?.read(files, onProgress, readsToo && !isParserBroken() ? readOwn : undefined);
    this.#isPoolOpen ||= readings !== undefined;
    return readings;
  }
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

function keepAll(cache: FactsCache, files: readonly Found[], readings: readonly Reading[]): void {
  const byPath = new Map(files.map((file) => [file.path, file]));
  for (const reading of readings) {
    const file = byPath.get(reading.path);
    if (file !== undefined) cache.keep(file, reading);
  }
}
