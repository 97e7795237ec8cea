import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { interleaved, summaryOf } from './measure/interleaved';
import type { Program } from './measure/process';
import { median } from './measure/statistics';
import type { Options } from './options';
import type { GrowthResult, MemoryResult, ProgramResult, SameResult, ScanResult, ServerResult } from './report/results';
import { compareOutputs } from './same-bytes';
import { measureEdits } from './server/edits';
import { measureRequests } from './server/requests';
import { measureStart, type Start, start } from './server/start';
import type { Surroundings } from './surroundings';
import { ourPrograms } from './tools/ours';
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
    const { cold, readAll, warm, edited } = ourPrograms(around, subject.folder, subject.edited);
    const peers = options.peers ? await peerPrograms(around, subject.folder) : [];
    const programs = await resultsOf([cold, warm, edited, readAll, ...peers], options.runs);
    results.push({ ...sizeOf(subject), programs });
  }
  return results;
}

/** What is printed with and without all that saves time. */
export async function compareScans(around: Surroundings, options: Options): Promise<readonly SameResult[]> {
  const results: SameResult[] = [];
  for await (const { title, folder, edited } of subjectsOf(around, options)) {
    tell(`Comparing what is printed of ${title}`);
    results.push(await compareOutputs(title, ourPrograms(around, folder, edited)));
  }
  return results;
}

/** Generated workspaces of growing size, all of them in turns. */
export async function measureGrowth(around: Surroundings, options: Options): Promise<readonly GrowthResult[]> {
  const subjects: Subject[] = [];
  for (const size of options.sizes) {
    tell(`Generating ${size} files`);
    subjects.push(await generatedSubject(around.cache, size, options.seed));
  }
  tell(`Scanning ${options.sizes.join(', ')} files`);
  const ours = subjects.map(({ folder, edited }) => ourPrograms(around, folder, edited));
  const programs = ours.flatMap(({ cold, warm, edited }) => [cold, warm, edited]);
  const runs = await interleaved(programs, options.runs);
  const median = (program: Program) => summaryOf(runs.get(program) ?? []);
  return ours.map(({ cold, warm, edited }, index) => ({
    files: subjects[index]?.files ?? 0,
    bytes: subjects[index]?.bytes ?? 0,
    cold: median(cold),
    warm: median(warm),
    edited: median(edited),
  }));
}

/** Edits in small and large workspaces, and answers in one of the usual size. */
export async function measureServers(around: Surroundings, options: Options): Promise<readonly ServerResult[]> {
  const results: ServerResult[] = [];
  for (const size of new Set([Math.min(1000, options.files), options.files])) {
    const subject = await generatedSubject(around.cache, size, options.seed);
    tell(`The server on ${subject.title}`);
    const { folder } = subject;
    const cache = join(around.cache, 'home', 'server');
    await rm(cache, { recursive: true, force: true });
    await measureStart(around, folder, cache);
    const [cold, warm]: [Start[], Start[]] = [[], []];
    for (let turn = 0; turn < STARTS; turn += 1) {
      cold.push(await measureStart(around, folder));
      warm.push(await measureStart(around, folder, cache));
    }
    const { client } = await start(around, folder);
    const requests = await measureRequests(client, folder, options.requests);
    const edits = await measureEdits(client, folder, options.edits);
    await client.stop();
    results.push({ ...sizeOf(subject), cold: usual(cold), warm: usual(warm), requests, edits });
  }
  return results;
}

const STARTS = 3;

export async function measureMemory(around: Surroundings, options: Options): Promise<MemoryResult> {
  tell(`The server on ${options.memoryFiles} files`);
  const { folder, files } = await generatedSubject(around.cache, options.memoryFiles, options.seed);
  return { files, start: await measureStart(around, folder) };
}

async function* subjectsOf({ cache }: Surroundings, { folders, files, seed }: Options): AsyncIterable<Subject> {
  if (folders.length === 0) yield generatedSubject(cache, files, seed);
  for (const folder of folders) yield copiedSubject(cache, folder);
}

async function resultsOf(programs: readonly Program[], turns: number): Promise<readonly ProgramResult[]> {
  const all = await interleaved(programs, turns);
  return programs.map((program) => {
    const runs = all.get(program) ?? [];
    return { name: program.name, median: summaryOf(runs), runs };
  });
}

/** The start in the middle. */
function usual(starts: readonly Start[]): Start {
  const time = median(starts.map((each) => each.time));
  const found = starts.find((each) => each.time === time);
  if (found === undefined) throw new Error('The server was started an even number of times.');
  return found;
}

function sizeOf({ title, files, bytes }: Subject): Pick<Subject, 'title' | 'files' | 'bytes'> {
  return { title, files, bytes };
}
