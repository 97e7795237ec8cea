import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../server/src/catalog/catalog';
import { readCatalog, writeCatalog } from '../../server/src/catalog/catalog-file';
import { withServices } from '../../server/src/catalog/layered-catalog';
import { createMatcher } from '../../server/src/catalog/match';
import type { OwnService } from '../../server/src/catalog/own-service';
import { service } from './matcher-of';

const pay = service('pay', {
  packages: { npm: ['pay', 'pay-legacy'] },
  env: ['PAY_*', 'PAY_KEY'],
  hosts: ['pay.com'],
  calls: [{ callee: 'pay.send', role: 'send' }],
  settingDetails: [{ label: 'Route', path: 'ROUTES.*' }],
});
const built: Catalog = readCatalog(writeCatalog({ categories: [], services: [pay] }));
const own = (id: string, fields: OwnService['fields'], replace = false): OwnService => ({
  id,
  fields,
  replace,
  offset: 0,
});

describe('services of a project above the built catalog', () => {
  it('leave it as it is where they say nothing', () => {
    const matcher = createMatcher(withServices(built, [own('inner', { name: 'Inner', hosts: ['inner.local'] })]));
    expect(matcher.hostOf('api.inner.local')).toEqual(['inner']);
    expect(matcher.packageOf('npm', 'pay')).toEqual(['pay']);
    expect(matcher.envOf('PAY_KEY')).toEqual(['pay']);
    expect(matcher.callOf('pay.send', [], {})).toEqual([{ id: 'pay', role: 'send' }]);
  });
  it('have the names that they claim alone, and share the calls', () => {
    const inner = own('inner', { name: 'Inner', env: ['PAY_KEY'], calls: [{ callee: 'pay.send' }] });
    const matcher = createMatcher(withServices(built, [inner]));
    expect(matcher.envOf('PAY_KEY')).toEqual(['inner']);
    expect(matcher.envOf('PAY_MODE')).toEqual(['pay']);
    expect(matcher.callOf('pay.send', [], {}).map(({ id }) => id)).toEqual(['pay', 'inner']);
  });
  it('add to a service of it, or take its place', () => {
    const added = createMatcher(withServices(built, [own('pay', { packages: { npm: ['@inner/pay'] } })]));
    expect(added.packageOf('npm', '@inner/pay')).toEqual(['pay']);
    expect(added.importOf('npm', 'pay-legacy/x')).toEqual(['pay']);
    const replaced = createMatcher(withServices(built, [own('pay', { packages: { npm: ['@inner/pay'] } }, true)]));
    expect(replaced.importOf('npm', '@inner/pay/x')).toEqual(['pay']);
    expect(replaced.packageOf('npm', 'pay')).toEqual([]);
    expect(replaced.envOf('PAY_KEY')).toEqual([]);
    expect(replaced.callOf('pay.send', [], {})).toEqual([]);
  });
});

describe('settings that are printed', () => {
  it('are told once, even of a key that is an asterisk itself', () => {
    const told = createMatcher(built).settingDetailsOf('django', 'ROUTES.*');
    expect(told.map(({ rule }) => rule.label)).toEqual(['Route']);
  });
});
