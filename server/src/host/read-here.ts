import { setImmediate } from 'node:timers/promises';
import { onItsOwn } from '../extract/on-its-own';
import { Syntax } from '../syntax/syntax';
import type { Assets } from './assets';
import { forgetFacts, onItsOwnAfter } from './edited-facts';
import type { FileSystem } from './file-system';
import { failure, nameOfText, type Reading, type Reads, readFacts } from './read-facts';
import type { Found } from './walk';

/** How many milliseconds of work may pass before workers, requests and signals are listened to. */
const LONGEST_BREATH = 2;

/** The parsers of this thread, one set for all folders. */
const parsers = new WeakMap<Assets, Syntax>();

/** The parser's memory is one for the whole thread and cannot be renewed: once broken, workers do all the work. */
let parserBroken = false;

export function isParserBroken(): boolean {
  return parserBroken;
}

/** No editor holds these texts of a folder any more; without paths, none of its texts. */
export function forgetTexts(fs: FileSystem, assets: Assets, paths?: readonly string[]): void {
  const names = paths?.map((path) => nameOfText(fs, path));
  const folder = nameOfText(fs, '');
  const isClosed = (name: string): boolean => (names === undefined ? name.startsWith(folder) : names.includes(name));
  forgetFacts(isClosed);
  // What a broken parser holds cannot even be freed.
  if (parserBroken) return;
  parsers.get(assets)?.forget(isClosed);
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
  const all = { ...reads, keepsTrees: true };
  const readings: Reading[] = [];
  let breath = performance.now();
  for (const [index, file] of files.entries()) {
    signal?.throwIfAborted();
    if (performance.now() - breath > LONGEST_BREATH) {
      await setImmediate();
      breath = performance.now();
    }
    try {
      const reading = await readFacts(fs, syntax, file, all);
      const isEdited = file.text !== undefined;
      readings.push(isEdited ? onItsOwnAfter(nameOfText(fs, file.path), reading) : onItsOwn(reading));
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
