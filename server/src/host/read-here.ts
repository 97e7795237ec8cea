import { Syntax } from '../syntax/syntax';
import type { Assets } from './assets';
import type { FileSystem } from './file-system';
import { failure, type Reading, type Reads, readFacts } from './read-facts';
import type { Found } from './walk';

/** The parsers of this thread, one set for all folders. */
const parsers = new WeakMap<Assets, Syntax>();

/** The parser's memory is one for the whole thread and cannot be renewed: once broken, workers do all the work. */
let parserBroken = false;

export function isParserBroken(): boolean {
  return parserBroken;
}

export interface ReadHere {
  readonly readings: readonly Reading[];
  /** Files that were not read any more, because the parser broke down before them. */
  readonly left: readonly Found[];
}

/** Reads files in this thread, one after the other, until its parser breaks down. */
export async function readHere(
  fs: FileSystem,
  assets: Assets,
  files: readonly Found[],
  reads: Reads,
  signal: AbortSignal | undefined,
  onProgress: (done: number) => void,
): Promise<ReadHere> {
  const syntax = parsers.get(assets) ?? new Syntax(assets.languages, assets.grammars);
  parsers.set(assets, syntax);
  const readings: Reading[] = [];
  for (const [index, file] of files.entries()) {
    signal?.throwIfAborted();
    try {
      readings.push(await readFacts(fs, syntax, file, reads));
    } catch (error) {
      parserBroken = true;
      const reason = error instanceof Error ? error.message : String(error);
      const message = `The file is left out. Its parser broke down: ${reason}`;
      readings.push({ path: file.path, facts: failure(file, message, true) });
      return { readings, left: files.slice(index + 1) };
    }
    onProgress(index + 1);
  }
  return { readings, left: [] };
}
