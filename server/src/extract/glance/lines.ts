import type { Range } from '../../model/text';

/** Places in a text, asked for in the order in which they stand there. */
export class Lines {
  readonly #text: string;
  #line = 0;
  #start = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** From an offset to the end of its line, or to `end` where that comes first. */
  head(start: number, end: number): Range {
    for (;;) {
      const newline = this.#text.indexOf('\n', this.#start);
      if (newline === -1 || newline >= start) break;
      this.#line += 1;
      this.#start = newline + 1;
    }
    const newline = this.#text.indexOf('\n', start);
    const last = newline === -1 || newline >= end ? end : newline;
    const line = this.#line;
    return { line, column: start - this.#start, endLine: line, endColumn: last - this.#start };
  }
}
