import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import { filesIn } from './files-in';
import { workspaceOf } from './generate';
import { LARGE_PYTHON } from './large';

/** A folder that is measured. It is ours: files in it are edited. */
export interface Subject {
  readonly title: string;
  readonly folder: string;
  /** A file of code that may be edited. */
  readonly edited: string;
  readonly files: number;
  readonly bytes: number;
}

export async function generatedSubject(cache: string, files: number, seed: number): Promise<Subject> {
  const folder = await workspaceOf(cache, files, seed);
  return { title: `generated, ${files} files`, folder, edited: LARGE_PYTHON, ...(await countsOf(folder)) };
}

/** What is not read by any of the tools need not be copied. */
const LEFT_OUT = new Set(['.git', 'node_modules', '.venv', '__pycache__', '_build', 'deps']);

/** A copy: what belongs to someone else is not edited. */
export async function copiedSubject(cache: string, given: string): Promise<Subject> {
  const source = resolve(given);
  const name = `${basename(source)}-${createHash('sha1').update(source).digest('hex').slice(0, 8)}`;
  const folder = join(cache, 'copies', name);
  await rm(folder, { recursive: true, force: true });
  await cp(source, folder, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) =>
      !path
        .slice(source.length)
        .split(sep)
        .some((part) => LEFT_OUT.has(part)),
  });
  // Tools that heed .gitignore do so only in a repository.
  await mkdir(join(folder, '.git'), { recursive: true });
  const all = await filesIn(folder);
  const edited =
    (await readerOf(
      folder,
      all.map(({ path }) => path),
    )) ?? all[0]?.path;
  if (edited === undefined) throw new Error(`${given} holds no files.`);
  return { title: basename(source), folder, edited, ...totals(all) };
}

const CODE = /\.(py|[jt]sx?)$/;
const ASIDE = /(?:^|\/)(?:\.|__tests__|tests?\/|test_)|[._](?:test|spec)\./;

/** A file of the program that reads a variable already: an edit of one that no tool reads would say nothing. */
async function readerOf(folder: string, paths: readonly string[]): Promise<string | undefined> {
  const code = paths.filter((path) => CODE.test(path) && !ASIDE.test(path));
  for (const path of code) {
    if (/process\.env|os\.environ/.test(await readFile(join(folder, path), 'utf8'))) return path;
  }
  return code[0];
}

async function countsOf(folder: string): Promise<Pick<Subject, 'files' | 'bytes'>> {
  return totals(await filesIn(folder));
}

function totals(all: readonly { readonly size: number }[]): Pick<Subject, 'files' | 'bytes'> {
  return { files: all.length, bytes: all.reduce((sum, { size }) => sum + size, 0) };
}
