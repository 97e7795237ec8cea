import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Program } from '../measure/process';
import { isolated, type Surroundings } from '../surroundings';

export const COLD = 'ours, cold';
export const WARM = 'ours, warm';
export const EDITED = 'ours, after one edit';

/** The command line as users start it: without its cache, with a filled one, and after an edit of one file. */
export async function ourPrograms(around: Surroundings, folder: string, edited: string): Promise<readonly Program[]> {
  const cli = join(around.product, 'dist/cli.js');
  const env = isolated(around);
  const scan = ['scan', folder, '--json'];
  const base = { command: process.execPath, cwd: folder, env };
  const { stdout: help } = await promisify(execFile)(process.execPath, [cli, 'scan', '--help'], { env });
  if (!help.includes('--no-cache')) return [{ ...base, name: COLD, args: [cli, ...scan] }];
  return [
    { ...base, name: COLD, args: [cli, ...scan, '--no-cache'] },
    { ...base, name: WARM, args: [cli, ...scan] },
    { ...base, name: EDITED, args: [cli, ...scan], prepare: () => edit(join(folder, edited)) },
  ];
}

let number = 0;

/** A new variable on the last line: content that no cache can know. */
async function edit(file: string): Promise<void> {
  number += 1;
  const text = await readFile(file, 'utf8');
  const line = file.endsWith('.py') ? `os.environ["BENCH_${number}"]` : `process.env.BENCH_${number};`;
  await writeFile(file, `${text.replace(/\n[^\n]*BENCH_\d+[^\n]*\n$/, '\n')}${line}\n`);
}
