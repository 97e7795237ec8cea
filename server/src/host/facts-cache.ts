import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Depth } from '../model/depth';
import type { FileFacts } from '../model/facts';
import { writeWhole } from './cache-folder';
import { contentHash } from './content-hash';
import type { Reading } from './read-facts';
import type { Found } from './walk';

/** What is kept of one file: of which content, and what it says, as it is written down. */
interface Entry {
  readonly stamp: string;
  readonly hash: string;
  /** Facts in JSON, `null` where a tool wrote the file: read when they are asked for, and written again as they are. */
  readonly facts: string;
  /** The whole line, where it is as it was read. */
  readonly line?: string;
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

  get isEmpty(): boolean {
    return this.#entries.size === 0;
  }

  /** The facts of a file that is as it was; `read` is asked for its content where the stamp alone does not tell. */
  async find(file: Found, read: () => Promise<Uint8Array>): Promise<Reading | undefined> {
    const entry = file.stamp === undefined || file.text !== undefined ? undefined : this.#entries.get(file.path);
    if (entry === undefined || file.stamp === undefined) return undefined;
    const facts = JSON.parse(entry.facts) as FileFacts | null;
    if (facts !== null && (facts.gitIgnored ?? false) !== file.gitIgnored) return undefined;
    if (entry.stamp !== file.stamp) {
      const content = await read().catch(() => undefined);
      if (content === undefined || contentHash(content) !== entry.hash) return undefined;
      this.#entries.set(file.path, { stamp: file.stamp, hash: entry.hash, facts: entry.facts });
      this.#changed = true;
    }
    this.#used.add(file.path);
    return { path: file.path, hash: entry.hash, ...(facts !== null && { facts }) };
  }

  /** Keeps what came of a reading. What went wrong is tried again the next time. */
  keep(file: Found, { facts, hash }: Reading): void {
    if (file.stamp === undefined || hash === undefined || facts?.problems.some(({ passing }) => passing === true))
      return;
    this.#entries.set(file.path, { stamp: file.stamp, hash, facts: JSON.stringify(facts ?? null) });
    this.#used.add(file.path);
    this.#changed = true;
  }

  /** Writes down what was found or kept since it was opened; files that nobody asked for are forgotten. */
  async save(): Promise<void> {
    if (!this.#changed && this.#used.size === this.#entries.size) return;
    const lines = [...this.#entries].flatMap(([path, entry]) =>
      this.#used.has(path) ? [entry.line ?? lineOf(path, entry)] : [],
    );
    await mkdir(join(this.#file, '..'), { recursive: true });
    await writeWhole(this.#file, `${this.#header}\n${lines.join('\n')}\n`);
    this.#changed = false;
  }
}

const SUM_LENGTH = 8;

/** A sum, what the facts are of, and the facts, which hold no tab outside their texts and there as an escape. */
function lineOf(path: string, { stamp, hash, facts }: Entry): string {
  const line = `${JSON.stringify([path, stamp, hash])}\t${facts}`;
  return `${sumOf(line)} ${line}`;
}

/** Told apart from damage only, so that a sum of moments will do (FNV-1a). */
function sumOf(line: string): string {
  let sum = 0x811c9dc5;
  for (let at = 0; at < line.length; at += 1) sum = Math.imul(sum ^ line.charCodeAt(at), 0x01000193);
  return (sum >>> 0).toString(16).padStart(SUM_LENGTH, '0');
}

function readEntries(text: string, header: string): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const end = text.indexOf('\n');
  if (end < 0 || text.slice(0, end) !== header) return entries;
  for (let start = end + 1; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    // A line that does not end was cut off.
    if (newline < 0) break;
    const line = text.slice(start, newline);
    const told = line.slice(SUM_LENGTH + 1);
    const tab = told.indexOf('\t');
    if (tab > 0 && sumOf(told) === line.slice(0, SUM_LENGTH)) {
      const [path, stamp, hash] = JSON.parse(told.slice(0, tab)) as [string, string, string];
      entries.set(path, { stamp, hash, facts: told.slice(tab + 1), line });
    }
    start = newline + 1;
  }
  return entries;
}
