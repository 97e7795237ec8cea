import type { Reading } from './read-facts';
import type { Found } from './walk';

/** What a worker is started with: the folder that it reads, and the build's assets. */
export interface WorkerSetup {
  readonly root: string;
  readonly assets: string;
}

/** Main thread to worker: files to read. Paths travel, not texts. */
export type WorkerRequest = readonly Found[];

/** Worker to main thread: first an empty answer when it is ready, then one a request. */
export interface WorkerAnswer {
  readonly readings?: readonly Reading[];
  /** The worker cannot be used any more. */
  readonly failed?: string;
}
