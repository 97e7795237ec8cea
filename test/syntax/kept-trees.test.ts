import { expect, test } from 'vitest';
import { editBetween, upToNextSign } from '../../server/src/syntax/edit-between';
import { KeptTrees } from '../../server/src/syntax/kept-trees';

/** Trees that tell which of them were freed, and how often. */
function forest() {
  const freed: string[] = [];
  const trees = new KeptTrees<{ delete: () => void }>();
  const keep = (name: string, text = name) =>
    trees.keep(name, { language: 'python', text, held: { delete: () => freed.push(name) } });
  return { trees, freed, keep };
}

test('of many texts only the last eight keep their trees, and the others free them', () => {
  const { trees, freed, keep } = forest();
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) keep(name);
  expect(freed).toEqual([]);
  trees.take('a', 'python');
  keep('a');
  keep('i');
  expect(freed).toEqual(['b']);
  expect(trees.names).toEqual(['c', 'd', 'e', 'f', 'g', 'h', 'a', 'i']);
});

test('large texts leave room for few, and one that is too large for none, itself included', () => {
  const { trees, freed, keep } = forest();
  keep('small');
  keep('large', 'x'.repeat(1_500_000));
  keep('another', 'x'.repeat(1_000_000));
  expect(freed).toEqual(['small', 'large']);
  keep('vast', 'x'.repeat(3_000_000));
  expect(trees.names).toEqual([]);
  expect(freed).toEqual(['small', 'large', 'another', 'vast']);
});

test('a tree is handed out once, and freed where the text is of another language now', () => {
  const { trees, freed, keep } = forest();
  keep('a');
  expect(trees.take('a', 'python')).toBeDefined();
  expect(trees.take('a', 'python')).toBeUndefined();
  keep('b');
  expect(trees.take('b', 'elixir')).toBeUndefined();
  expect(freed).toEqual(['b']);
});

test('the stretch between two texts: what was taken out, what was put in, and where in lines', () => {
  expect(editBetween('a\nb\n', 'a\nb\n')).toBeUndefined();
  expect(editBetween('one\ntwo\nthree', 'one\n2\n\nthree')).toEqual({
    startIndex: 4,
    oldEndIndex: 7,
    newEndIndex: 6,
    startPosition: { row: 1, column: 0 },
    oldEndPosition: { row: 1, column: 3 },
    newEndPosition: { row: 2, column: 0 },
  });
  // Of three same signs one goes: which, nobody can tell.
  expect(editBetween('xaaay', 'xaay')).toMatchObject({ startIndex: 3, oldEndIndex: 4, newEndIndex: 3 });
  expect(editBetween('', 'x\n')).toMatchObject({ oldEndIndex: 0, newEndPosition: { row: 1, column: 0 } });
});

test('a sign of two units is not cut in half', () => {
  expect(editBetween('a😀b', 'a😁b')).toMatchObject({ startIndex: 1, oldEndIndex: 3, newEndIndex: 3 });
  // The second halves are the same, the first are not.
  expect(editBetween('a\ud83d\ude00b', 'a\ud83c\ude00b')).toMatchObject({ startIndex: 1, oldEndIndex: 3 });
});

test('an edit goes on to the first sign behind it, over blanks and lines', () => {
  const before = 'if a:  # b\n\n    c()\n';
  const after = 'if a:  # bb\n\n    c()\n';
  const edit = editBetween(before, after);
  expect(edit && upToNextSign(edit, after)).toEqual({
    startIndex: 10,
    oldEndIndex: 17,
    newEndIndex: 18,
    startPosition: { row: 0, column: 10 },
    oldEndPosition: { row: 2, column: 5 },
    newEndPosition: { row: 2, column: 5 },
  });
  const inLine = editBetween('a = 1', 'ab = 1');
  expect(inLine && upToNextSign(inLine, 'ab = 1')).toMatchObject({
    oldEndIndex: 3,
    newEndIndex: 4,
    oldEndPosition: { row: 0, column: 3 },
    newEndPosition: { row: 0, column: 4 },
  });
  const atEnd = editBetween('a', 'ab');
  expect(atEnd && upToNextSign(atEnd, 'ab')).toMatchObject({ oldEndIndex: 1, newEndIndex: 2 });
});
