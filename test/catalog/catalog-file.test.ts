import { describe, expect, it } from 'vitest';
import { catalogOf } from '../../server/src/catalog/catalog';
import { readCatalog, writeCatalog } from '../../server/src/catalog/catalog-file';
import { createMatcher } from '../../server/src/catalog/match';
import type { CatalogData, Service } from '../../server/src/catalog/service';

const pay: Service = {
  id: 'pay',
  name: 'Pé',
  category: 'payments',
  type: 'service',
  purpose: 'Card payments',
  source: 'https://pay.com',
  packages: { npm: ['pay'], pypi: ['Pay_SDK'] },
  hosts: ['*.pay.com'],
  calls: [{ callee: 'pay.verify', role: 'webhook-signature' }],
  details: [{ label: 'Version', callee: 'pay.*', keyword: 'version' }],
  settings: [{ path: 'A.*.B', system: 'django', value: 'x y' }],
};
const data: CatalogData = {
  categories: [{ id: 'payments', title: 'Payments', type: 'service' }],
  services: [pay, { ...pay, id: 'second', packages: { npm: ['pay'] } }],
};

describe('the built catalog', () => {
  const read = readCatalog(writeCatalog(data));

  it('says what the services say', () => {
    expect(read.services).toEqual(data.services);
    expect(read.categories).toEqual(data.categories);
    expect(read.ids).toEqual(['pay', 'second']);
    expect([read.size, read.counts]).toEqual([2, { payments: 2 }]);
    expect(read.service('nothing')).toBeUndefined();
  });
  it('is ASCII, whatever the names are', () => {
    expect(writeCatalog(data)).not.toMatch(/[^ -~\n\t]/);
  });
  it.each(['read', 'made'])('answers alike when %s', (how) => {
    const matcher = createMatcher(how === 'read' ? read : catalogOf(data));
    expect(matcher.packageOf('npm', 'pay')).toEqual(['pay', 'second']);
    expect(matcher.packageOf('pypi', 'pay.sdk')).toEqual(['pay']);
    expect(matcher.importOf('npm', 'pay/lib')).toEqual(['pay', 'second']);
    expect(matcher.hostOf('eu.pay.com')).toEqual(['pay', 'second']);
    expect(matcher.callOf('pay.verify', [], {})[0]).toEqual({ id: 'pay', role: 'webhook-signature' });
    expect(matcher.detailsOf('pay.Client').map(({ rule }) => rule.label)).toEqual(['Version', 'Version']);
    expect(matcher.settingOf('django', 'A.q.B', 'x y')).toEqual(['pay', 'second']);
    expect(matcher.settingOf('phoenix', 'A.q.B', 'x y')).toEqual([]);
  });
  it('refuses a name that its form cannot hold', () => {
    const wrong = { ...pay, hosts: ['pay\n.com'] };
    expect(() => writeCatalog({ ...data, services: [wrong] })).toThrow('hosts');
  });
});
