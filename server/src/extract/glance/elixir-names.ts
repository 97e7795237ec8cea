import { lastSegment } from '../code/elixir/elixir-source';

const DEFINES = /(?<![\w.:@])(?:defmodule|defprotocol)[ \t(]+([A-Z]\w*(?:\.[A-Z]\w*)*|__MODULE__(?:\.[A-Z]\w*)*)/g;
/** The one module of a file that is laid out as the formatter does. */
const ONLY = /^defmodule ([A-Z]\w*(?:\.[A-Z]\w*)*) do$/m;
const QUOTES = /"""|'''/g;
const MOST_MEANINGS = 500;

/** Aliases of aliases without end. */
export class TooManyMeanings extends Error {}

interface Alias {
  readonly full: string;
  readonly index: number;
  readonly isCertain: boolean;
}

/** What the modules that an Elixir file names may stand for, read off its lines. */
export class ElixirNames {
  /** The modules that the file defines, as far as that can be told. */
  readonly defined: readonly string[];
  /** The one module of the file, where it has one. */
  readonly module: string | undefined;
  readonly #text: string;
  readonly #start: number;
  readonly #end: number;
  readonly #aliases = new Map<string, Alias[]>();
  /** The last names of modules. */
  readonly #inner: ReadonlySet<string>;
  readonly #longTexts: Spans;
  readonly #blocks: Spans;

  constructor(text: string) {
    this.#text = text;
    const written = [...text.matchAll(DEFINES)].map(([, name = '']) => name);
    const only = written.length === 1 ? ONLY.exec(text) : null;
    this.module = only?.[1];
    this.#start = only?.index ?? text.length;
    const end = text.slice(this.#start).search(/^end\b/m);
    this.#end = end === -1 ? text.length : this.#start + end;
    this.defined = definedBy(written);
    this.#inner = new Set(this.defined.flatMap((name) => (name.includes('.') ? [lastSegment(name)] : [])));
    this.#longTexts = longTexts(text);
    this.#blocks = only === null ? [] : blocksIn(text);
  }

  alias(local: string, full: string, index: number): void {
    const alias = { full, index, isCertain: this.isCertain(index) };
    const known = this.#aliases.get(local);
    if (known === undefined) this.#aliases.set(local, [alias]);
    else known.push(alias);
  }

  /** Whether a statement at a place stands by itself in the file's one module, in no function and in no text. */
  isCertain(index: number): boolean {
    if (this.module === undefined || index < this.#start || index > this.#end) return false;
    const text = this.#text;
    if (text.slice(text.lastIndexOf('\n', index - 1) + 1, index) !== '  ') return false;
    return !isWithin(this.#longTexts, index) && !isWithin(this.#blocks, index);
  }

  /** The full name of a module in a statement that is certain. */
  certain(written: string, index: number): string {
    if (written.startsWith(':')) return written;
    if (written.startsWith('Elixir.')) return written.slice('Elixir.'.length);
    const [first = '', ...rest] = written.split('.');
    const behind = rest.length === 0 ? '' : `.${rest.join('.')}`;
    if (first === '__MODULE__') return `${this.module ?? first}${behind}`;
    const alias = this.#aliases.get(first)?.findLast((one) => one.isCertain && one.index < index);
    return alias === undefined ? written : this.certain(alias.full, alias.index) + behind;
  }

  /** All that a name may mean at a place; what it means for sure is among them. */
  meanings(written: string, index: number): readonly string[] {
    const first = firstOf(written);
    if (first === 'Elixir' && first !== written) return [written.slice(first.length + 1)];
    // Most names stand for themselves.
    if (first !== '__MODULE__' && !this.#aliases.has(first) && !this.#inner.has(first)) return [written];
    const found = new Set<string>();
    const open: (readonly [name: string, index: number])[] = [[written, index]];
    const seen = new Set<string>();
    for (const [name, at] of open) {
      if (seen.has(name)) continue;
      seen.add(name);
      if (seen.size > MOST_MEANINGS) throw new TooManyMeanings();
      open.push(...this.#meaningsOf(name, at, found));
    }
    return [...found];
  }

  /** Adds what a name means without aliases; what they make of it is given back. */
  #meaningsOf(name: string, index: number, found: Set<string>): readonly (readonly [string, number])[] {
    const first = firstOf(name);
    const behind = name.slice(first.length);
    if (first === '__MODULE__') {
      for (const module of this.defined) found.add(module + behind);
      return [];
    }
    const aliases = this.#aliases.get(first) ?? [];
    // An alias among the statements of the one module holds below it, whatever else would be called so.
    if (!aliases.some((alias) => alias.isCertain && alias.index < index)) found.add(name);
    // A module inside another is known there by its last name.
    if (this.#inner.has(first)) {
      for (const module of this.defined) if (module.endsWith(`.${first}`)) found.add(module + behind);
    }
    return aliases.map(({ full }) => [full + behind, -1] as const);
  }
}

function firstOf(name: string): string {
  const dot = name.indexOf('.');
  return dot === -1 ? name : name.slice(0, dot);
}

/** Each as it stands, and inside each of the others. */
function definedBy(written: readonly string[]): readonly string[] {
  const plain = [...new Set(written.map((name) => name.replace(/^__MODULE__\.?/, '')).filter((name) => name !== ''))];
  if (plain.length === 1) return plain;
  const few = plain.slice(0, 40);
  return [...new Set([...plain, ...few.flatMap((outer) => few.map((inner) => `${outer}.${inner}`))])];
}

/** In the order of the text, none inside another. */
type Spans = readonly (readonly [start: number, end: number])[];

function isWithin(spans: Spans, index: number): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.[0] ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return index < (spans[low - 1]?.[1] ?? 0);
}

function longTexts(text: string): Spans {
  const spans: [number, number][] = [];
  QUOTES.lastIndex = 0;
  for (let open = QUOTES.exec(text); open !== null; open = QUOTES.exec(text)) {
    const close = text.indexOf(open[0], QUOTES.lastIndex);
    const end = close === -1 ? text.length : close + 3;
    spans.push([open.index, end]);
    QUOTES.lastIndex = end;
  }
  return spans;
}

/** Blocks whose statement stands right inside a module: functions, above all. */
function blocksIn(text: string): Spans {
  const spans: [number, number][] = [];
  let open: number | undefined;
  for (const { 0: line, index } of text.matchAll(/^ {2}(?:end\b|\S[^\n]*\bdo$|do$)/gm)) {
    if (!line.startsWith('  end')) open ??= index;
    else if (open !== undefined) {
      spans.push([open, index]);
      open = undefined;
    }
  }
  if (open !== undefined) spans.push([open, text.length]);
  return spans;
}
