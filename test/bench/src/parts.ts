import { interleaved } from './measure/interleaved';
import { type Program, peakMemoryOf } from './measure/process';
import { median } from './measure/statistics';
import type { Options } from './options';
import type { GrowthResult, MemoryResult, ProgramResult, ScanResult, ServerResult } from './report/results';
import { Client } from './server/client';
import { measureEdits } from './server/edits';
import { memoryOf } from './server/memory';
import { measureRequests } from './server/requests';
import { measureStart } from './server/start';
import type { Surroundings } from './surroundings';
import { COLD, ourPrograms, WARM } from './tools/ours';
import { peerPrograms } from './tools/peers';
import { copiedSubject, generatedSubject, type Subject } from './workspace/subject';

function tell(text: string): void {
  process.stderr.write(`${text} ...\n`);
}

/** Whole processes, ours beside others, on the generated workspace or the folders given. */
export async function measureScans(around: Surroundings, options: Options): Promise<readonly ScanResult[]> {
  const results: ScanResult[] = [];
  for await (const subject of subjectsOf(around, options)) {
    tell(`Scanning ${subject.title}`);
    const ours = await ourPrograms(around, subject.folder, subject.edited);
    const peers = options.peers ? await peerPrograms(around, subject.folder) : [];
    results.push({ ...sizeOf(subject), programs: await resultsOf([...ours, ...peers], options.runs) });
  }
  return results;
}

/** Generated workspaces of growing size. */
export async function measureGrowth(around: Surroundings, options: Options): Promise<readonly GrowthResult[]> {
  const results: GrowthResult[] = [];
  for (const size of options.sizes) {
    tell(`Generating and scanning ${size} files`);
    const subject = await generatedSubject(around.cache, size, options.seed);
    const programs = await ourPrograms(around, subject.folder, subject.edited);
    const times = await interleaved(
      programs.filter(({ name }) => name === COLD || name === WARM),
      options.runs,
    );
    const warm = times.get(WARM);
    const { files, bytes } = subject;
    results.push({ files, bytes, cold: median(times.get(COLD) ?? []), warm: warm && median(warm) });
  }
  return results;
}

/** Edits in small and large workspaces, and answers in one of the usual size. */
export async function measureServers(around: Surroundings, options: Options): Promise<readonly ServerResult[]> {
  const results: ServerResult[] = [];
  for (const size of new Set([Math.min(1000, options.files), options.files])) {
    const subject = await generatedSubject(around.cache, size, options.seed);
    tell(`The server on ${subject.title}`);
    const { folder } = subject;
    const started = performance.now();
    const client = new Client(around, folder);
    await client.open();
    await client.tree();
    const start = { time: performance.now() - started, memory: await memoryOf(client.process.pid ?? 0) };
    const requests = await measureRequests(client, folder, options.requests);
    const edits = await measureEdits(client, folder, options.edits);
    await client.stop();
    results.push({ ...sizeOf(subject), start, requests, edits });
  }
  return results;
}

export async function measureMemory(around: Surroundings, options: Options): Promise<MemoryResult> {
  tell(`The server on ${options.memoryFiles} files`);
  const { folder, files } = await generatedSubject(around.cache, options.memoryFiles, options.seed);
  return { files, start: await measureStart(around, folder) };
}

async function* subjectsOf({ cache }: Surroundings, { folders, files, seed }: Options): AsyncIterable<Subject> {
  if (folders.length === 0) yield generatedSubject(cache, files, seed);
  for (const folder of folders) yield copiedSubject(cache, folder);
}

async function resultsOf(programs: readonly Program[], runs: number): Promise<readonly ProgramResult[]> {
  const times = await interleaved(programs, runs);
  const results: ProgramResult[] = [];
  for (const program of programs) {
    const all = times.get(program.name) ?? [];
    results.push({ name: program.name, median: median(all), times: all, memory: await peakMemoryOf(program) });
  }
  return results;
}

function sizeOf({ title, files, bytes }: Subject): Pick<Subject, 'title' | 'files' | 'bytes'> {
  return { title, files, bytes };
}
