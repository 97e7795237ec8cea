import type { Range } from '../model/text';
import { lineAt, lineStarts } from '../syntax/line-starts';

/** Turns offsets of a text into ranges without asking the parser: every question to it costs a crossing. */
export class Positions {
  readonly text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.text = text;
    this.#starts = lineStarts(text);
  }

  /** The line of an offset, from 0. */
  lineAt(offset: number): number {
    return lineAt(this.#starts, offset);
  }

  lineStart(line: number): number {
    return this.#starts[line] ?? this.text.length;
  }

  /** A line without its end. */
  lineText(line: number): string {
    if (line < 0 || line >= this.#starts.length) return '';
    const end = line + 1 < this.#starts.length ? this.lineStart(line + 1) - 1 : this.text.length;
    const text = this.text.slice(this.lineStart(line), end);
    return text.endsWith('\r') ? text.slice(0, -1) : text;
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  range(start: number, end: number): Range {
    const line = this.lineAt(start);
    const endLine = this.lineAt(end);
    return {
      line,
      column: start - this.lineStart(line),
      endLine,
      endColumn: end - this.lineStart(endLine),
    };
  }

  /** A range cut at the end of its first line: evidence marks where a statement starts. */
  head(start: number, end: number): Range {
    const newline = this.text.indexOf('\n', start);
    return this.range(start, newline === -1 || newline >= end ? end : newline);
  }
}
