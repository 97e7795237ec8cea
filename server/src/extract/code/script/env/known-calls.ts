import { table } from '../../../table';

/** What functions turn the text that they are given into. */
export const CASTS = table({
  parseInt: 'int',
  'Number.parseInt': 'int',
  parseFloat: 'float',
  'Number.parseFloat': 'float',
  Number: 'number',
  BigInt: 'int',
  URL: 'url',
  'JSON.parse': 'json',
});

/** The same of methods of the text. */
export const MEMBER_CASTS = table({ split: 'list' });

/** What gives the text on. */
export const TRANSPARENT = new Set(['String', 'Object.freeze', 'decodeURIComponent', 'path.resolve', 'resolve']);
/** What only asks about it. */
export const TESTS = new Set(['Boolean', 'isNaN', 'Number.isNaN']);
/** What stops the program without it. */
export const ASSERTS =
  /^(?:[\w$]+\.)?(?:assert|invariant|ok|nullthrows|must|ensure|require|getRequired|tinyInvariant)\w*$/;
