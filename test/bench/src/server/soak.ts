import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Surroundings } from '../surroundings';
import { LARGE_PYTHON } from '../workspace/large';
import { Client } from './client';
import { pause } from './edits';
import { memoryOf } from './memory';

const MINUTE = 60_000;

/** Edits one file without end and tells once a minute what the server holds: a leak shows as a slope. */
export async function soak(
  around: Surroundings,
  folder: string,
  minutes: number,
  tell: (minute: number, megabytes: number, edits: number) => void,
): Promise<void> {
  const client = new Client(around, folder);
  await client.open();
  const text = await readFile(join(folder, LARGE_PYTHON), 'utf8');
  await client.show(LARGE_PYTHON, text);
  const started = performance.now();
  const from = { line: 2, character: text.split('\n')[2]?.indexOf('BENCH_FIRST') ?? 0 };
  let told = 0;
  for (let edits = 1; told < minutes; edits += 1) {
    const to = { line: 2, character: from.character + (edits === 1 ? 'BENCH_FIRST' : 'SOAK_0000').length };
    await client.edit(LARGE_PYTHON, { from, to, text: `SOAK_${String(edits % 10_000).padStart(4, '0')}` });
    await client.ask('hover', LARGE_PYTHON, from);
    if (edits % 20 === 0) await client.tree();
    await pause(20);
    const minute = Math.floor((performance.now() - started) / MINUTE);
    if (minute === told) continue;
    told = minute;
    tell(minute, (await memoryOf(client.process.pid ?? 0)).now, edits);
  }
  await client.stop();
}
