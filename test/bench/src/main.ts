import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { HELP, type Options, readOptions } from './options';
import { compareScans, measureGrowth, measureMemory, measureScans, measureServers } from './parts';
import { printed } from './report/print';
import type { Results } from './report/results';
import { soak } from './server/soak';
import { type Surroundings, surroundings } from './surroundings';
import { generatedSubject } from './workspace/subject';

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === undefined) {
    process.stdout.write(HELP);
    return;
  }
  const around = surroundings(process.env);
  if (options.soak > 0) return watchMemory(around, options);
  const results = await measure(around, options);
  const file = options.json ?? join(around.out, 'bench.json');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(results, null, 2)}\n`);
  process.stdout.write(`\n${printed(results)}\n\n${file}\n`);
}

async function measure(around: Surroundings, options: Options): Promise<Results> {
  const { parts } = options;
  return {
    machine: { node: process.version, platform: process.platform, processors: availableParallelism() },
    scans: parts.has('scan') ? await measureScans(around, options) : [],
    same: parts.has('same') ? await compareScans(around, options) : [],
    growth: parts.has('growth') ? await measureGrowth(around, options) : [],
    servers: parts.has('server') ? await measureServers(around, options) : [],
    memory: parts.has('memory') ? await measureMemory(around, options) : undefined,
  };
}

async function watchMemory(around: Surroundings, { files, seed, soak: minutes }: Options): Promise<void> {
  const { folder } = await generatedSubject(around.cache, files, seed);
  await soak(around, folder, minutes, (minute, megabytes, edits) => {
    process.stdout.write(`minute ${minute}: ${megabytes.toFixed(0)} MB after ${edits} edits\n`);
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
