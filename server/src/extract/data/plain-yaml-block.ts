import { type Data, scalar } from './data';

export interface Block {
  readonly data: Data;
  /** Where the line after it starts. */
  readonly next: number;
}

/** Reads blocks of text: `run: |` and the deeper lines below it. */
export class PlainBlock {
  readonly #text: string;
  readonly #fail: () => never;

  constructor(text: string, fail: () => never) {
    this.#text = text;
    this.#fail = fail;
  }

  read(at: number, lineEnd: number, indent: number): Block {
    const [, fold, chomp] = /^([|>])(-?)(?: +#.*| *)$/.exec(this.#text.slice(at, lineEnd)) ?? this.#fail();
    const { lines, end } = this.#lines(lineEnd + 1, indent);
    const text = fold === '>' ? folded(lines) : lines.join('\n');
    return { data: scalar(chomp === '-' ? text : `${text}\n`, at, end), next: end };
  }

  /** The lines of a block without their indentation, which is that of the first. */
  #lines(from: number, outer: number): { readonly lines: readonly string[]; readonly end: number } {
    const text = this.#text;
    const lines: string[] = [];
    let blanks: string[] = [];
    let inner = -1;
    let widest = 0;
    let end = from;
    for (let line = this.#line(from); line.start < text.length; line = this.#line(line.next)) {
      const { start, first, stop, next } = line;
      if (first === stop && (inner < 0 || stop - start <= inner)) {
        widest = Math.max(widest, stop - start);
        blanks.push('');
        continue;
      }
      if (inner < 0) inner = first - start;
      // Spaces before the first line may not be more than it has.
      if (inner <= outer || widest > inner) return this.#fail();
      if (first - start < inner) break;
      lines.push(...blanks, text.slice(start + inner, stop));
      blanks = [];
      end = next;
    }
    return lines.length === 0 ? this.#fail() : { lines, end };
  }

  #line(start: number): Line {
    const newline = this.#text.indexOf('\n', start);
    const stop = newline < 0 ? this.#text.length : newline;
    let first = start;
    while (first < stop && this.#text.charCodeAt(first) === 32) first += 1;
    return { start, first, stop, next: newline < 0 ? stop : newline + 1 };
  }
}

interface Line {
  readonly start: number;
  /** Its first sign; `stop` where there is none. */
  readonly first: number;
  readonly stop: number;
  readonly next: number;
}

/** Lines that go on are one line; empty lines and deeper ones end it. */
function folded(lines: readonly string[]): string {
  let text = '';
  let between = '';
  let wasDeeper = false;
  for (const line of lines) {
    if (line === '') {
      if (between === '\n') text += '\n';
      else between = '\n';
    } else if (line.startsWith(' ')) {
      if (between === ' ') between = '\n';
      else if (!wasDeeper && between === '\n') between = '\n\n';
      text += between + line;
      between = '\n';
      wasDeeper = true;
    } else {
      text += between + line;
      between = ' ';
      wasDeeper = false;
    }
  }
  return text;
}
