import { type Data, type Entry, scalar } from './data';
import { PlainBlock } from './plain-yaml-block';
import { isKeyLike, PlainFlow, scalarOf } from './plain-yaml-flow';

/**
 * The YAML that most files are written in: maps and lists by indentation, values that end on their line, blocks of text.
 * `undefined` where anything else stands in it, be it right or wrong: the whole language has a parser of its own, which
 * takes ten times as long. What is read here, that one reads the same, and a test compares both.
 */
export function readPlainYaml(text: string): readonly Data[] | undefined {
  if (/[\t\r\ufeff]|^(?:%|\.\.\.)/m.test(text)) return undefined;
  try {
    return new PlainYaml(text).roots();
  } catch (error) {
    if (error === NOT_PLAIN) return undefined;
    throw error;
  }
}

const NOT_PLAIN = new Error('Something that is not read here.');
/** Far below what bounds any tree, so that nothing is cut off here. */
const DEEPEST = 60;
const MOST_NODES = 50_000;
const NAME = /[\w-]+(?= |\n|$)/y;

class PlainYaml {
  readonly #text: string;
  readonly #flow: PlainFlow;
  readonly #block: PlainBlock;
  /** The line that is read next, after empty ones and comments: where it starts, its first sign, how far that is in. */
  #start = 0;
  #first = 0;
  #indent = -1;
  #nodes = 0;
  /** Where the last value ended. */
  #end = 0;
  readonly #anchors = new Map<string, Data>();

  constructor(text: string) {
    this.#text = text;
    const fail = (): never => {
      throw NOT_PLAIN;
    };
    this.#flow = new PlainFlow(text, fail);
    this.#block = new PlainBlock(text, fail);
    this.#to(0);
  }

