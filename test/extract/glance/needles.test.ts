import { describe, expect, it } from 'vitest';
import { alternativesOf, needlesOf } from '../../../server/src/extract/glance/needles';

describe('the needles of a pattern', () => {
  it.each([
    ['process\\.env', ['process.env'], true],
    ['\\bgetenv\\b', ['getenv'], true],
    ['(?<![.\\w])\\$?fetch\\s*\\(', ['$fetch', 'fetch'], true],
    ['(?:stun|turn)s?:[\\w$]', ['stuns:', 'turns:', 'stun:', 'turn:'], true],
    ['[eE]nvalid', ['envalid', 'Envalid'], true],
    ['class \\w+\\([^)\\n]*Settings\\b', ['class '], true],
    ['\\w+Handler\\b', ['Handler'], false],
    ['x*Schema{2,3}\\n', ['Schema'], false],
    ['(?:ab|\\w)Container', ['Container'], false],
    ['from (?!local)[\'"]lib(?:rary)+', ["from 'library", 'from "library'], true],
    ['\\(\\?escaped\\]', ['(?escaped]'], true],
  ])('%s', (pattern, words, isStart) => {
    const needles = needlesOf(pattern);
    expect([...(needles?.words ?? [])].sort()).toEqual([...words].sort());
    expect(needles?.isStart).toBe(isStart);
  });

  it.each([
    '\\w+',
    '[a-z]+=',
    'e',
    'optional?|',
    '(?:word)?',
    '(?:word)*',
    '(?:word){0,3}',
    'Handler|\\d+',
    '[^x]',
    '.+',
  ])('are none for %s', (pattern) => {
    expect(needlesOf(pattern)).toBeUndefined();
  });

  it('are looked for by alternative, whatever is inside brackets', () => {
    expect(alternativesOf('a|(?:b|c)d|[|]e|\\|f|(?<=g|h)i')).toEqual(['a', '(?:b|c)d', '[|]e', '\\|f', '(?<=g|h)i']);
  });
});
