import { describe, expect, it } from 'vitest';
import { settingTexts } from '../../server/src/catalog/values';
import { matcherOf, service } from './matcher-of';

const text = (v: string) => ({ t: 'string', v }) as const;

describe('settings', () => {
  const matcher = matcherOf(
    service('pg', { settings: [{ system: 'django', path: 'DATABASES.*.ENGINE', value: 'django.db.backends.pg*' }] }),
    service('gis', {
      settings: [{ system: 'django', path: 'DATABASES.*.ENGINE', value: 'django.db.backends.pg_gis' }],
    }),
    service('ecto', { settings: [{ path: '**.adapter', value: 'Ecto.Adapters.Pg' }] }),
    service('any', { settings: [{ path: 'PAY_KEY' }] }),
  );
  it('matches paths part by part and the most literal value', () => {
    expect(matcher.settingOf('django', 'DATABASES.default.ENGINE', 'django.db.backends.pg')).toEqual(['pg']);
    expect(matcher.settingOf('django', 'DATABASES.default.ENGINE', 'django.db.backends.pg_gis')).toEqual(['gis']);
    expect(matcher.settingOf('phoenix', 'DATABASES.default.ENGINE', 'django.db.backends.pg')).toEqual([]);
    expect(matcher.settingOf('django', 'X.DATABASES.default.ENGINE', 'django.db.backends.pg')).toEqual([]);
    expect(matcher.settingOf('django', 'DATABASES.ENGINE', 'django.db.backends.pg')).toEqual([]);
    expect(matcher.settingOf('phoenix', ':app.App.Repo.adapter', 'Ecto.Adapters.Pg')).toEqual(['ecto']);
    expect(matcher.settingOf('phoenix', 'adapter', 'Ecto.Adapters.Pg')).toEqual(['ecto']);
    expect(matcher.settingOf('phoenix', ':app.adapter', 'Ecto.Adapters.Other')).toEqual([]);
    expect(matcher.settingOf('django', 'PAY_KEY', 'whatever')).toEqual(['any']);
  });
  it('takes values apart', () => {
    const engine = { t: 'map', entries: { default: { t: 'map', entries: { ENGINE: text('x') } } } } as const;
    expect(settingTexts('DATABASES', engine)).toEqual([{ path: 'DATABASES.default.ENGINE', text: 'x' }]);
    expect(settingTexts('APPS', { t: 'list', items: [text('a'), { t: 'ref', path: 'b.C' }] })).toEqual([
      { path: 'APPS', text: 'a' },
      { path: 'APPS', text: 'b.C' },
    ]);
  });
});

describe('calls', () => {
  const matcher = matcherOf(
    service('s3', {
      calls: [
        { callee: 'boto3.client', argument: 0, is: ['s3'] },
        { callee: 'boto3.client', argument: 'service_name', is: ['s3'] },
      ],
    }),
    service('pay', { calls: [{ callee: 'pay.webhooks.*', role: 'webhook-signature' }, { callee: '*.sendPay' }] }),
    service('adapter', { calls: [{ callee: 'Repo', argument: 'adapter', is: ['Ecto.*'] }] }),
  );
  it('asks for the argument where a rule names one', () => {
    expect(matcher.callOf('boto3.client', [text('s3')], {})).toEqual([{ id: 's3' }]);
    expect(matcher.callOf('boto3.client', [], { service_name: text('s3') })).toEqual([{ id: 's3' }]);
    expect(matcher.callOf('boto3.client', [text('s3control')], {})).toEqual([]);
    expect(matcher.callOf('boto3.client', [], {})).toEqual([]);
    expect(matcher.callOf('boto3.client.x', [text('s3')], {})).toEqual([]);
  });
  it('tells roles and follows stars', () => {
    expect(matcher.callOf('pay.webhooks.verify', [], {})).toEqual([{ id: 'pay', role: 'webhook-signature' }]);
    expect(matcher.callOf('x.y.sendPay', [], {})).toEqual([{ id: 'pay' }]);
    expect(matcher.callOf('payx.webhooks.verify', [], {})).toEqual([]);
  });
  it('reads keys of option objects, and defaults of variables', () => {
    const options = { t: 'map', entries: { adapter: { t: 'ref', path: 'Ecto.Pg' } } } as const;
    expect(matcher.callOf('Repo', [options], {})).toEqual([{ id: 'adapter' }]);
    const fallback = { t: 'env', name: 'X', default: text('s3') } as const;
    expect(matcher.callOf('boto3.client', [fallback], {})).toEqual([{ id: 's3' }]);
  });
});

describe('arguments by path', () => {
  it('go into option objects', () => {
    const matcher = matcherOf(service('google', { calls: [{ callee: 'auth', argument: 'providers.google' }] }));
    const options = (name: string) =>
      ({ t: 'map', entries: { providers: { t: 'map', entries: { [name]: { t: 'other' } } } } }) as const;
    expect(matcher.callOf('auth', [options('google')], {})).toEqual([{ id: 'google' }]);
    expect(matcher.callOf('auth', [options('github')], {})).toEqual([]);
    expect(matcher.callOf('auth', [], {})).toEqual([]);
  });
});

describe('wraps', () => {
  it('follows them to the end, and round in circles once', () => {
    const matcher = matcherOf(service('a', { wraps: ['b'] }), service('b', { wraps: ['c', 'a'] }), service('c', {}));
    expect(matcher.withWraps(['a'])).toEqual(['a', 'b', 'c']);
    expect(matcher.withWraps([])).toEqual([]);
  });
});
