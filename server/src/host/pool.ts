import { Worker } from 'node:worker_threads';
import type { Watching } from './extract-files';
import { failure, type Reading } from './read-facts';
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
 * The facts of files, read and parsed by worker threads. A worker that breaks down is replaced and its batch tried
 * again file by file, so that only the guilty file is lost, and told. `undefined` where no worker could be started.
 */
export async function extractInPool(
  options: PoolOptions,
  files: readonly Found[],
  { signal, onProgress }: Watching,
): Promise<readonly Reading[] | undefined> {
  const queue = batchesOf(files, options.size);
  const results: Reading[] = [];
  const size = Math.min(options.size, queue.length);
  let done = 0;

  const runSlot = async (): Promise<void> => {
    let worker = await startWorker(options, signal);
    try {
      for (let batch = queue.shift(); batch !== undefined; batch = queue.shift()) {
        signal?.throwIfAborted();
        try {
          results.push(...(await ask(worker, batch, signal)));
          done += batch.length;
        } catch (error) {
          signal?.throwIfAborted();
          await worker.terminate();
          worker = await startWorker(options, signal);
          const [only] = batch;
          if (only !== undefined && batch.length === 1) {
            results.push({
              path: only.path,
              facts: failure(only, `The file is left out. Its worker broke down: ${messageOf(error)}`, true),
            });
            done += 1;
          } else {
            queue.push(...batch.map((file) => [file]));
          }
        }
        onProgress?.(done, files.length);
      }
    } finally {
      await worker.terminate();
    }
  };

  const slots = await Promise.allSettled(Array.from({ length: size }, runSlot));
  signal?.throwIfAborted();
  return slots.some((slot) => slot.status === 'rejected') ? undefined : results;
}

/** Biggest files first, so that no worker is left alone with one at the end; small ones together. */
function batchesOf(files: readonly Found[], workers: number): Found[][] {
  const total = files.reduce((sum, file) => sum + file.size, 0);
  const target = Math.min(MOST_BYTES_A_BATCH, Math.max(LEAST_BYTES_A_BATCH, total / (workers * 8)));
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

/** Resolves once the worker has read its languages. */
async function startWorker({ script, root, assets }: PoolOptions, signal?: AbortSignal): Promise<Worker> {
  const worker = new Worker(script, { workerData: { root, assets } satisfies WorkerSetup });
  await answerOf(worker, signal);
  return worker;
}

async function ask(worker: Worker, batch: readonly Found[], signal?: AbortSignal): Promise<readonly Reading[]> {
  worker.postMessage(batch);
  const answer = await answerOf(worker, signal);
  if (answer.failed !== undefined) throw new Error(answer.failed);
  return answer.readings ?? [];
}

function answerOf(worker: Worker, signal?: AbortSignal): Promise<WorkerAnswer> {
  return new Promise((resolve, reject) => {
    const settle = (run: () => void): void => {
      clearTimeout(timer);
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
    const timer = setTimeout(() => fail(`no answer in ${PATIENCE / 1000} seconds`), PATIENCE);
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    signal?.addEventListener('abort', onAbort);
    if (signal?.aborted === true) onAbort();
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
