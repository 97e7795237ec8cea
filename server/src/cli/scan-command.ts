import { scanJson } from '../views/scan-json';
import type { Arguments } from './arguments';
import type { CliEnvironment, ExitCode } from './environment';
import { problemLines } from './problem-lines';
import { readFolder } from './read-folder';
import { summaryOf } from './summary';

export async function scanCommand({ dir, flags }: Arguments, environment: CliEnvironment): Promise<ExitCode> {
  const { name, snapshot } = await readFolder(dir, environment);
  if (flags.has('json')) {
    environment.out(`${JSON.stringify(scanJson(snapshot), undefined, 2)}\n`);
    return 0;
  }
  environment.out(summaryOf(name, snapshot));
  environment.err(problemLines(snapshot.problems));
  return 0;
}
