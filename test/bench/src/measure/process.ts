import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/** A program and how it is started. */
export interface Program {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Exit codes that are no failure besides 0. */
  readonly alsoFine?: readonly number[];
  /** Done before each run, outside the time. */
  readonly prepare?: () => Promise<void>;
}

/** The time of a whole process, in milliseconds. What it prints goes nowhere, as through `> /dev/null`. */
export async function timeOf(program: Program): Promise<number> {
  await program.prepare?.();
  const started = performance.now();
  await ended(program, program.command, program.args);
  return performance.now() - started;
}

const TIME = '/usr/bin/time';

/** The most memory that a run held, in megabytes; `undefined` where the system has no `time` program that tells. */
export async function peakMemoryOf(program: Program): Promise<number | undefined> {
  if (!existsSync(TIME)) return undefined;
  await program.prepare?.();
  const isMac = process.platform === 'darwin';
  const said = await ended(program, TIME, [isMac ? '-l' : '-v', program.command, ...program.args]);
  const kilobytes = /Maximum resident set size \(kbytes\): (\d+)/.exec(said)?.[1];
  const bytes = /(\d+)\s+maximum resident set size/.exec(said)?.[1];
  if (kilobytes !== undefined) return Number(kilobytes) / 1024;
  return bytes === undefined ? undefined : Number(bytes) / 1024 ** 2;
}

/** Waits for the end and gives what was written to the error stream. */
function ended(program: Program, command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const { name, cwd, env, alsoFine = [] } = program;
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => {
      errors = (errors + chunk.toString()).slice(-10_000);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0 || (code !== null && alsoFine.includes(code))) resolve(errors);
      else reject(new Error(`${name} ended with ${code}:\n${errors}`));
    });
  });
}
