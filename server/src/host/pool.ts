import { failure, type Reading } from './read-facts';
import type { ReadHere } from './read-here';
import type { Found } from './walk';
import type { WorkerSetup } from './worker-messages';
import { type Answered, WorkerThread } from './worker-thread';

export interface PoolOptions extends WorkerSetup {
  /** The built `worker.js`. */
  readonly script: string;
  readonly size: number;
}

const MOST_BYTES_A_BATCH = 512 * 1024;
const LEAST_BYTES_A_BATCH = 32 * 1024;
const MOST_FILES_A_BATCH = 64;
/**
 * Worker threads that read and parse files. A worker that breaks down is replaced and its batch tried again file by file,
 * so that only the guilty file is lost, and told.
 */
export class Pool {
  readonly #options: PoolOptions;
  readonly #signal: AbortSignal | undefined;
  /** Workers without work. */
  readonly #idle: WorkerThread[] = [];
  /** Workers that were started before there was work for them. */
  readonly #coming: Promise<WorkerThread>[] = [];

  constructor(options: PoolOptions, signal?: AbortSignal) {
    this.#options = options;
    this.#signal = signal;
  }

  /** Has a worker started while it is still being found out what there is to read; `close` ends it, too. */
  startAhead(): void {
    const coming = this.#start();
    // Whoever asks for the worker hears of it.
    coming.catch(() => {});
    this.#coming.push(coming);
  }

  /** The facts of files; `undefined` where no worker could be started. The caller may take its share of them. */
  async read(
    files: readonly Found[],
    onProgress?: (done: number) => void,
    readOwn?: (batch: readonly Found[]) => Promise<ReadHere>,
  ): Promise<readonly Reading[] | undefined> {
    const queue = batchesOf(files, this.#options.size + (readOwn === undefined ? 0 : 1));
    /** What a worker broke down over is for workers alone. */
    const suspects: Found[][] = [];
    const results: Reading[] = [];
    const runOwn = async (read: NonNullable<typeof readOwn>): Promise<void> => {
      // The caller's thread hands out work as well: it takes the small files, so that no worker waits for it long.
      for (let batch = queue.pop(); batch !== undefined; batch = queue.pop()) {
        this.#signal?.throwIfAborted();
        const { readings, left } = await read(batch);
        results.push(...readings);
        onProgress?.(results.length);
        if (left.length === 0) continue;
        queue.push([...left]);
        return;
      }
    };
    const next = (): Found[] | undefined => queue.shift() ?? suspects.shift();
    const runSlot = async (): Promise<void> => {
      const slot = { worker: this.#idle.pop() ?? (await (this.#coming.pop() ?? this.#start())) };
      const ask = (batch = next()): Asked | undefined => batch && { batch, answered: slot.worker.ask(batch) };
      try {
        for (let asked = ask(); asked !== undefined; ) {
          this.#signal?.throwIfAborted();
          // The next batch waits at its door: this thread may be busy when it is done. The last ones are for who is free.
          const ahead = queue.length > this.#options.size ? ask() : undefined;
          const { readings, again, broken } = await this.#resultOf(asked);
          if (broken) {
            if (ahead !== undefined) queue.unshift(ahead.batch);
            await slot.worker.end();
            slot.worker = await this.#start();
          }
          results.push(...readings);
          suspects.push(...again.map((file) => [file]));
          onProgress?.(results.length);
          asked = broken || ahead === undefined ? ask() : ahead;
        }
      } finally {
        this.#idle.push(slot.worker);
      }
    };
    const slots = (): Promise<void>[] =>
      Array.from({ length: Math.min(this.#options.size, queue.length) }, async () => runSlot());
    let settled = await Promise.allSettled([...slots(), ...(readOwn === undefined ? [] : [runOwn(readOwn)])]);
    // What this thread could not finish when the workers were done already.
    if (queue.length > 0 && settled.every(isFulfilled)) settled = await Promise.allSettled(slots());
    this.#signal?.throwIfAborted();
    return settled.every(isFulfilled) ? results : undefined;
  }

  async close(): Promise<void> {
    for (const coming of await Promise.allSettled(this.#coming.splice(0))) {
      if (coming.status === 'fulfilled') this.#idle.push(coming.value);
    }
    await Promise.all(this.#idle.splice(0).map((worker) => worker.end()));
  }

  /** What came of a batch, and what of it is to be tried again alone. */
  async #resultOf({ batch, answered }: Asked): Promise<BatchResult> {
    const answer = await answered;
    if ('readings' in answer) return { readings: answer.readings, again: [], broken: false };
    this.#signal?.throwIfAborted();
    const [only, ...others] = batch;
    if (only === undefined || others.length > 0) return { readings: [], again: batch, broken: true };
    const message = `The file is left out. Its worker broke down: ${answer.broken}`;
    return { readings: [{ path: only.path, facts: failure(only, message, true) }], again: [], broken: true };
  }

  #start(): Promise<WorkerThread> {
    const { script, size: _, ...setup } = this.#options;
    return WorkerThread.start(script, setup, this.#signal);
  }
}

function isFulfilled({ status }: PromiseSettledResult<void>): boolean {
  return status === 'fulfilled';
}

interface Asked {
  readonly batch: Found[];
  readonly answered: Promise<Answered>;
}

interface BatchResult {
  readonly readings: readonly Reading[];
  readonly again: readonly Found[];
  readonly broken: boolean;
}

/** Biggest files first, so that no worker is left alone with one at the end; small ones together. */
function batchesOf(files: readonly Found[], readers: number): Found[][] {
  const total = files.reduce((sum, file) => sum + file.size, 0);
  const target = Math.min(MOST_BYTES_A_BATCH, Math.max(LEAST_BYTES_A_BATCH, total / (readers * 8)));
  const batches: Found[][] = [];
  let batch: Found[] = [];
  let bytes = 0;
  for (const file of [...files].sort((a, b) => b.size - a.size)) {
    batch.push(file);
    bytes += file.size;
    if (bytes < target && batch.length < MOST_FILES_A_BATCH) continue;
    batches.push(batch);
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
