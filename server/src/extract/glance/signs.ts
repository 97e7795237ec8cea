import type { Sign } from '../../syntax/language';
import type { TextFile } from '../reader';

/** Whether anything in a file, or its place, speaks for reading it whole. */
export type Signs = (file: TextFile) => boolean;

const known = new WeakMap<readonly Sign[], Signs>();

/** The signs of a language, each kind joined to one pattern: most files are looked at and never parsed. */
export function signsOf(signs: readonly Sign[]): Signs {
  const before = known.get(signs);
  if (before !== undefined) return before;
  const inSource = patternsOf(signs);
  const inTests = patternsOf(signs.filter(({ tests }) => tests === true));
  const made: Signs = (file) => {
    const { exact, loose, path } = file.role === 'source' ? inSource : inTests;
    return path?.test(file.path) === true || exact?.test(file.text) === true || loose?.test(file.text) === true;
  };
  known.set(signs, made);
  return made;
}

interface Patterns {
  readonly exact: RegExp | undefined;
  readonly loose: RegExp | undefined;
  readonly path: RegExp | undefined;
}

function patternsOf(signs: readonly Sign[]): Patterns {
  const texts = (anyCase: boolean): readonly string[] =>
    signs.flatMap(({ text, anyCase: given = false }) => (text !== undefined && given === anyCase ? [text] : []));
  return {
    exact: joined(texts(false), 'm'),
    loose: joined(texts(true), 'im'),
    path: joined(
      signs.flatMap(({ path }) => path ?? []),
      'i',
    ),
  };
}

function joined(patterns: readonly string[], flags: string): RegExp | undefined {
  return patterns.length === 0 ? undefined : new RegExp(patterns.map((one) => `(?:${one})`).join('|'), flags);
}
