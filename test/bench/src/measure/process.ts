import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
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

/** What one run of a whole process took. Its work and memory are `undefined` where the system does not tell. */
export interface Run {
  /** From start to end, in milliseconds. */
  readonly wall: number;
  /** Of all its threads and of the processes that it started, in milliseconds: other programs change it little. */
  readonly cpu: number | undefined;
  /** The most that it held, in megabytes. */
  readonly memory: number | undefined;
}

/** Runs a program to its end. What it prints goes nowhere, as through `> /dev/null`. */
export async function runOf(program: Program): Promise<Run> {
  await program.prepare?.();
  const timed = existsSync(TIME) ? [TIME, ...TIME_FLAGS, program.command] : [program.command];
  const [command = '', ...args] = [...timed, ...program.args];
  const started = performance.now();
  const said = await ended(program, command, args);
  const wall = performance.now() - started;
  return { wall, ...(process.platform === 'darwin' ? ofBsd(said) : ofGnu(said)) };
}

/** Names what a program prints: the same bytes have the same name. */
export async function outputOf(program: Program): Promise<{ readonly bytes: number; readonly name: string }> {
  await program.prepare?.();
  const hash = createHash('sha256');
  let bytes = 0;
  await ended(program, program.command, program.args, (chunk) => {
    bytes += chunk.length;
    hash.update(chunk);
  });
  return { bytes, name: hash.digest('hex').slice(0, 12) };
}

const TIME = '/usr/bin/time';
const TIME_FLAGS = process.platform === 'darwin' ? ['-l'] : ['-f', 'took %U %S %M'];

function ofGnu(said: string): Pick<Run, 'cpu' | 'memory'> {
  const [, user, system, kilobytes] = /took ([\d.]+) ([\d.]+) (\d+)\s*$/.exec(said) ?? [];
  if (kilobytes === undefined) return { cpu: undefined, memory: undefined };
  return { cpu: (Number(user) + Number(system)) * 1000, memory: Number(kilobytes) / 1024 };
}

function ofBsd(said: string): Pick<Run, 'cpu' | 'memory'> {
  const [, user, system] = /([\d.]+) user\s+([\d.]+) sys/.exec(said) ?? [];
  const [, bytes] = /(\d+)\s+maximum resident set size/.exec(said) ?? [];
  if (bytes === undefined) return { cpu: undefined, memory: undefined };
  return { cpu: (Number(user) + Number(system)) * 1000, memory: Number(bytes) / 1024 ** 2 };
}

/** Waits for the end and gives the last of what was written to the error stream. */
function ended(
  { name, cwd, env, alsoFine = [] }: Program,
  command: string,
  args: readonly string[],
  take?: (chunk: Buffer) => void,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', take === undefined ? 'ignore' : 'pipe', 'pipe'] });
    let errors = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      errors = (errors + chunk.toString()).slice(-10_000);
    });
    if (take !== undefined) child.stdout?.on('data', take);
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0 || (code !== null && alsoFine.includes(code))) resolve(errors);
      else reject(new Error(`${name} ended with ${code}:\n${errors}`));
    });
  });
}
