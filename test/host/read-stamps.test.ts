import { expect, test } from 'vitest';
import { ReadStamps } from '../../server/src/host/read-stamps';
import type { Found } from '../../server/src/host/walk';

const file = (path: string, stamp?: string): Found => ({ path, size: 1, gitIgnored: false, ...(stamp && { stamp }) });

function readOnce(...files: readonly Found[]): ReadStamps {
  const read = new ReadStamps();
  read.replace(files);
  return read;
}

test('files with the stamps that they were read with are the same', () => {
  expect(readOnce(file('a.py', '1'), file('b/c.py', '2')).others([file('a.py', '1'), file('b/c.py', '2')])).toEqual([]);
});

test('a file that changed, came or went is another', () => {
  const read = readOnce(file('a.py', '1'), file('gone.py', '2'));
  expect(read.others([file('a.py', '9'), file('new.py', '3')])).toEqual(['a.py', 'new.py', 'gone.py']);
});

test('a file that changed too recently for a stamp may be another, then as now', () => {
  expect(readOnce(file('a.py')).others([file('a.py', '1')])).toEqual(['a.py']);
  expect(readOnce(file('a.py', '1')).others([file('a.py')])).toEqual(['a.py']);
  expect(readOnce(file('a.py')).others([file('a.py')])).toEqual(['a.py']);
});

test('what is read later counts, and what is forgotten is new again', () => {
  const read = readOnce(file('a.py', '1'), file('lib/b.py', '2'), file('lib2/b.py', '3'));
  read.note([file('a.py', '9')]);
  read.forget(new Set(['lib']));
  expect(read.others([file('a.py', '9'), file('lib/b.py', '2'), file('lib2/b.py', '3')])).toEqual(['lib/b.py']);
});
