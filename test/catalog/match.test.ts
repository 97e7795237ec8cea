import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../server/src/catalog/match';
import type { Service } from '../../server/src/catalog/service';
import { settingTexts } from '../../server/src/catalog/values';

const service = (id: string, rest: Partial<Service>): Service => ({
  id,
  name: id,
  category: 'payments',
  type: 'service',
  purpose: 'Something to find',
  source: 'https://example.com',
  ...rest,
});
const matcherOf = (...services: readonly Service[]) => createMatcher({ categories: [], services });
const text = (v: string) => ({ t: 'string', v }) as const;

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

describe('hosts', () => {
  const matcher = matcherOf(
    service('cloud', { hosts: ['cloud.com'], notHosts: ['fonts.cloud.com'] }),
    service('s3', { hosts: ['s3.cloud.com', 's3.*.cloud.com'] }),
    service('db', { hosts: ['*.db.co'] }),
  );
  it('matches at labels, the longest first', () => {
    expect(matcher.hostOf('cloud.com')).toEqual(['cloud']);
    expect(matcher.hostOf('API.cloud.com:443')).toEqual(['cloud']);
    expect(matcher.hostOf('bucket.s3.cloud.com')).toEqual(['s3']);
    expect(matcher.hostOf('bucket.s3.eu-1.cloud.com')).toEqual(['s3']);
    expect(matcher.hostOf('s3.{}.cloud.com')).toEqual(['s3']);
    expect(matcher.hostOf('mycloud.com')).toEqual([]);
    expect(matcher.hostOf('cloud.com.evil.org')).toEqual([]);
    expect(matcher.hostOf('cloud.example.com')).toEqual([]);
  });
  it('leaves out hosts that prove nothing', () => {
    expect(matcher.hostOf('fonts.cloud.com')).toEqual([]);
    expect(matcher.hostOf('a.fonts.cloud.com')).toEqual([]);
  });
  it('takes one label for a star', () => {
    expect(matcher.hostOf('{}.db.co')).toEqual(['db']);
    expect(matcher.hostOf('db.co')).toEqual([]);
  });
});

describe('images, actions, files', () => {
  const matcher = matcherOf(
    service('pg', {
      images: ['postgres', 'ghcr.io/x/pg'],
      urls: ['postgres'],
      configFiles: ['pg.toml', 'pg.config.*'],
    }),
    service('aws', { actions: ['aws-actions/*'], workflows: ['aws-ci'] }),
    service('ecr', { actions: ['aws-actions/amazon-ecr-login'] }),
  );
  it('names images without registry, namespace, tag and digest', () => {
    for (const image of [
      'postgres',
      'postgres:16-alpine',
      'library/postgres:16',
      'docker.io/library/postgres:16',
      'docker.io/postgres',
      'postgres@sha256:0123',
      'postgres:$' + '{PG:-16}',
      '$' + '{IMAGE:-postgres:16}',
      'public.ecr.aws/docker/library/postgres:16',
    ]) {
      expect(matcher.imageOf(image), image).toEqual(['pg']);
    }
    expect(matcher.imageOf('ghcr.io/x/pg:1')).toEqual(['pg']);
    for (const image of ['x/pg', 'me/postgres', 'postgres-exporter', 'registry:5000/postgres', '']) {
      expect(matcher.imageOf(image), image).toEqual([]);
    }
  });
  it('takes an action over its owner', () => {
    expect(matcher.actionOf('aws-actions/configure-aws-credentials@v4')).toEqual(['aws']);
    expect(matcher.actionOf('aws-actions/amazon-ecr-login@v2')).toEqual(['ecr']);
    expect(matcher.actionOf('./aws-actions/x')).toEqual([]);
    expect(matcher.actionOf('aws-actions-fork/x@v1')).toEqual([]);
    expect(matcher.workflowOf('aws-ci')).toEqual(['aws']);
  });
  it('compares schemes and files whole', () => {
    expect(matcher.urlSchemeOf('postgres://')).toEqual(['pg']);
    expect(matcher.urlSchemeOf('postgresx')).toEqual([]);
    expect(matcher.configFileOf('PG.toml')).toEqual(['pg']);
    expect(matcher.configFileOf('pg.config.mjs')).toEqual(['pg']);
    expect(matcher.configFileOf('my-pg.toml')).toEqual([]);
  });
});

describe('commands', () => {
  const matcher = matcherOf(
    service('cloud', { commands: ['cloud'] }),
    service('cloud-run', { commands: ['cloud run'] }),
    service('flower', { commands: ['celery * flower'] }),
    service('celery', { commands: ['celery'] }),
    service('uvicorn', { commands: ['uvicorn'] }),
  );
  it('takes the first words, whatever starts them', () => {
    for (const line of [
      'uvicorn app:app',
      'exec uvicorn app:app --port 80',
      'poetry run uvicorn app:app',
      'uv run --frozen uvicorn app:app',
      'python -m uvicorn app:app',
      'web: uvicorn app:app',
      'PORT=80 uvicorn app:app',
      '/opt/venv/bin/uvicorn app:app',
      'alembic upgrade head && uvicorn app:app',
    ]) {
      expect(matcher.commandOf(line), line).toEqual(['uvicorn']);
    }
    for (const line of ['echo uvicorn', 'uvicorn-x app', 'python uvicorn.py', 'cat uvicorn', '']) {
      expect(matcher.commandOf(line), line).toEqual([]);
    }
  });
  it('prefers the longer rule', () => {
    expect(matcher.commandOf('cloud run deploy x')).toEqual(['cloud-run']);
    expect(matcher.commandOf('cloud runner')).toEqual(['cloud']);
    expect(matcher.commandOf('celery -A app flower --port=5555')).toEqual(['flower']);
    expect(matcher.commandOf('celery -A app worker; cloud login')).toEqual(['celery', 'cloud']);
  });
});

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
