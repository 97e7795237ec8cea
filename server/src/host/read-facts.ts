import { extractFile, languageOf } from '../extract/extract-file';
import { fileRole } from '../extract/file-role';
import type { FileFacts } from '../model/facts';
import type { Syntax } from '../syntax/syntax';
import { decode, withoutMark } from './decode';
import { type FileSystem, reasonOf } from './file-system';
import { looksGenerated } from './generated';
import type { Found } from './walk';

const KILO = 1024;
const LARGEST_CODE = 1024 * KILO;
const LARGEST_LOCK = 20 * 1024 * KILO;
const LOCK_NAME = /(?:^|[-.])lock(?:\.(?:json|ya?ml|toml|b))?$|^npm-shrinkwrap\.json$/;

export function largestSize(path: string): number {
  return LOCK_NAME.test(path.slice(path.lastIndexOf('/') + 1)) ? LARGEST_LOCK : LARGEST_CODE;
}

/**
 * Reads one file and says what it states. Whatever goes wrong is a problem in the result; `undefined` is a file that
 * has nothing to say: gone in the meantime, or written by a tool.
 *
 * Only a parser that broke down makes this reject: its memory cannot be trusted any more, and whoever ran it must start
 * a new one.
 */
export async function readFacts(fs: FileSystem, syntax: Syntax, file: Found): Promise<FileFacts | undefined> {
  const failed = (message: string): FileFacts => failure(file, message);
  const limit = largestSize(file.path);
  const size = file.text?.length ?? file.size;
  if (size > limit) {
    return failed(`The file is left out: it has ${megabytes(size)} and the limit is ${megabytes(limit)}.`);
  }
  let content: string | undefined;
  try {
    content = file.text === undefined ? decode(await fs.readFile(file.path)) : withoutMark(file.text);
  } catch (error) {
    return failed(`The file could not be read: ${reasonOf(error)}.`);
  }
  if (content === undefined) return failed('The file is left out: it is binary, not text.');
  const language = languageOf(syntax.languages, file.path);
  if (language !== undefined) {
    if (looksGenerated(content)) return undefined;
    try {
      await syntax.load([language.id]);
    } catch (error) {
      if (isParserFailure(error)) throw error;
      return failed(`The grammar of ${language.name} could not be loaded: ${reasonOf(error)}`);
    }
  }
  const facts = extractFile(syntax, { path: file.path, text: content, role: fileRole(file.path) });
  return file.gitIgnored ? { ...facts, gitIgnored: true } : facts;
}

/** A file that could not be read, as the engine sees it: without facts, and with the reason. */
export function failure(file: Found, message: string): FileFacts {
  const { path } = file;
  const facts = { path, role: fileRole(path), facts: [], problems: [{ path, message }] };
  return file.gitIgnored ? { ...facts, gitIgnored: true } : facts;
}

function isParserFailure(error: unknown): boolean {
  return error instanceof Error && error.name === 'RuntimeError';
}

function megabytes(bytes: number): string {
  return `${(bytes / KILO / KILO).toFixed(1)} MB`;
}
