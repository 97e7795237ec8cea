import { join, relative, resolve, sep } from 'node:path';
import { readDocumentFile, realPlace, writeDocumentFile } from '../host/document-file';
import { reasonOf } from '../host/file-system';
import { type MergedDocument, mergeDocument } from '../views/document/merge-document';
import { renderDocument } from '../views/document/render-document';
import type { Arguments } from './arguments';
import { dateOf } from './date';
import { settingsOf, withProject } from './document-settings';
import { type CliEnvironment, type ExitCode, UsageError } from './environment';
import { lineDiff } from './line-diff';
import { readFolder } from './read-folder';

const DEFAULT_PATH = 'INTEGRATIONS.md';

type Changed = Extract<MergedDocument, { outcome: 'changed' }>;

export async function generateCommand(args: Arguments, environment: CliEnvironment): Promise<ExitCode> {
  const { dir, flags, values } = args;
  if (flags.has('stdout')) {
    const other = ['check', 'force'].find((flag) => flags.has(flag)) ?? (values.has('output') ? 'output' : undefined);
    if (other !== undefined) throw new UsageError(`--stdout writes no file: it does not go with --${other}.`);
  }
  const date = dateOf(values.get('date'), environment);
  const given = settingsOf(values);
  const { root, project, snapshot, isInput } = await readFolder(dir, environment, 'document');
  const { path = DEFAULT_PATH, ...settings } = withProject(given, project.document);
  const output = values.get('output');
  const file = output === undefined ? join(root, path) : resolve(environment.cwd, output);
  const shown = relative(environment.cwd, file) || file;
  // Links lead from where the document really lies, whatever links were followed to name it.
  const place = await realPlace(file);
  const inside = posix(relative(root, place));
  if (!inside.startsWith('../') && isInput(inside)) {
    throw new UsageError(
      `The next scan would read ${shown} as code or configuration: choose a name like ${DEFAULT_PATH}.`,
    );
  }
  const markdown = renderDocument(snapshot, { ...settings, date, path: posix(place), root: posix(root) });
  if (flags.has('stdout')) {
    environment.out(markdown);
    return 0;
  }
  const failed = `${shown} could not be ${flags.has('check') ? 'read' : 'written'}`;
  const present = await orUsageError(readDocumentFile(file), failed);
  const merged = mergeDocument(present, markdown);
  if (merged.outcome === 'damaged') throw new UsageError(`${shown}:${merged.line}: ${merged.message}`);
  if (merged.outcome === 'unchanged') {
    environment.err(`${shown} is up to date\n`);
    return 0;
  }
  if (flags.has('check')) return check(shown, present !== undefined, merged, environment);
  if (merged.foreign && !flags.has('force')) {
    environment.err(`${shown} was not written by Integration Atlas; it is left as it is. --force replaces it.\n`);
    return 2;
  }
  await orUsageError(writeDocumentFile(file, merged.text), failed);
  environment.err(`Wrote ${shown}\n`);
  return 0;
}

function check(shown: string, exists: boolean, merged: Changed, { out, err }: CliEnvironment): ExitCode {
  if (!exists) {
    err(`${shown} does not exist; "integration-atlas generate" writes it.\n`);
    return 1;
  }
  const author = merged.foreign ? ' (and was not written by Integration Atlas)' : '';
  err(`${shown} is out of date${author}; "integration-atlas generate" renews it.\n`);
  out(lineDiff(merged.before, merged.after));
  return 1;
}

async function orUsageError<T>(result: Promise<T>, what: string): Promise<T> {
  try {
    return await result;
  } catch (error) {
    throw new UsageError(`${what}: ${reasonOf(error)}.`);
  }
}

function posix(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
