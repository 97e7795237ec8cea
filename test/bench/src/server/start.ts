import type { Surroundings } from '../surroundings';
import { Client } from './client';
import { memoryOf, type ProcessMemory, workOf } from './memory';

export interface Start {
  /** From the start of the process to the rows of the sidebar, all files known. In milliseconds. */
  readonly time: number;
  /** The processors' time until then. */
  readonly cpu: number | undefined;
  readonly memory: ProcessMemory;
}

/** Starts the server on a folder; `cache` is a folder for what it keeps from one start to the next. */
export async function start(
  around: Surroundings,
  folder: string,
  cache?: string,
): Promise<{ readonly client: Client; readonly start: Start }> {
  const started = performance.now();
  const client = new Client(around, folder);
  await client.open(cache);
  await client.tree();
  const time = performance.now() - started;
  const pid = client.process.pid ?? 0;
  return { client, start: { time, cpu: await workOf(pid), memory: await memoryOf(pid) } };
}

/** Starts the server and stops it again. */
export async function measureStart(around: Surroundings, folder: string, cache?: string): Promise<Start> {
  const started = await start(around, folder, cache);
  await started.client.stop();
  return started.start;
}
