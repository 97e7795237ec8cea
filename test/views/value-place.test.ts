import { expect, test } from 'vitest';
import { valuePlace } from '../../server/src/views/value-place';

/** What the place of a value covers, as an editor would cut it out. */
function shown(text: string, name = 'A'): string | undefined {
  const place = valuePlace(text, name);
  if (place === undefined) return undefined;
  const lines = text.split(/\r?\n/).slice(place.line, place.endLine + 1);
  return lines
    .map((line, at) => line.slice(at === 0 ? place.column : 0, at === lines.length - 1 ? place.endColumn : undefined))
    .join('\n');
}

test.each([
  ['A=plain', 'plain'],
  ['export A = spaced words # a comment', 'spaced words'],
  ['A=has#no-comment', 'has#no-comment'],
  ['A="quoted # not a comment" # one', 'quoted # not a comment'],
  ["A='single'", 'single'],
  ['A="an \\" inside"', 'an \\" inside'],
  ['A=first\nA=last', 'last'],
  ['A="two\nlines"\nB=x', 'two\nlines'],
  ['B="A=inside\nA=still inside"\nA=outside', 'outside'],
  ['A="never closed\nB=x', 'never closed'],
  ['B=x\r\nA=windows\r\n', 'windows'],
  ['A: colon', 'colon'],
])('%j', (text, value) => {
  expect(shown(text)).toBe(value);
});

test.each(['', 'A=', 'A=""', 'A= # only a comment', '# A=commented', 'AB=x', 'A=x\nA=', 'B=A=x'])(
  'none in %j',
  (text) => {
    expect(shown(text)).toBeUndefined();
  },
);
