import type { Surroundings } from '../surroundings';
import { Client } from './client';
import { memoryOf, type ProcessMemory } from './memory';

export interface Start {
  /** From the start of the process to the rows of the sidebar, all files known. In milliseconds. */
  readonly time: number;
  readonly memory: ProcessMemory;
}

/** Starts the server on a folder and stops it again. */
export async function measureStart(around: Surroundings, folder: string): Promise<Start> {
  const started = performance.now();
  const client = new Client(around, folder);
  await client.open();
  await client.tree();
  const time = performance.now() - started;
  const memory = await memoryOf(client.process.pid ?? 0);
  await client.stop();
  return { time, memory };
}
