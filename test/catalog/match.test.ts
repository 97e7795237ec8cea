import { describe, expect, it } from 'vitest';
import { matcherOf, service } from './matcher-of';

describe('packages', () => {
  const matcher = matcherOf(service('a', { packages: { pypi: ['ruamel-yaml'], npm: ['Pay'], hex: ['pay_er'] } }));
  it('takes every spelling that PyPI takes, and no other registry', () => {
    for (const name of ['ruamel-yaml', 'ruamel.yaml', 'Ruamel_YAML'])
      expect(matcher.packageOf('pypi', name)).toEqual(['a']);
    expect(matcher.packageOf('pypi', 'ruamelyaml')).toEqual([]);
    expect(matcher.packageOf('npm', 'ruamel-yaml')).toEqual([]);
  });
  it('adds what the extras of a requirement bring', () => {
    const extras = matcherOf(
      service('hash', { packages: { pypi: ['hash'] } }),
      service('b', { packages: { pypi: ['hash[b]'] } }),
    );
    expect(extras.packageOf('pypi', 'hash', ['b', 'c'])).toEqual(['hash', 'b']);
    expect(extras.packageOf('pypi', 'hash')).toEqual(['hash']);
    expect(extras.importOf('pypi', 'hash')).toEqual(['hash']);
  });
  it('is exact in npm and Hex', () => {
    expect(matcher.packageOf('npm', 'Pay')).toEqual(['a']);
    expect(matcher.packageOf('npm', 'pay')).toEqual([]);
    expect(matcher.packageOf('hex', 'pay-er')).toEqual([]);
  });
});

describe('imports', () => {
  const matcher = matcherOf(
    service('pay', { packages: { npm: ['pay', '@pay/js'], pypi: ['pay-sdk'], hex: ['pay_sdk'] } }),
    service('pay-oauth', { imports: { npm: ['pay/oauth'] } }),
    service('storage', { packages: { pypi: ['cloud-storage'] }, imports: { pypi: ['big.cloud.storage'] } }),
    service('cloud', { imports: { pypi: ['big.cloud'], hex: ['Big'] } }),
    service('aws-s3', { imports: { hex: ['Big.S3'] } }),
  );
  it('cuts npm specifiers at slashes: the service of a subpath, then that of its package', () => {
    expect(matcher.importOf('npm', 'pay/lib/x')).toEqual(['pay']);
    expect(matcher.importOf('npm', '@pay/js/pure')).toEqual(['pay']);
    expect(matcher.importOf('npm', 'pay/oauth/google')).toEqual(['pay-oauth', 'pay']);
    expect(matcher.importOf('npm', 'payments')).toEqual([]);
    expect(matcher.importOf('npm', '@pay/other')).toEqual([]);
  });
  it('leaves files, aliases and built-in modules alone', () => {
    for (const module of ['./pay', '../pay', '/pay', '@/pay', '~/pay', '#pay', 'node:pay', '$lib/pay', '']) {
      expect(matcher.importOf('npm', module), module).toEqual([]);
    }
  });
  it('knows how Deno spells npm packages', () => {
    expect(matcher.importOf('npm', 'npm:pay@12.1/lib')).toEqual(['pay']);
    expect(matcher.importOf('npm', 'npm:@pay/js@^2')).toEqual(['pay']);
    expect(matcher.importOf('npm', 'https://esm.sh/pay@14?target=deno')).toEqual(['pay']);
    expect(matcher.importOf('npm', 'https://example.com/pay@14')).toEqual([]);
  });
  it('cuts Python modules at dots and looks at imported names', () => {
    expect(matcher.importOf('pypi', 'pay_sdk.client')).toEqual(['pay']);
    expect(matcher.importOf('pypi', 'pay_sdk_local')).toEqual([]);
    expect(matcher.importOf('pypi', '.pay_sdk')).toEqual([]);
    expect(matcher.importOf('pypi', 'big.cloud.storage.blob')).toEqual(['storage']);
    expect(matcher.importOf('pypi', 'big.cloud', ['storage'])).toEqual(['storage']);
    expect(matcher.importOf('pypi', 'big.cloud', ['storage', 'run'])).toEqual(['storage', 'cloud']);
    expect(matcher.importOf('pypi', 'big.cloud', ['run'])).toEqual(['cloud']);
    expect(matcher.importOf('pypi', 'cloud_storage'), 'a stated root replaces the default').toEqual([]);
  });
  it('cuts Elixir modules at dots and capitalises packages', () => {
    expect(matcher.importOf('hex', 'PaySdk.Client')).toEqual(['pay']);
    expect(matcher.importOf('hex', 'Big.S3')).toEqual(['aws-s3']);
    expect(matcher.importOf('hex', 'Big.S3x')).toEqual(['cloud']);
    expect(matcher.importOf('hex', 'Bigger')).toEqual([]);
  });
});

