import { describe, expect, test } from 'vitest';
import { amountOf, measured, measuredText, unitOfKey } from '../../server/src/index/measures';

describe('numbers with what they count', () => {
  test.each([
    [45, 's', '45 seconds'],
    [90, 's', '90 seconds'],
    [3600, 's', '1 hour (3600 s)'],
    [86_400, 's', '24 hours (86400 s)'],
    [604_800, 's', '7 days (604800 s)'],
    [900_000, 'ms', '15 minutes (900000 ms)'],
    [1500, 'ms', '1500 ms'],
    [0, 's', '0 seconds'],
    [30, 'min', '30 minutes'],
    [1, 'h', '1 hour'],
    [5_242_880, 'bytes', '5 MB (5242880 bytes)'],
    [2_621_440, 'bytes', '2.5 MB (2621440 bytes)'],
    [5_000_000, 'bytes', '5000000 bytes'],
    [7, 'duration', '7'],
  ] as const)('%d %s', (amount, unit, words) => {
    expect(measured(amount, unit)).toBe(words);
  });
});

describe('texts', () => {
  test.each([
    ['7d', 's', '7 days (7d)'],
    ['1h', 'duration', '1 hour (1h)'],
    ['3600', 's', '1 hour (3600 s)'],
    ['20m', 'bytes', '20 MB (20m)'],
    ['15m', 's', '15 minutes (15m)'],
    ['midnight', 's', 'midnight'],
    ['10/minute', 's', '10/minute'],
  ] as const)('%s as %s', (text, unit, words) => {
    expect(measuredText(text, unit)).toBe(words);
  });
});

test('named units', () => {
  expect(amountOf('1', 'hours')).toBe('1 hour');
  expect(amountOf('15', ':minute')).toBe('15 minutes');
  expect(amountOf('15', 'attempts')).toBeUndefined();
});

test('keys that name their unit', () => {
  expect(['windowMs', 'expiry_ms', 'idleTimeoutMillis', 'serverSelectionTimeoutMS'].map(unitOfKey)).toEqual(
    Array(4).fill('ms'),
  );
  expect(['items', 'params', 'timeout'].map(unitOfKey)).toEqual(Array(3).fill(undefined));
});
