import { scanJson } from '../views/scan-json';
import type { Arguments } from './arguments';
import type { CliEnvironment, ExitCode } from './environment';
import { problemLines } from './problem-lines';
import { SCAN_JSON } from './quick-question';
import { answeredFromMap, type ReadFolder, readFolder } from './read-folder';
import { summaryOf } from './summary';

export async function scanCommand({ dir, flags }: Arguments, environment: CliEnvironment): Promise<ExitCode> {
  if (flags.has('json')) {
    const json = ({ snapshot }: ReadFolder): string => `${JSON.stringify(scanJson(snapshot), undefined, 2)}\n`;
    environment.out(await answeredFromMap(dir, environment, SCAN_JSON, json));
    return 0;
  }
  const { name, snapshot } = await readFolder(dir, environment, 'map');
  environment.out(summaryOf(name, snapshot));
  environment.err(problemLines(snapshot.problems));
  return 0;
}