describe('environment variables', () => {
  const matcher = matcherOf(
    service('pay', { env: ['PAY_*'] }),
    service('pay-oauth', { env: ['PAY_CLIENT_*'] }),
    service('exact', { env: ['PAY_CLIENT_ID', 'NEXT_PUBLIC_OWN_KEY'] }),
    service('bucket', { env: ['CLOUD_*_BUCKET', '*_CLOUD_URL'] }),
  );
  it('prefers an exact name, then the longest pattern', () => {
    expect(matcher.envOf('PAY_KEY')).toEqual(['pay']);
    expect(matcher.envOf('PAY_CLIENT_SECRET')).toEqual(['pay-oauth']);
    expect(matcher.envOf('PAY_CLIENT_ID')).toEqual(['exact']);
  });
  it('stops at underscores', () => {
    for (const name of ['PAY', 'PAYMENT_KEY', 'MY_PAY_KEY', 'pay_key']) expect(matcher.envOf(name), name).toEqual([]);
    expect(matcher.envOf('CLOUD_PHOTO_BUCKET')).toEqual(['bucket']);
    expect(matcher.envOf('CLOUD_BUCKET')).toEqual([]);
    expect(matcher.envOf('MY_CLOUD_URL')).toEqual(['bucket']);
  });
  it('sees through public prefixes, unless a service has the name as it is', () => {
    for (const prefix of ['NEXT_PUBLIC_', 'VITE_', 'REACT_APP_', 'EXPO_PUBLIC_', 'NUXT_PUBLIC_', 'PUBLIC_']) {
      expect(matcher.envOf(`${prefix}PAY_KEY`), prefix).toEqual(['pay']);
    }
    expect(matcher.envOf('NEXT_PUBLIC_OWN_KEY')).toEqual(['exact']);
    expect(matcher.envOf('VITE_OWN_KEY')).toEqual([]);
    expect(matcher.envOf('MYAPP_PAY_KEY')).toEqual([]);
  });
});

describe('variables that prove nothing alone', () => {
  it('are told apart from those that do', () => {
    const matcher = matcherOf(service('pg', { envHints: ['DB_URL'] }), service('my', { envHints: ['DB_URL'] }));
    expect(matcher.envOf('DB_URL')).toEqual([]);
    expect(matcher.envHintsOf('DB_URL')).toEqual(['pg', 'my']);
    expect(matcher.envHintsOf('DB_URLS')).toEqual([]);
  });
});

describe('hostile input', () => {
  it('answers within the time that a test has', () => {
    const matcher = matcherOf(service('a', { calls: [{ callee: 'x.*a*a*a*a*a*b' }], hosts: ['*.*.*.*.a.com'] }));
    matcher.callOf(`x.${'a'.repeat(20_000)}`, [], {});
    matcher.hostOf(`${'a.'.repeat(50_000)}com`);
    matcher.imageOf(`$${'{'.repeat(50_000)}`);
    matcher.importOf('npm', '@'.repeat(50_000));
    expect(matcher.callOf('x.ab', [], {})).toEqual([]);
  });
});