  roots(): readonly Data[] {
    const roots: Data[] = [];
    let isMarked = false;
    while (this.#indent >= 0 || isMarked) {
      if (this.#indent === 0 && this.#isMark()) {
        // An empty document is a value as well.
        if (isMarked) throw NOT_PLAIN;
        isMarked = true;
        this.#flow.endsAt(this.#first + 3);
        this.#to(this.#endOfLine() + 1);
        continue;
      }
      if (this.#indent !== 0 || (roots.length > 0 && !isMarked)) throw NOT_PLAIN;
      isMarked = false;
      this.#anchors.clear();
      roots.push(this.#isItem() ? this.#list(0, 0) : this.#map(0, this.#first, 0));
    }
    return roots;
  }

  #map(indent: number, start: number, depth: number): Data {
    const own: Entry[] = [];
    const merged: Entry[] = [];
    for (let first = start; ; first = this.#first) {
      if (this.#text.startsWith('<<: *', first)) merged.push(...this.#merged(first + 3));
      else own.push(this.#entry(first, indent, depth));
      if (this.#indent !== indent || this.#isItem() || this.#isMark()) break;
    }
    if (this.#indent > indent) throw NOT_PLAIN;
    const names = new Set(merged.length === 0 ? [] : own.map(({ key }) => key));
    return { t: 'map', entries: [...own, ...merged.filter(({ key }) => !names.has(key))], start, end: this.#end };
  }

  #entry(first: number, indent: number, depth: number): Entry {
    const { key, keyStart, keyEnd, colon } = this.#flow.key(first, this.#endOfLine());
    return { key, keyStart, keyEnd, value: this.#value(colon + 1, indent, depth, true) };
  }

  /** The entries of a map that is taken in: `<<: *defaults`. */
  #merged(from: number): readonly Entry[] {
    const data = this.#alias(this.#afterSpaces(from));
    const entries = data.t === 'map' ? data.entries : [];
    this.#nodes += entries.length;
    if (data.t === 'list' || this.#nodes > MOST_NODES) throw NOT_PLAIN;
    return entries;
  }

  #list(indent: number, depth: number): Data {
    const start = this.#first;
    const items: Data[] = [];
    while (this.#indent === indent && this.#isItem()) {
      const at = this.#afterSpaces(this.#first + 1);
      const column = at - this.#start;
      const isMap = isKeyLike(this.#text, at, this.#endOfLine());
      items.push(
        isMap ? this.#map(column, at, this.#deeper(depth)) : this.#value(this.#first + 1, indent, depth, false),
      );
    }
    if (this.#indent > indent) throw NOT_PLAIN;
    return { t: 'list', items, start, end: this.#end };
  }

  /** What stands behind a `:` or `-` on its line, or below it. */
  #value(from: number, indent: number, depth: number, isInMap: boolean): Data {
    this.#deeper(depth);
    const at = this.#afterSpaces(from);
    const end = this.#endOfLine();
    const sign = this.#text[at];
    if (at >= end || sign === '#') return this.#below(at, end, indent, depth, isInMap);
    if (at === from) throw NOT_PLAIN;
    if (sign === '&') return this.#anchored(at, indent, depth, isInMap);
    const data = sign === '*' ? this.#alias(at) : this.#onItsLine(at, end, indent);
    // The value goes on, which only the parser of everything follows.
    if (this.#indent > indent) throw NOT_PLAIN;
    return data;
  }

  #onItsLine(at: number, end: number, indent: number): Data {
    const sign = this.#text[at];
    if (sign === '|' || sign === '>') {
      const { data, next } = this.#block.read(at, end, indent);
      this.#end = data.end;
      this.#to(next);
      return data;
    }
    const isFlow = sign === '[' || sign === '{';
    const data = isFlow ? this.#flow.collection(at, end) : scalarOf(this.#flow.value(at, end));
    this.#end = data.end;
    this.#to(end + 1);
    return data;
  }

  /** `&name` and the value that gets the name. */
  #anchored(at: number, indent: number, depth: number, isInMap: boolean): Data {
    const name = this.#name(at);
    const data = this.#value(at + 1 + name.length, indent, this.#deeper(depth), isInMap);
    this.#anchors.set(name, data);
    return data;
  }

  /** `*name`: the value that was given the name. */
  #alias(at: number): Data {
    const name = this.#name(at);
    const data = this.#anchors.get(name);
    if (data === undefined) throw NOT_PLAIN;
    this.#end = at + 1 + name.length;
    this.#flow.endsAt(this.#end);
    this.#to(this.#endOfLine() + 1);
    return data;
  }

  #name(at: number): string {
    NAME.lastIndex = at + 1;
    const [name] = NAME.exec(this.#text) ?? [];
    if (name === undefined) throw NOT_PLAIN;
    return name;
  }

  #below(at: number, end: number, indent: number, depth: number, isInMap: boolean): Data {
    this.#to(end + 1);
    if (this.#indent > indent) {
      if (this.#isItem()) return this.#list(this.#indent, depth + 1);
      return this.#map(this.#indent, this.#first, depth + 1);
    }
    if (isInMap && this.#indent === indent && this.#isItem()) return this.#list(indent, depth + 1);
    this.#end = at;
    return scalar(null, at, at);
  }

  #deeper(depth: number): number {
    this.#nodes += 1;
    if (depth >= DEEPEST || this.#nodes > MOST_NODES) throw NOT_PLAIN;
    return depth + 1;
  }

  /** Goes to the first line from here on that is neither empty nor a comment. */
  #to(start: number): void {
    const text = this.#text;
    for (let line = start; line < text.length; line = nextLine(text, line)) {
      const first = this.#afterSpaces(line);
      const sign = text[first];
      if (sign === '\n' || sign === '#' || sign === undefined) continue;
      this.#start = line;
      this.#first = first;
      this.#indent = first - line;
      return;
    }
    this.#start = text.length;
    this.#first = text.length;
    this.#indent = -1;
  }

  #afterSpaces(from: number): number {
    let at = from;
    while (this.#text.charCodeAt(at) === 32) at += 1;
    return at;
  }

  #endOfLine(): number {
    const end = this.#text.indexOf('\n', this.#start);
    return end < 0 ? this.#text.length : end;
  }

  #isItem(): boolean {
    const next = this.#text[this.#first + 1];
    return this.#text[this.#first] === '-' && (next === ' ' || next === '\n' || next === undefined);
  }

  #isMark(): boolean {
    return (
      this.#indent === 0 &&
      this.#text.startsWith('---', this.#first) &&
      /^(?: |\n|$)/.test(this.#text.slice(this.#first + 3, this.#first + 4))
    );
  }
}

function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}
