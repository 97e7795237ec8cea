import { Worker } from 'node:worker_threads';
import { patientTimer } from './patient-timer';
import type { Reading } from './read-facts';
import type { Found } from './walk';
import type { WorkerAnswer, WorkerSetup } from './worker-messages';

/** How long an answer may take before the worker counts as hung; ordinary ones take well under a second. */
const PATIENCE = 60_000;
/**
 * A worker keeps little of what it makes. By default it would collect 48 MB of new objects before it looks which of them are
 * still needed, and let the old ones grow fourfold; with a lower bound, far above what it ever needs, they do not double.
 */
const LIMITS = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 1024 };

/** What came of a request; a worker that broke down over it can be asked nothing more. */
export type Answered = { readonly readings: readonly Reading[] } | { readonly broken: string };

/**
 * A thread that reads files. It answers in the order in which it is asked, so that the next request may be waiting for it
 * while nobody here has the time to hand one over.
 */
export class WorkerThread {
  readonly #worker: Worker;
  readonly #waiting: ((answered: Answered) => void)[] = [];
  readonly #signal: AbortSignal | undefined;
  #timer: { readonly stop: () => void } | undefined;
  #broken: string | undefined;

  private constructor(script: string, setup: WorkerSetup, signal: AbortSignal | undefined) {
    this.#worker = new Worker(script, { workerData: setup, resourceLimits: LIMITS });
    this.#signal = signal;
    // A late failure of a worker that is on its way out concerns nobody, but unheard it would end the process.
    this.#worker.on('error', ({ message }) => this.#breakDown(message));
    this.#worker.on('exit', () => this.#breakDown('it ended'));
    this.#worker.on('message', (answer: WorkerAnswer) => this.#answer(answer));
    signal?.addEventListener('abort', this.#onAbort);
  }

  /** Resolves once the worker has read its languages. */
  static async start(script: string, setup: WorkerSetup, signal: AbortSignal | undefined): Promise<WorkerThread> {
    const thread = new WorkerThread(script, setup, signal);
    const ready = await thread.#next();
    if ('broken' in ready) throw new Error(ready.broken);
    return thread;
  }

  ask(files: readonly Found[]): Promise<Answered> {
    if (this.#broken === undefined) this.#worker.postMessage(files);
    return this.#next();
  }

  async end(): Promise<void> {
    this.#breakDown('it ended');
    await this.#worker.terminate();
  }

  readonly #onAbort = (): void => this.#breakDown('cancelled');

  #next(): Promise<Answered> {
    if (this.#signal?.aborted === true) this.#onAbort();
    if (this.#broken !== undefined) return Promise.resolve({ broken: this.#broken });
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (this.#waiting.length === 1) this.#wait();
    });
  }

  #answer({ readings, failed }: WorkerAnswer): void {
    if (failed !== undefined) {
      this.#breakDown(failed);
      return;
    }
    const told = readings === undefined ? [] : (JSON.parse(readings) as readonly Reading[]);
    this.#timer?.stop();
    this.#waiting.shift()?.({ readings: told });
    if (this.#waiting.length > 0) this.#wait();
  }

  #wait(): void {
    this.#timer = patientTimer(PATIENCE, () => this.#breakDown(`no answer in ${PATIENCE / 1000} seconds`));
  }

  /** Whatever it was asked is not answered any more. */
  #breakDown(broken: string): void {
    if (this.#broken !== undefined) return;
    this.#broken = broken;
    this.#timer?.stop();
    this.#signal?.removeEventListener('abort', this.#onAbort);
    void this.#worker.terminate();
    for (const resolve of this.#waiting.splice(0)) resolve({ broken });
  }
}
