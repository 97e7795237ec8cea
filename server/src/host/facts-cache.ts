import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Depth } from '../model/depth';
import type { FileFacts } from '../model/facts';
import { writeWhole } from './cache-folder';
import { contentHash } from './content-hash';
import type { Reading } from './read-facts';
import type { Found } from './walk';

/** What is kept of one file: of which content, and what it says (nothing, where a tool wrote it). */
interface Entry {
  readonly stamp: string;
  readonly hash: string;
  readonly facts?: FileFacts;
}

/**
 * The facts of a folder's files from the last time, each good as long as its file's content is the same. A file whose
 * stamp is another is read and compared by content, so that a fresh checkout costs no parsing. Facts never hold the
 * value of a secret, so neither does the cache.
 *
 * It is one text file a folder, a line an entry with a check sum in front: a damaged line costs its entry and no other.
 * It is read whole and written whole, under another name first: of two windows, the last one wins.
 */
export class FactsCache {
  readonly #file: string;
  readonly #header: string;
  readonly #entries: Map<string, Entry>;
  readonly #used = new Set<string>();
  #changed = false;

  private constructor(file: string, header: string, entries: Map<string, Entry>) {
    this.#file = file;
    this.#header = header;
    this.#entries = entries;
  }

  /** The cache of a folder at one depth, empty where there is none or where another build wrote it. */
  static async open(dir: string, root: string, depth: Depth, build: string): Promise<FactsCache> {
    const file = join(dir, `${contentHash(root)}.${depth}.facts`);
    const header = `integration-atlas facts ${build}`;
    let text = '';
    try {
      text = await readFile(file, 'utf8');
    } catch {
      // There is none yet, or it cannot be read: everything is read anew.
    }
    return new FactsCache(file, header, readEntries(text, header));
  }

  /** The facts of a file that is as it was; `read` is asked for its content where the stamp alone does not tell. */
  async find(file: Found, read: () => Promise<Uint8Array>): Promise<Reading | undefined> {
    const entry = file.stamp === undefined || file.text !== undefined ? undefined : this.#entries.get(file.path);
    if (entry === undefined || file.stamp === undefined) return undefined;
    if ((entry.facts?.gitIgnored ?? false) !== file.gitIgnored && entry.facts !== undefined) return undefined;
    if (entry.stamp !== file.stamp) {
      const content = await read().catch(() => undefined);
      if (content === undefined || contentHash(content) !== entry.hash) return undefined;
      this.#entries.set(file.path, { ...entry, stamp: file.stamp });
      this.#changed = true;
    }
    this.#used.add(file.path);
    return { path: file.path, hash: entry.hash, ...(entry.facts && { facts: entry.facts }) };
  }

  /** Keeps what came of a reading. What went wrong is tried again the next time. */
  keep(file: Found, { facts, hash }: Reading): void {
    if (file.stamp === undefined || hash === undefined || facts?.problems.some(({ passing }) => passing === true))
      return;
    this.#entries.set(file.path, { stamp: file.stamp, hash, ...(facts && { facts }) });
    this.#used.add(file.path);
    this.#changed = true;
  }

  /** Writes down what was found or kept since it was opened; files that nobody asked for are forgotten. */
  async save(): Promise<void> {
    if (!this.#changed && this.#used.size === this.#entries.size) return;
    const lines = [...this.#entries].flatMap(([path, entry]) =>
      this.#used.has(path) ? [checked(JSON.stringify([path, entry.stamp, entry.hash, entry.facts ?? null]))] : [],
    );
    await mkdir(join(this.#file, '..'), { recursive: true });
    await writeWhole(this.#file, `${this.#header}\n${lines.join('\n')}\n`);
    this.#changed = false;
  }
}

const SUM_LENGTH = 8;

function checked(line: string): string {
  return `${sumOf(line)} ${line}`;
}

function sumOf(line: string): string {
  return contentHash(line).slice(0, SUM_LENGTH);
}

function readEntries(text: string, header: string): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const end = text.indexOf('\n');
  if (end < 0 || text.slice(0, end) !== header) return entries;
  for (let start = end + 1; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    // A line that does not end was cut off.
    if (newline < 0) break;
    const line = text.slice(start + SUM_LENGTH + 1, newline);
    if (sumOf(line) === text.slice(start, start + SUM_LENGTH)) {
      const [path, stamp, hash, facts] = JSON.parse(line) as [string, string, string, FileFacts | null];
      entries.set(path, { stamp, hash, ...(facts !== null && { facts }) });
    }
    start = newline + 1;
  }
  return entries;
}
