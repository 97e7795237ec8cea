import type { Depth } from '../../model/depth';
import type { Sign } from '../../syntax/language';
import type { TextFile } from '../reader';
import { SignSearch } from './sign-search';

/** Whether anything in a file, or its place, speaks for reading it whole. */
export type Signs = (file: TextFile) => boolean;

type ByRole = Record<'source' | 'other', Signs | undefined>;

const known = new WeakMap<readonly Sign[], Record<Depth, ByRole>>();
const made = new Map<string, Signs>();

/** The signs of a language, made ready when the first file asks: nearly all files are looked at and never parsed. */
export function hasSign(signs: readonly Sign[], file: TextFile): boolean {
  let byDepth = known.get(signs);
  if (byDepth === undefined) {
    byDepth = { document: { source: undefined, other: undefined }, map: { source: undefined, other: undefined } };
    known.set(signs, byDepth);
  }
  const { depth = 'document' } = file;
  const role = file.role === 'source' ? 'source' : 'other';
  byDepth[depth][role] ??= madeOnce(
    signs.filter(
      (one) => (depth === 'document' || one.depth !== 'document') && (role === 'source' || one.tests === true),
    ),
  );
  return byDepth[depth][role](file);
}

/** Languages that inherit from one another have signs that say the same. */
function madeOnce(signs: readonly Sign[]): Signs {
  const key = JSON.stringify(signs);
  const before = made.get(key);
  if (before !== undefined) return before;
  const paths = signs.flatMap(({ path }) => path ?? []);
  const inPath = paths.length === 0 ? undefined : new RegExp(paths.map((one) => `(?:${one})`).join('|'), 'i');
  const texts = new SignSearch(signs);
  const found: Signs = ({ path, text }) => inPath?.test(path) === true || texts.isIn(text);
  made.set(key, found);
  return found;
}
