import type { Depth } from '../../model/depth';
import type { Sign } from '../../syntax/language';
import type { TextFile } from '../reader';

/** Whether anything in a file, or its place, speaks for reading it whole. */
export type Signs = (file: TextFile) => boolean;

const known = new WeakMap<readonly Sign[], Readonly<Record<Depth, Signs>>>();

/** The signs of a language, most of them joined to one pattern: nearly all files are looked at and never parsed. */
export function signsOf(signs: readonly Sign[], depth: Depth): Signs {
  const before = known.get(signs);
  if (before !== undefined) return before[depth];
  const made = { document: joinedSigns(signs), map: joinedSigns(signs.filter((sign) => sign.depth !== 'document')) };
  known.set(signs, made);
  return made[depth];
}

function joinedSigns(signs: readonly Sign[]): Signs {
  const inSource = patternsOf(signs);
  const inTests = patternsOf(signs.filter(({ tests }) => tests === true));
  return ({ path, text, role }) => {
    const { paths, texts, behindWords } = role === 'source' ? inSource : inTests;
    return (
      paths?.test(path) === true ||
      behindWords.some(({ word, pattern }) => word.test(text) && pattern.test(text)) ||
      texts.some((pattern) => pattern.test(text))
    );
  };
}

interface Patterns {
  readonly paths: RegExp | undefined;
  readonly texts: readonly RegExp[];
  readonly behindWords: readonly { readonly word: RegExp; readonly pattern: RegExp }[];
}

function patternsOf(signs: readonly Sign[]): Patterns {
  const texts = (wanted: boolean): readonly string[] =>
    signs.flatMap(({ text, anyCase = false, word }) =>
      text !== undefined && word === undefined && anyCase === wanted ? [text] : [],
    );
  return {
    paths: joined(
      signs.flatMap(({ path }) => path ?? []),
      'i',
    ),
    texts: [joined(texts(false), 'm'), joined(texts(true), 'im')].flatMap((pattern) => pattern ?? []),
    behindWords: signs.flatMap(({ text, anyCase = false, word }) =>
      text === undefined || word === undefined
        ? []
        : [{ word: inAnyCase(word), pattern: new RegExp(text, anyCase ? 'im' : 'm') }],
    ),
  };
}

/** Two letters a place are found several times faster than a pattern that is blind to case. */
function inAnyCase(word: string): RegExp {
  return new RegExp([...word].map((letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`).join(''));
}

function joined(patterns: readonly string[], flags: string): RegExp | undefined {
  return patterns.length === 0 ? undefined : new RegExp(patterns.map((one) => `(?:${one})`).join('|'), flags);
}
