/**
 * Long lists are written whole, with marks around what a shorter document leaves out: how long it is to be is the
 * document's matter, not that of each list.
 */
const OPEN = '\uE0F3';
const MIDDLE = '\uE0F4';
const CLOSE = '\uE0F5';
const FOLD = new RegExp(`${OPEN}([^${OPEN}${MIDDLE}${CLOSE}]*)${MIDDLE}([^${OPEN}${CLOSE}]*)${CLOSE}`, 'g');

/** A text that may be left out, and what stands in its place then. */
export function markFold(text: string, instead: string): string {
  return `${OPEN}${instead}${MIDDLE}${text}${CLOSE}`;
}

/** Writes what folds hold, or what stands in their place; folds inside of folds first. */
export function writeFolds(text: string, isWhole: boolean): string {
  let written = text;
  while (written.includes(OPEN)) {
    const next = written.replace(FOLD, isWhole ? '$2' : '$1');
    if (next === written) break;
    written = next;
  }
  return written;
}
