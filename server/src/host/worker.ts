import { parentPort, workerData } from 'node:worker_threads';
import { serveWorker } from './serve-worker';
import type { WorkerSetup } from './worker-messages';

/** The entry of `dist/worker.js`: a thread that reads files and gives facts. */
if (parentPort !== null) void serveWorker(parentPort, workerData as WorkerSetup);
