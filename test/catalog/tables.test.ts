import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../server/src/catalog/match';
import { builtCatalog } from './built-catalog';
import { answers, readTable, readTables } from './cases';
import { readCall } from './read-call';

const catalog = builtCatalog();
const matcher = createMatcher(catalog);
const cases = readTables(import.meta.dirname);
const categories = new Map(catalog.services.map((service) => [service.id, service.category]));

describe.each([...new Set(cases.map((row) => row.table))])('%s', (table) => {
  const rows = cases.filter((row) => row.table === table);
  const where = (row: (typeof rows)[number]) => `${row.table}:${row.line} ${row.service} ${row.kind} ${row.input}`;

  it('is named after a category and names its services', () => {
    const category = table.slice(0, -'.tsv'.length);
    expect(catalog.categories.map((one) => one.id)).toContain(category);
    const strangers = rows.filter((row) => categories.get(row.service) !== category);
    expect(strangers.map((row) => `${where(row)}: no such service in ${category}`)).toEqual([]);
  });

  it('is answered as its rows say', () => {
    const wrong = rows.filter((row) => answers(matcher, row.kind, row.input).includes(row.service) !== row.expected);
    const told = wrong.map((row) => {
      const found = answers(matcher, row.kind, row.input).join(', ') || 'nothing';
      return `${where(row)}: must ${row.expected ? '' : 'not '}match, found ${found}`;
    });
    expect(told).toEqual([]);
  });
});

describe('every service', () => {
  it('has at least two cases that must match and two that must not', () => {
    const short = catalog.services.flatMap(({ id, category }) => {
      const own = cases.filter((row) => row.service === id);
      const yes = own.filter((row) => row.expected).length;
      const no = own.length - yes;
      return yes >= 2 && no >= 2 ? [] : [`${category}/${id}: ${yes} must match, ${no} must not`];
    });
    expect(short).toEqual([]);
  });

  it('has no case twice', () => {
    const seen = cases.map((row) => [row.service, row.kind, row.input].join('\t'));
    expect(seen.filter((row, index) => seen.indexOf(row) !== index)).toEqual([]);
  });
});

describe('the tables themselves', () => {
  it('are refused when empty, malformed or of an unknown kind', () => {
    expect(() => readTable('x.tsv', '# nothing\n\n')).toThrow('holds no case');
    expect(() => readTable('x.tsv', 'stripe\tmaybe\tnpm\tstripe')).toThrow('x.tsv:1');
    expect(() => readTable('x.tsv', 'stripe\tyes\tnpm')).toThrow('x.tsv:1');
    expect(() => answers(matcher, 'gem', 'stripe')).toThrow('unknown kind');
  });
  it('write calls as code does', () => {
    expect(readCall('boto3.client("s3", region_name=EU, 3)')).toEqual({
      callee: 'boto3.client',
      args: [
        { t: 'string', v: 's3' },
        { t: 'number', v: 3 },
      ],
      keywords: { region_name: { t: 'ref', path: 'EU' } },
    });
    expect(() => readCall('boto3.client')).toThrow('not a call');
  });
});
