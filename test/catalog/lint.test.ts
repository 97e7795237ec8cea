import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { lintCatalog } from '../../server/src/catalog/lint';
import type { CatalogData, Service } from '../../server/src/catalog/service';
import { builtCatalog } from './built-catalog';

const root = join(import.meta.dirname, '../..');
const catalog = builtCatalog();
const tell = (data: CatalogData) => lintCatalog(data).map(({ id, message }) => `${id}: ${message}`);

describe('the catalog', () => {
  it('follows its schema, file by file', () => {
    const schema: unknown = JSON.parse(readFileSync(join(root, 'schemas/service.schema.json'), 'utf8'));
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema as object);
    const dir = join(root, 'server/catalog');
    const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => /[/\\].+\.json$/.test(name));
    expect(files.length).toBe(catalog.services.length);
    const wrong = files.flatMap((file) => {
      const valid = validate(JSON.parse(readFileSync(join(dir, file), 'utf8')));
      return valid
        ? []
        : (validate.errors ?? []).map((error) => `${file}${error.instancePath}: ${error.message ?? ''}`);
    });
    expect(wrong).toEqual([]);
  });

  it('claims nothing twice and nothing that cannot match', () => {
    expect(tell(catalog)).toEqual([]);
  });
});

describe('the lint', () => {
  const base: Service = {
    id: 'pay',
    name: 'Pay',
    category: 'payments',
    type: 'service',
    purpose: 'Card payments',
    source: 'https://example.com',
    packages: { npm: ['pay'] },
  };
  const lint = (...services: readonly Partial<Service>[]) =>
    tell({ categories: catalog.categories, services: services.map((service) => ({ ...base, ...service })) });

  it('is silent about a sound service', () => {
    expect(lint({ env: ['PAY_*', '*_PAY_URL'], hosts: ['api.pay.com'], images: ['pay/pay'] })).toEqual([]);
  });
  it.each<[string, Partial<Service>, string]>([
    ['an id', { id: 'My_Pay' }, 'id'],
    ['a category', { category: 'nope' }, 'unknown category'],
    ['a full stop', { purpose: 'Card payments.' }, 'full stop'],
    ['no signal', { packages: {} }, 'nothing could prove'],
    ['an unknown wrap', { wraps: ['nope'] }, 'wraps nope'],
    ['a PyPI name', { packages: { pypi: ['Pay_SDK'] } }, 'pay-sdk'],
    ['a star inside a word', { env: ['PAY*'] }, 'variable PAY*'],
    ['a prefix said twice', { env: ['PAY_KEY', 'VITE_PAY_KEY'] }, 'public prefixes'],
    ['a host with a path', { hosts: ['pay.com/v1'] }, 'bare host'],
    ['a host for reading', { hosts: ['docs.pay.com'] }, 'for reading'],
    ['an image with tag', { images: ['pay/pay:1'] }, 'looked up as pay/pay'],
    ['a config file in upper case', { configFiles: ['Pay.toml'] }, 'config file'],
    ['a value without argument', { calls: [{ callee: 'pay', is: ['x'] }] }, 'without "argument"'],
  ])('tells %s', (_, service, message) => {
    const told = lint(service);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(message);
  });
  it('tells a claim of two services', () => {
    expect(lint({}, { id: 'pay-two' })).toEqual(['pay-two: npm package pay is claimed by pay as well']);
    expect(lint({ env: ['PAY_*'] }, { id: 'pay-two', packages: { npm: ['x'] }, env: ['PAY_*'] })).toHaveLength(1);
  });
});
