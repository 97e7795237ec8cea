import type { Range } from '../../model/text';

/** Ranges of statements that are asked for from top to bottom: nothing is counted twice, and nothing behind the last one. */
export class LinesInOrder {
  readonly #text: string;
  #line = 0;
  #start = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** A statement's range as `Positions.head` gives it: cut at the end of its first line. */
  head(start: number, end: number): Range {
    let newline = this.#text.indexOf('\n', this.#start);
    while (newline !== -1 && newline < start) {
      this.#line += 1;
      this.#start = newline + 1;
      newline = this.#text.indexOf('\n', this.#start);
    }
    const last = newline === -1 || newline >= end ? end : newline;
    return { line: this.#line, column: start - this.#start, endLine: this.#line, endColumn: last - this.#start };
  }
}

/** Whether lines end in a way that only a parser should make sense of. */
export function hasOddLineEnds(text: string): boolean {
  return text.includes('\u2028') || text.includes('\u2029') || (text.includes('\r') && /\r(?!\n)/.test(text));
}
