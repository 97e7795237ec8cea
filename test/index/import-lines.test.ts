import { describe, expect, test } from 'vitest';
import type { ImportFact } from '../../server/src/model/facts';
import { fitsLine, readImports, takesInOne, writeImports } from '../../server/src/model/import-lines';

function imported(module: string, names: readonly string[], more: Partial<ImportFact> = {}): ImportFact {
  return {
    kind: 'import',
    module,
    names: names.map((name) => ({ name, local: name })),
    range: { line: 7, column: 2, endLine: 7, endColumn: 40 },
    ...more,
  };
}

const IMPORTS: readonly ImportFact[] = [
  imported('...payment.models', ['Payment', 'Refund']),
  imported('@/lib/mail', [], { names: [{ name: 'default', local: 'mail' }] }),
  imported('./side-effect', []),
  imported('./types', ['Options'], { typeOnly: true }),
  imported('./types', ['Options'], { typeOnly: false }),
  imported('Shop.Mailer', [], { names: [{ name: '*', local: 'Mailer' }], scope: 'Shop.Orders' }),
  imported('react', [], { names: [{ name: '*', local: 'React' }], typeOnly: true, scope: '' }),
];

test('what is written is read as it was', () => {
  expect(IMPORTS.every(fitsLine)).toBe(true);
  expect(readImports(writeImports(IMPORTS))).toEqual(IMPORTS);
  for (const one of IMPORTS) expect(readImports(writeImports([one]))).toEqual([one]);
  expect(readImports(undefined)).toEqual([]);
});

test('modules that do not pass are passed over', () => {
  const found = readImports(writeImports(IMPORTS), (module) => module.startsWith('./'));
  expect(found.map(({ module }) => module)).toEqual(['./side-effect', './types', './types']);
});

test('names are found by what the module calls them', () => {
  const lines = writeImports(IMPORTS);
  for (const name of ['Payment', 'Refund', 'default', 'Options', '*']) {
    expect(takesInOne(lines, new Set(['nobody', name]))).toBe(true);
  }
  for (const name of ['mail', 'Mailer', 'React', 'Pay', 'payment', '']) {
    expect(takesInOne(lines, new Set([name]))).toBe(false);
  }
});

describe('what a line cannot hold stays a fact', () => {
  test.each<[string, ImportFact]>([
    ['a module with a tab', imported('a\tb', ['c'])],
    ['a module over two lines', imported('a\nb', ['c'])],
    ['a name with a comma', imported('./names', ['a,b'])],
    ['a name with the sign between names', imported('./names', ['a=b'])],
    ['a name of nothing', imported('./names', [''])],
    ['a scope with a tab', imported('./names', ['a'], { scope: 'a\tb' })],
    ['a statement of several lines', imported('a', ['b'], { range: { line: 1, column: 0, endLine: 2, endColumn: 3 } })],
    ['a guarded import', imported('a', ['b'], { guarded: true })],
    ['an import that is commented out', imported('a', ['b'], { commentedOut: true })],
  ])('%s', (_, fact) => {
    expect(fitsLine(fact)).toBe(false);
  });
});
