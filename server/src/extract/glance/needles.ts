import type { Needles, Sign, SignAlternative } from '../../syntax/language';
import { surpriseOf } from './surprise';

/** What a part of a pattern says of the texts that it matches. */
interface Part {
  /** All that it matches, where that is a few texts. */
  readonly exact?: readonly string[];
  readonly needles?: Needles;
}

const MOST_WORDS = 80;
const MOST_OF_CLASS = 5;
/** How many bits of surprise make a needle worth looking for. */
const LEAST_SURPRISE = 12;
const LEAST_LETTERS = 3;
const ANYTHING: Part = {};
const NOTHING: Part = { exact: [''] };

/** A sign with the alternatives of its pattern: the build does this once for all. */
export function readySign(sign: Sign): Sign {
  return sign.text === undefined ? sign : { ...sign, alternatives: readyAlternatives(sign.text) };
}

export function readyAlternatives(pattern: string): readonly SignAlternative[] {
  return alternativesOf(pattern).map((text) => {
    const needles = needlesOf(text);
    return { text, ...(needles !== undefined && { needles }) };
  });
}

/** The alternatives of a pattern, each a pattern of its own. */
export function alternativesOf(source: string): readonly string[] {
  const reader = new PatternReader(source);
  const starts = [0];
  for (reader.concatenation(); reader.takes('|'); reader.concatenation()) starts.push(reader.at);
  return starts.map((start, index) => source.slice(start, (starts[index + 1] ?? source.length + 1) - 1));
}

/** The needles of a pattern; `undefined` where none is worth looking for. */
export function needlesOf(source: string): Needles | undefined {
  const { exact, needles } = new PatternReader(source).alternation();
  const found = exact === undefined ? needles : { words: exact, isStart: true };
  return found !== undefined && isWorthIt(found) ? found : undefined;
}

/** Reads what these patterns are written in: no flags but `i` and `m`, no named groups, no sets of `v`. */
class PatternReader {
  at = 0;
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  takes(text: string): boolean {
    if (!this.#source.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  alternation(): Part {
    const parts = [this.concatenation()];
    while (this.takes('|')) parts.push(this.concatenation());
    const exact = parts.map((part) => part.exact);
    if (!exact.includes(undefined)) return few(exact.flatMap((texts) => texts ?? [])) ?? ANYTHING;
    const words = parts.map((part) => part.exact ?? part.needles?.words);
    if (words.includes(undefined)) return ANYTHING;
    const isStart = parts.every((part) => part.exact !== undefined || part.needles?.isStart === true);
    return { needles: { words: words.flatMap((texts) => texts ?? []), isStart } };
  }

  concatenation(): Part {
    const row = new Row();
    while (this.at < this.#source.length && !/[|)]/.test(this.#source.charAt(this.at))) {
      const part = this.#atom();
      if (this.takes('?')) row.add(part.exact === undefined ? ANYTHING : { exact: [...part.exact, ''] });
      else if (this.takes('*') || this.takes('{0')) row.add(ANYTHING);
      else {
        row.add(part);
        if (this.takes('+') || this.#source[this.at] === '{') row.add(ANYTHING);
      }
      this.#restOfQuantifier();
    }
    return row.part();
  }

  #restOfQuantifier(): void {
    while (/[\d,{]/.test(this.#source.charAt(this.at)) && /^[{\d,]*\}/.test(this.#source.slice(this.at))) {
      this.at = this.#source.indexOf('}', this.at) + 1;
    }
    this.takes('?');
  }

  #atom(): Part {
    if (this.takes('(')) return this.#group();
    if (this.takes('[')) return this.#class();
    if (this.takes('^') || this.takes('$')) return NOTHING;
    if (this.takes('.')) return ANYTHING;
    if (this.takes('\\')) return escaped(this.#next());
    return { exact: [this.#next()] };
  }

  #group(): Part {
    const looksAround = ['?=', '?!', '?<=', '?<!'].some((mark) => this.takes(mark));
    this.takes('?:');
    const inner = this.alternation();
    this.takes(')');
    return looksAround ? NOTHING : inner;
  }

  /** The characters of a class, where it is a few that are named. */
  #class(): Part {
    const isNegated = this.takes('^');
    const texts: string[] = [];
    let isFew = !isNegated;
    while (this.at < this.#source.length && !this.takes(']')) {
      const text = this.takes('\\') ? escaped(this.#next()).exact?.[0] : this.#next();
      if (text === undefined || text === '' || (texts.length > 0 && text === '-' && this.#source[this.at] !== ']'))
        isFew = false;
      else texts.push(text);
    }
    return isFew && texts.length <= MOST_OF_CLASS ? { exact: texts } : ANYTHING;
  }

  #next(): string {
    const character = this.#source.charAt(this.at);
    this.at += 1;
    return character;
  }
}

/** Parts one after the other: texts that are known grow together, until one part may be anything. */
class Row {
  #texts: readonly string[] = [''];
  #isStart = true;
  #best: Needles | undefined;

  add(part: Part): void {
    const { exact, needles } = part;
    const texts = this.#texts;
    const grown = exact && few(exact.flatMap((end) => texts.map((text) => text + end)))?.exact;
    if (grown !== undefined) {
      this.#texts = grown;
      return;
    }
    this.#end();
    if (needles !== undefined) this.#take({ ...needles, isStart: needles.isStart && this.#isStart && isEmpty(texts) });
    this.#isStart = false;
    this.#texts = exact ?? [''];
  }

  part(): Part {
    if (this.#isStart) return { exact: this.#texts };
    this.#end();
    return this.#best === undefined ? ANYTHING : { needles: this.#best };
  }

  #end(): void {
    this.#take({ words: this.#texts, isStart: this.#isStart });
  }

  /** What starts the match is worth more: the pattern need be tried nowhere else. */
  #take(needles: Needles): void {
    const before = this.#best;
    if (before?.isStart === true || !isWorthIt(needles)) return;
    const isBetter = before === undefined || needles.isStart || surpriseOf(needles.words) > surpriseOf(before.words);
    if (isBetter) this.#best = needles;
  }
}

function isWorthIt({ words }: Needles): boolean {
  return words.every((word) => word.length >= LEAST_LETTERS) && surpriseOf(words) >= LEAST_SURPRISE;
}

function isEmpty(texts: readonly string[]): boolean {
  return texts.length === 1 && texts[0] === '';
}

function few(texts: readonly string[]): Required<Pick<Part, 'exact'>> | undefined {
  return texts.length <= MOST_WORDS ? { exact: texts } : undefined;
}

/** `\b` and `\B` match no character, `\s` or `\1` many; whatever else is escaped stands for itself. */
function escaped(letter: string): Part {
  if (/[bB]/.test(letter)) return NOTHING;
  if (letter === 'n') return { exact: ['\n'] };
  if (letter === 't') return { exact: ['\t'] };
  return /\w/.test(letter) ? ANYTHING : { exact: [letter] };
}
