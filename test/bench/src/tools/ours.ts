import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Program } from '../measure/process';
import { isolated, type Surroundings } from '../surroundings';

export const COLD = 'ours, cold';
export const READ_ALL = 'ours, cold, every file parsed';
export const WARM = 'ours, warm';
export const EDITED = 'ours, after one edit';

/** The command line as users start it. */
export interface Ours {
  /** Without its cache. */
  readonly cold: Program;
  /** Without its cache, and without what decides from a file's characters that it need not be parsed. */
  readonly readAll: Program;
  /** With its cache, for the first time. */
  readonly filling: Program;
  /** With a filled cache. */
  readonly warm: Program;
  /** With a filled cache, after an edit of one file. */
  readonly edited: Program;
}

export function ourPrograms(around: Surroundings, folder: string, edited: string): Ours {
  const own = join(around.cache, 'home', 'of-one-run');
  const program = (name: string, ...flags: readonly string[]): Program => ({
    name,
    command: process.execPath,
    args: [join(around.product, 'dist/cli.js'), 'scan', folder, '--json', ...flags],
    cwd: folder,
    env: isolated(around),
  });
  return {
    cold: program(COLD, '--no-cache'),
    readAll: program(READ_ALL, '--read-all'),
    filling: {
      ...program('ours, filling the cache', '--cache', own),
      prepare: () => rm(own, { recursive: true, force: true }),
    },
    warm: program(WARM),
    edited: { ...program(EDITED), prepare: () => edit(join(folder, edited)) },
  };
}

let number = 0;

/** A new variable on the last line: content that no cache can know. */
async function edit(file: string): Promise<void> {
  number += 1;
  const text = await readFile(file, 'utf8');
  const line = file.endsWith('.py') ? `os.environ["BENCH_${number}"]` : `process.env.BENCH_${number};`;
  await writeFile(file, `${text.replace(/\n[^\n]*BENCH_\d+[^\n]*\n$/, '\n')}${line}\n`);
}
