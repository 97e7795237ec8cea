import type { Needles, Sign } from '../../syntax/language';
import { LetterSearch, type Sought } from './letter-search';
import { readyAlternatives } from './needles';

/**
 * Looks for the patterns of signs. Trying them at every character would take longest of all that a glance does, so what
 * each alternative must contain is looked for first, of all of them in one pass: a pattern is tried where it would start,
 * or once in a file that it may stand in.
 */
export class SignSearch {
  readonly #search: LetterSearch;
  /** Alternatives in which no letters stand for sure. */
  readonly #others: readonly Alternative[];
  /** Those that the text at hand was searched for. */
  readonly #absent = new Set<Alternative>();

  constructor(signs: readonly Sign[]) {
    const alternatives = signs.flatMap(alternativesIn);
    this.#others = alternatives.filter(({ needles }) => needles === undefined);
    this.#search = new LetterSearch(alternatives.flatMap((alternative) => this.#soughtFor(alternative)));
  }

  isIn(text: string): boolean {
    this.#absent.clear();
    return this.#search.test(text) || this.#others.some((other) => isAnywhere(other, text));
  }

  #soughtFor(alternative: Alternative): readonly Sought[] {
    const { needles, anyCase } = alternative;
    const settles = needles?.isStart === true ? startsAt(alternative) : this.#standsBeside(alternative);
    return [...new Set(needles?.words)].map((word) => ({ word, anyCase, settles }));
  }

  /** The needle may stand anywhere in a match, so the pattern is tried on all of the text, and once. */
  #standsBeside(alternative: Alternative): Sought['settles'] {
    return (text) => {
      if (this.#absent.has(alternative)) return false;
      this.#absent.add(alternative);
      return isAnywhere(alternative, text);
    };
  }
}

interface Alternative {
  readonly pattern: RegExp;
  readonly needles: Needles | undefined;
  readonly anyCase: boolean;
  /** What must stand anywhere in the file as well. */
  readonly needed: RegExp | undefined;
}

function alternativesIn({ text, alternatives, anyCase = false, word }: Sign): readonly Alternative[] {
  if (text === undefined) return [];
  const needed = word === undefined ? undefined : inAnyCase(word);
  return (alternatives ?? readyAlternatives(text)).map(({ text: source, needles }) => {
    const pattern = new RegExp(source, `m${anyCase ? 'i' : ''}${needles?.isStart === true ? 'y' : ''}`);
    return { pattern, needles, anyCase, needed };
  });
}

function startsAt({ pattern, needed }: Alternative): Sought['settles'] {
  return (text, at) => {
    pattern.lastIndex = at;
    return pattern.test(text) && needed?.test(text) !== false;
  };
}

function isAnywhere({ pattern, needed }: Alternative, text: string): boolean {
  return needed?.test(text) !== false && pattern.test(text);
}

/** Two letters a place are found several times faster than a pattern that is blind to case. */
function inAnyCase(word: string): RegExp {
  return new RegExp([...word].map((letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`).join(''));
}
