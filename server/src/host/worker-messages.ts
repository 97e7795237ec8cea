import type { OwnService } from '../catalog/own-service';
import type { Depth } from '../model/depth';
import type { Found } from './walk';

/** What a worker is started with: the folder that it reads, the build's assets, and what it is to look for. */
export interface WorkerSetup {
  readonly root: string;
  readonly assets: string;
  /** Services of the project's own, above the catalog. */
  readonly services: readonly OwnService[];
  /** Contents are to be named, for a cache. */
  readonly hashes: boolean;
  /** Every file is read whole, even where nothing speaks for it. */
  readonly readAll: boolean;
  readonly depth: Depth;
}

/** Main thread to worker: files to read. Paths travel, not texts. */
export type WorkerRequest = readonly Found[];

/** Worker to main thread: first an empty answer when it is ready, then one a request. */
export interface WorkerAnswer {
  /** `Reading`s as JSON: it is read in less time and into less memory than a copy of the objects is made. */
  readonly readings?: string;
  /** The worker cannot be used any more. */
  readonly failed?: string;
}
