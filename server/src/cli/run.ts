import { resolve } from 'node:path';
import { type Arguments, readArguments } from './arguments';
import { envCommand } from './env-command';
import { type CliEnvironment, type ExitCode, UsageError } from './environment';
import { explainCommand } from './explain-command';
import { generateCommand } from './generate-command';
import { commandHelp, globalHelp } from './help';
import { scanCommand } from './scan-command';

const RUN: Readonly<Record<string, typeof envCommand>> = {
  scan: scanCommand,
  env: envCommand,
  explain: explainCommand,
  generate: generateCommand,
};

/** The whole command line, from arguments to exit code. */
export async function run(argv: readonly string[], environment: CliEnvironment): Promise<ExitCode> {
  try {
    const args = readArguments(argv);
    const { command, flags } = args;
    if (flags.has('help')) environment.out(command === undefined ? globalHelp() : commandHelp(command));
    else if (flags.has('version')) environment.out(`${environment.version}\n`);
    else if (command === undefined) {
      environment.err(globalHelp());
      return 2;
    } else return await (RUN[command.name] ?? generateCommand)(args, withCache(args, environment));
    return 0;
  } catch (error) {
    if (environment.signal?.aborted === true) {
      environment.err('Cancelled; nothing was written.\n');
      return 130;
    }
    if (error instanceof UsageError) {
      environment.err(`integration-atlas: ${error.message}\n`);
      return 2;
    }
    environment.err(`integration-atlas: something went wrong: ${messageOf(error)}\n`);
    return 2;
  }
}

/** The user's cache folder is the entry's to give; flags have the last word. */
function withCache({ flags, values }: Arguments, environment: CliEnvironment): CliEnvironment {
  const { cacheDir, ...rest } = environment;
  if (flags.has('read-all')) return { ...rest, readAll: true };
  if (flags.has('no-cache') || cacheDir === undefined) return rest;
  const given = values.get('cache');
  return given === undefined ? environment : { ...rest, cacheDir: resolve(environment.cwd, given) };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
