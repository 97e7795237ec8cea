import { extractFile, languageOf, lookAt } from '../extract/extract-file';
import { fileRole } from '../extract/file-role';
import type { Depth } from '../model/depth';
import type { FileFacts } from '../model/facts';
import type { WantedCode } from '../model/wanted-code';
import type { Syntax } from '../syntax/syntax';
import { contentHash } from './content-hash';
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

/** What came of reading one file. */
export interface Reading {
  readonly path: string;
  /** Absent where the file has nothing to say: it was written by a tool. */
  readonly facts?: FileFacts;
  /** Of the content as it was read from the disk; the same content will always say the same. */
  readonly hash?: string;
}

/** How files are read this time. */
export interface Reads {
  /** What is worth reading a file whole for; without it every file is. */
  readonly wanted?: WantedCode;
  /** Contents are to be named, for a cache. */
  readonly hashes?: boolean;
  /** What editors hold will be read here again: its trees are kept. */
  readonly keepsTrees?: boolean;
  /** Everything without it. */
  readonly depth?: Depth;
}

/**
 * Reads one file and says what it states. Whatever goes wrong is a problem in the result.
 *
 * Only a parser that broke down makes this reject: its memory cannot be trusted any more, and whoever ran it must start
 * a new one.
 */
export async function readFacts(
  fs: FileSystem,
  syntax: Syntax,
  file: Found,
  { wanted, hashes = false, keepsTrees = false, depth = 'document' }: Reads = {},
): Promise<Reading> {
  const { path } = file;
  const failed = (message: string, passing = false): Reading => ({ path, facts: failure(file, message, passing) });
  const limit = largestSize(file.path);
  const size = file.text?.length ?? file.size;
  if (size > limit) {
    return failed(`The file is left out: it has ${megabytes(size)} and the limit is ${megabytes(limit)}.`);
  }
  let read: Content;
  try {
    read = await contentOf(fs, file, hashes);
  } catch (error) {
    return failed(`The file could not be read: ${reasonOf(error)}.`, true);
  }
  const { content, hash } = read;
  if (content === undefined) return failed('The file is left out: it is binary, not text.');
  const asked = { path, text: content, role: fileRole(path), depth };
  const language = languageOf(syntax.languages, file.path);
  if (language !== undefined) {
    if (looksGenerated(content)) return { path, ...(hash !== undefined && { hash }) };
    // What an editor holds is worked on: it is always read whole.
    const isLookedAt = wanted !== undefined && file.whole !== true && file.text === undefined;
    const glanced = isLookedAt ? lookAt(language, asked, wanted) : undefined;
    if (glanced !== undefined) return reading(file, glanced, hash);
    try {
      await syntax.load([language.id]);
    } catch (error) {
      if (isParserFailure(error)) throw error;
      return failed(`The grammar of ${language.name} could not be loaded: ${reasonOf(error)}`, true);
    }
  }
  const held = keepsTrees && file.text !== undefined ? { held: nameOfText(fs, path) } : {};
  const facts = extractFile(syntax, { ...asked, ...held });
  return reading(file, facts, hash);
}

/** One name for a text in all folders. */
export function nameOfText({ root = '' }: FileSystem, path: string): string {
  return `${root}\n${path}`;
}

interface Content {
  /** Absent where it is no text. */
  readonly content: string | undefined;
  readonly hash?: string;
}

async function contentOf(fs: FileSystem, { path, text, stamp }: Found, hashes: boolean): Promise<Content> {
  if (text !== undefined) return { content: withoutMark(text) };
  const bytes = await fs.readFile(path);
  const content = decode(bytes);
  return hashes && stamp !== undefined ? { content, hash: contentHash(bytes) } : { content };
}

function reading({ path, gitIgnored }: Found, facts: FileFacts, hash: string | undefined): Reading {
  return { path, facts: gitIgnored ? { ...facts, gitIgnored: true } : facts, ...(hash !== undefined && { hash }) };
}

/** A file that gives no facts, as the engine sees it, with the reason: by its content, or by what may pass. */
export function failure(file: Found, message: string, passing: boolean): FileFacts {
  const { path } = file;
  const facts = { path, role: fileRole(path), facts: [], problems: [{ path, message, ...(passing && { passing }) }] };
  return file.gitIgnored ? { ...facts, gitIgnored: true } : facts;
}

function isParserFailure(error: unknown): boolean {
  return error instanceof Error && error.name === 'RuntimeError';
}

function megabytes(bytes: number): string {
  return `${(bytes / KILO / KILO).toFixed(1)} MB`;
}
