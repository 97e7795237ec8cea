import { expect, test } from 'vitest';
import { decode } from '../../server/src/host/decode';

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

test('UTF-8 with and without a mark', () => {
  expect(decode(bytes(0xef, 0xbb, 0xbf, 0x61))).toBe('a');
  expect(decode(bytes(0xc3, 0xa9))).toBe('é');
  expect(decode(bytes())).toBe('');
});

test('UTF-16 by its mark, even where it ends in the middle of a character', () => {
  expect(decode(bytes(0xff, 0xfe, 0x61, 0, 0xe9, 0))).toBe('aé');
  expect(decode(bytes(0xfe, 0xff, 0, 0x61, 0, 0xe9))).toBe('aé');
  expect(decode(bytes(0xff, 0xfe, 0x61, 0, 0x62))).toBe('a\ufffd');
});

test('other bytes as Latin-1, in which each is one character', () => {
  expect(decode(bytes(0x63, 0x61, 0x66, 0xe9))).toBe('café');
  expect(decode(bytes(0xdf, 0xff, 0x41))).toBe('ßÿA');
});

test('NUL bytes mean binary', () => {
  expect(decode(bytes(0x61, 0, 0x62))).toBeUndefined();
});
