import { withMentions } from '../host/mentions';
import { nodeFileSystem } from '../host/node-file-system';
import { explanationJson } from '../views/explanation-json';
import { explanationText } from '../views/explanation-text';
import type { Arguments } from './arguments';
import type { CliEnvironment, ExitCode } from './environment';
import { readFolder } from './read-folder';

/** 1 where nothing is told because nothing has that name: a script can tell it from a service that is not used. */
export async function explainCommand(
  { name = '', dir, flags }: Arguments,
  environment: CliEnvironment,
): Promise<ExitCode> {
  const { root, engine, snapshot } = await readFolder(dir, environment, 'document');
  const told = await withMentions(nodeFileSystem(root), snapshot.files, engine.explain(name));
  if (flags.has('json')) environment.out(`${JSON.stringify(explanationJson(told), undefined, 2)}\n`);
  else environment.out(explanationText(told, snapshot.unrecognised));
  return told.services.length > 0 ? 0 : 1;
}
