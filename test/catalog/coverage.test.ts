import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Service } from '../../server/src/catalog/service';
import { builtCatalog } from './built-catalog';
import { coverageOf, hasOtherSignal, isOfPlatform } from './coverage';

const FILE = join(import.meta.dirname, '../../docs/catalog.md');
const catalog = builtCatalog();

describe('the page that counts the catalog', () => {
  it('is up to date', () => {
    const page = coverageOf(catalog);
    if (process.env['UPDATE'] === '1') writeFileSync(FILE, page);
    expect(existsSync(FILE), `${FILE} is missing: run with --update`).toBe(true);
    expect(readFileSync(FILE, 'utf8')).toBe(page);
  });

  it('counts kinds apart and names what a category holds', () => {
    const base = { category: 'payments', purpose: 'Takes payments', source: 'https://pay.example' };
    const services: readonly Service[] = [
      { ...base, id: 'pay', name: 'Pay', type: 'service', packages: { npm: ['pay', 'pay-node'] }, env: ['PAY_*'] },
      { ...base, id: 'aws-pay', name: 'AWS Pay', type: 'service', packages: { pypi: ['aws-pay'] } },
      { ...base, id: 'paylib', name: 'Paylib', type: 'library', packages: { hex: ['paylib'] } },
    ];
    const page = coverageOf({ categories: [{ id: 'payments', title: 'Payments', type: 'service' }], services });
    expect(page).toContain('| entries | 2 | 1 | 3 |');
    expect(page).toContain('| with a signal besides packages and imports | 1 | 0 | 1 |');
    expect(page).toContain('| Payments | 2 | 1 | 2 | 1 | 1 | 1 |  |');
    expect(page).toContain('**Payments**: AWS Pay, Pay, _Paylib_');
  });
});

describe('the catalog', () => {
  const external = catalog.services.filter(({ type }) => type === 'service');

  it('is as broad as it says, libraries and the parts of platforms counted apart', () => {
    expect(catalog.services.length).toBeGreaterThanOrEqual(700);
    expect(external.filter((service) => !isOfPlatform(service)).length).toBeGreaterThanOrEqual(500);
  });

  it('has services in every category but that of a project itself', () => {
    const empty = catalog.categories.filter(({ id }) => !catalog.services.some(({ category }) => category === id));
    expect(empty.map(({ id }) => id)).toEqual(['internal']);
  });

  it('knows a service by more than its package', () => {
    const bare = external.filter((service) => !hasOtherSignal(service)).map(({ id }) => id);
    expect(bare.length).toBeLessThan(external.length / 20);
  });
});
