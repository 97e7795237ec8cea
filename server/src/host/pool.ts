import { Worker } from 'node:worker_threads';
import { patientTimer } from './patient-timer';
import { failure, type Reading } from './read-facts';
import type { ReadHere } from './read-here';
import type { Found } from './walk';
import type { WorkerAnswer, WorkerSetup } from './worker-messages';

export interface PoolOptions extends WorkerSetup {
  /** The built `worker.js`. */
  readonly script: string;
  readonly size: number;
}

const MOST_BYTES_A_BATCH = 512 * 1024;
const LEAST_BYTES_A_BATCH = 32 * 1024;
const MOST_FILES_A_BATCH = 64;
/** How long a batch may take before its worker counts as hung; ordinary ones take well under a second. */
const PATIENCE = 60_000;
/**
 * A worker keeps little of what it makes. By default it would collect 48 MB of new objects before it looks which of them are
 * still needed, and let the old ones grow fourfold; with a lower bound, far above what it ever needs, they do not double.
 */
const LIMITS = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 1024 };

/**
 * Worker threads that read and parse files. A worker that breaks down is replaced and its batch tried again file by file,
 * so that only the guilty file is lost, and told.
 */
export class Pool {
  readonly #options: PoolOptions;
  readonly #signal: AbortSignal | undefined;
  /** Workers without work. */
  readonly #idle: Worker[] = [];
  /** Workers that were started before there was work for them. */
  readonly #coming: Promise<Worker>[] = [];

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
      try {
        for (let batch = next(); batch !== undefined; batch = next()) {
          this.#signal?.throwIfAborted();
          const { readings, again } = await this.#readBatch(slot, batch);
          results.push(...readings);
          suspects.push(...again.map((file) => [file]));
          onProgress?.(results.length);
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
    await Promise.all(this.#idle.splice(0).map((worker) => worker.terminate()));
  }

  /** What came of a batch, and what of it is to be tried again alone. */
  async #readBatch(slot: { worker: Worker }, batch: readonly Found[]): Promise<BatchResult> {
    try {
      return { readings: await ask(slot.worker, batch, this.#signal), again: [] };
    } catch (error) {
      this.#signal?.throwIfAborted();
      await slot.worker.terminate();
      slot.worker = await this.#start();
      const [only, ...others] = batch;
      if (only === undefined || others.length > 0) return { readings: [], again: batch };
      const message = `The file is left out. Its worker broke down: ${messageOf(error)}`;
      return { readings: [{ path: only.path, facts: failure(only, message, true) }], again: [] };
    }
  }

  /** Resolves once the worker has read its languages. */
  async #start(): Promise<Worker> {
    const { script, size: _, ...setup } = this.#options;
    const worker = new Worker(script, { workerData: setup satisfies WorkerSetup, resourceLimits: LIMITS });
    await answerOf(worker, this.#signal);
    return worker;
  }
}

function isFulfilled({ status }: PromiseSettledResult<void>): boolean {
  return status === 'fulfilled';
}

interface BatchResult {
  readonly readings: readonly Reading[];
  readonly again: readonly Found[];
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

async function ask(worker: Worker, batch: readonly Found[], signal?: AbortSignal): Promise<readonly Reading[]> {
  worker.postMessage(batch);
  const answer = await answerOf(worker, signal);
  if (answer.failed !== undefined) throw new Error(answer.failed);
  return answer.readings === undefined ? [] : (JSON.parse(answer.readings) as readonly Reading[]);
}

function answerOf(worker: Worker, signal?: AbortSignal): Promise<WorkerAnswer> {
  return new Promise((resolve, reject) => {
    const settle = (run: () => void): void => {
      timer.stop();
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      signal?.removeEventListener('abort', onAbort);
      run();
    };
    const fail = (message: string): void => {
      settle(() => reject(new Error(message)));
      // A late failure of a worker that is on its way out concerns nobody, but unheard it would end the process.
      worker.on('error', () => {});
      void worker.terminate();
    };
    const onMessage = (answer: WorkerAnswer): void => settle(() => resolve(answer));
    const onError = (error: Error): void => fail(error.message);
    const onExit = (): void => fail('it ended');
    const onAbort = (): void => fail('cancelled');
    const timer = patientTimer(PATIENCE, () => fail(`no answer in ${PATIENCE / 1000} seconds`));
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    signal?.addEventListener('abort', onAbort);
    if (signal?.aborted === true) onAbort();
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
