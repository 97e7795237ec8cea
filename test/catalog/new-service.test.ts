import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Ajv } from 'ajv';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lintCatalog } from '../../server/src/catalog/lint';
import { createMatcher } from '../../server/src/catalog/match';
import type { Service } from '../../server/src/catalog/service';
import { builtCatalog } from './built-catalog';
import { answers, readTable } from './cases';

const REPOSITORY = join(import.meta.dirname, '../..');
const COPIED = ['scripts/new-service.mjs', 'server/catalog/categories.json', 'server/catalog/payments/stripe.json'];
const catalog = builtCatalog();
const schema = JSON.parse(readFileSync(join(REPOSITORY, 'schemas/service.schema.json'), 'utf8')) as object;
const run = promisify(execFile);

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'atlas-new-'));
  for (const file of [...COPIED, 'test/catalog/payments.tsv']) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    cpSync(join(REPOSITORY, file), join(root, file));
  }
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const start = (...args: readonly string[]) => run(process.execPath, [join(root, 'scripts/new-service.mjs'), ...args]);
const told = (...args: readonly string[]) =>
  start(...args).then(
    () => '',
    (error: { stderr: string }) => error.stderr,
  );
const text = (file: string) => readFileSync(join(root, file), 'utf8');

/** The catalog with the file that was written, as the build would gather it. */
function gathered(category: string, id: string) {
  const { $schema: _, ...entry } = JSON.parse(text(`server/catalog/${category}/${id}.json`)) as { $schema: string };
  const service = { type: 'service', ...entry, id, category } as unknown as Service;
  return { categories: catalog.categories, services: [...catalog.services, service] };
}

describe('npm run new-service', () => {
  it('starts an entry that follows the schema and the lint', async () => {
    const { stdout } = await start('payments/acme-pay');
    expect(stdout).toContain('acme-pay.json and 4 rows');
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
    expect(validate(JSON.parse(text('server/catalog/payments/acme-pay.json'))), JSON.stringify(validate.errors)).toBe(
      true,
    );
    expect(lintCatalog(gathered('payments', 'acme-pay'))).toEqual([]);
    const rows = readTable('payments.tsv', text('test/catalog/payments.tsv')).filter(
      ({ service }) => service === 'acme-pay',
    );
    expect(rows.map(({ expected, input }) => `${expected} ${input}`)).toEqual([
      'true TODO-yes-1',
      'true TODO-yes-2',
      'false TODO-no-1',
      'false TODO-no-2',
    ]);
  });

  it('writes a whole service from what is said, and its cases hold', async () => {
    const said = ['--name', 'Acme Pay', '--purpose', 'Card payments', '--docs', 'https://docs.acme-pay.example'];
    const names = ['--npm', 'acme-pay,@acme-pay/node', '--pypi', 'acme-pay', '--hosts', 'api.acme-pay.example'];
    const yes = ['--yes', 'npm @acme-pay/node', '--yes', 'import:pypi acme_pay.client'];
    await start('payments/acme-pay', ...said, ...names, ...yes, '--no', 'npm acme', '--no', 'host acme-pay.example');
    const data = gathered('payments', 'acme-pay');
    expect(lintCatalog(data)).toEqual([]);
    const matcher = createMatcher(data);
    const rows = readTable('payments.tsv', text('test/catalog/payments.tsv'));
    const own = rows.filter(({ service }) => service === 'acme-pay');
    expect(own).toHaveLength(4);
    const wrong = own.filter((row) => answers(matcher, row.kind, row.input).includes('acme-pay') !== row.expected);
    expect(wrong).toEqual([]);
    expect(rows.length - own.length).toBe(
      readTable('x', readFileSync(join(REPOSITORY, 'test/catalog/payments.tsv'), 'utf8')).length,
    );
  });

  it('starts the table of a category that has none', async () => {
    await start('internal/acme');
    expect(text('test/catalog/internal.tsv').split('\n')[0]).toBe('service\tyes|no\tkind\tinput');
  });

  it.each([
    ['nothing', [], 'Say which'],
    ['an unknown category', ['money/acme'], 'Unknown category "money"'],
    ['what is no id', ['payments/Acme Pay'], 'is no id'],
    ['a path', ['payments/../../acme'], 'is no id'],
    ['a service that is there', ['payments/stripe'], 'server/catalog/payments/stripe.json'],
    ['what is no case', ['payments/acme', '--yes', 'acme'], 'is no case'],
    ['an unknown option', ['payments/acme', '--gem', 'acme'], '--gem'],
  ])('refuses %s', async (_, args, message) => {
    expect(await told(...args)).toContain(message);
  });
});
