import { relative, resolve } from 'node:path';
import { isOurDocument, readDocumentFile, saveDocumentFile, withoutDate } from '../host/document-file';
import { reasonOf } from '../host/file-system';
import { renderDocument } from '../views/document/render-document';
import type { Arguments } from './arguments';
import { dateOf } from './date';
import { type CliEnvironment, type ExitCode, UsageError } from './environment';
import { lineDiff } from './line-diff';
import { readFolder } from './read-folder';

const DEFAULT_PATH = 'INTEGRATIONS.md';

export async function generateCommand(args: Arguments, environment: CliEnvironment): Promise<ExitCode> {
  const { dir, flags, values } = args;
  if (flags.has('stdout')) {
    const other = ['check', 'force'].find((flag) => flags.has(flag)) ?? (values.has('output') ? 'output' : undefined);
    if (other !== undefined) throw new UsageError(`--stdout writes no file: it does not go with --${other}.`);
  }
  const date = dateOf(values.get('date'), environment);
  const { root, project, snapshot } = await readFolder(dir, environment);
  const markdown = renderDocument(snapshot, { date });
  if (flags.has('stdout')) {
    environment.out(markdown);
    return 0;
  }
  const output = values.get('output');
  const file =
    output === undefined ? resolve(root, project.document.path ?? DEFAULT_PATH) : resolve(environment.cwd, output);
  const shown = relative(environment.cwd, file) || file;
  try {
    return flags.has('check')
      ? await check(file, shown, markdown, environment)
      : await save(file, shown, markdown, flags.has('force'), environment);
  } catch (error) {
    throw new UsageError(`${shown} could not be ${flags.has('check') ? 'read' : 'written'}: ${reasonOf(error)}.`);
  }
}

async function save(
  file: string,
  shown: string,
  markdown: string,
  force: boolean,
  { err }: CliEnvironment,
): Promise<ExitCode> {
  const saved = await saveDocumentFile(file, markdown, force);
  if (saved === 'foreign') {
    err(`${shown} was not written by Integration Atlas; it is left as it is. --force replaces it.\n`);
    return 2;
  }
  err(saved === 'written' ? `Wrote ${shown}\n` : `${shown} is up to date\n`);
  return 0;
}

async function check(file: string, shown: string, markdown: string, { out, err }: CliEnvironment): Promise<ExitCode> {
  const present = await readDocumentFile(file);
  if (present === undefined) {
    err(`${shown} does not exist; "integration-atlas generate" writes it.\n`);
    return 1;
  }
  if (withoutDate(present) === withoutDate(markdown)) {
    err(`${shown} is up to date\n`);
    return 0;
  }
  const author = isOurDocument(present) ? '' : ' (and was not written by Integration Atlas)';
  err(`${shown} is out of date${author}; "integration-atlas generate" renews it.\n`);
  out(lineDiff(withoutDate(present).split('\n'), withoutDate(markdown).split('\n')));
  return 1;
}
