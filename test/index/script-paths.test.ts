import { expect, test } from 'vitest';
import { localModules } from '../../server/src/index/local-modules';
import type { FileFacts } from '../../server/src/model/facts';
import { snapshotOf } from '../support/snapshot';

function found(paths: readonly string[], from: string, module: string, more: readonly FileFacts[] = []): unknown {
  const files = paths.map((path): FileFacts => ({ path, role: 'source', facts: [], problems: [] }));
  return localModules([...files, ...more]).fileOf(from, module, 'typescript');
}

test('a relative import finds a file, then one with an ending, then the index of a folder', () => {
  expect(found(['src/mail.ts', 'src/mail.js', 'src/mail/index.ts'], 'src/app.ts', './mail')).toBe('src/mail.ts');
  expect(found(['src/mail.js', 'src/mail/index.ts'], 'src/app.ts', './mail.js')).toBe('src/mail.js');
  expect(found(['src/mail.tsx', 'src/mail.js'], 'src/app.ts', './mail')).toBe('src/mail.tsx');
  expect(found(['src/mail.ts'], 'src/app.ts', './mail.js')).toBe('src/mail.ts');
  expect(found(['src/mail/index.jsx'], 'src/deep/app.ts', '../mail')).toBe('src/mail/index.jsx');
  expect(found(['index.ts'], 'src/app.ts', '..')).toBe('index.ts');
  expect(found(['src/mail.ts'], 'src/app.ts', './ail')).toBeUndefined();
  expect(found(['mail.ts'], 'app.ts', '../mail')).toBeUndefined();
});

test('an alias leads to the nearest folder above that holds the file, below `src` first', () => {
  const paths = ['lib/cors.ts', 'apps/api/lib/cors.ts', 'apps/api/src/lib/cors.ts', 'apps/web/lib/cors.ts'];
  expect(found(paths, 'apps/api/src/pages/a.ts', '@/lib/cors')).toBe('apps/api/src/lib/cors.ts');
  expect(found(paths, 'apps/web/app/a/route.ts', '@/lib/cors')).toBe('apps/web/lib/cors.ts');
  expect(found(paths, 'apps/docs/page.ts', '~/lib/cors')).toBe('lib/cors.ts');
  expect(found(['apps/web/app/theme/index.ts'], 'apps/web/tests/a.ts', '@/theme')).toBe('apps/web/app/theme/index.ts');
  expect(found(['apps/web/lib/cors.ts'], 'apps/api/a.ts', '@/lib/cors')).toBeUndefined();
  expect(found(['apps/web/xlib/cors.ts'], 'apps/web/a.ts', '@/lib/cors')).toBeUndefined();
  expect(found(['web/src/lib/db.ts', 'web/db.ts'], 'web/src/routes/a.ts', '$lib/db')).toBe('web/src/lib/db.ts');
});

const alias = (path: string, names: Readonly<Record<string, readonly string[]>>): FileFacts => ({
  path,
  role: 'source',
  facts: Object.entries(names).map(([pattern, targets]) => ({
    kind: 'moduleAlias',
    pattern,
    targets,
    range: { line: 0, column: 0, endLine: 0, endColumn: 1 },
  })),
  problems: [],
});

test('a name that the workspace says the meaning of leads there, by the nearest file that says so', () => {
  const base = alias('tsconfig.base.json', {
    '@acme/payments': ['libs/payments/src/index.ts'],
    '@acme/payments/*': ['libs/payments/src/lib/*', 'libs/payments/other/*'],
    '@acme/*': ['libs/*/src'],
  });
  const web = alias('apps/web/tsconfig.json', { '#ui/*.view': ['../../libs/ui/*'], '@acme/env': ['./src/env'] });
  const paths = [
    'libs/payments/src/index.ts',
    'libs/payments/src/lib/stripe.ts',
    'libs/payments/other/paypal.ts',
    'libs/env/src/index.ts',
    'libs/ui/button.tsx',
    'apps/web/src/env.ts',
  ];
  const from = (path: string, module: string): unknown => found(paths, path, module, [base, web]);
  expect(from('apps/api/main.ts', '@acme/payments')).toBe('libs/payments/src/index.ts');
  expect(from('apps/api/main.ts', '@acme/payments/stripe')).toBe('libs/payments/src/lib/stripe.ts');
  expect(from('apps/api/main.ts', '@acme/payments/paypal.js')).toBe('libs/payments/other/paypal.ts');
  expect(from('apps/api/main.ts', '@acme/env')).toBe('libs/env/src/index.ts');
  expect(from('apps/web/pages/a.tsx', '@acme/env')).toBe('apps/web/src/env.ts');
  expect(from('apps/web/pages/a.tsx', '#ui/button.view')).toBe('libs/ui/button.tsx');
  expect(from('apps/web/pages/a.tsx', '#ui/button')).toBeUndefined();
  expect(from('apps/api/main.ts', '#ui/button.view')).toBeUndefined();
  expect(from('apps/api/main.ts', '@acme/gone')).toBeUndefined();
});

test('a folder to look in is none for packages, and types of a package do not make it ours', () => {
  const config = alias('tsconfig.json', { '*': ['./src/*', '../../out/*'], stripe: ['types/stripe.d.ts'] });
  const paths = ['src/redis.ts', 'src/lib/mail.ts', 'types/stripe.d.ts'];
  expect(found(paths, 'src/app.ts', 'lib/mail', [config])).toBe('src/lib/mail.ts');
  expect(found(paths, 'src/app.ts', 'redis', [config])).toBeUndefined();
  expect(found(paths, 'src/app.ts', 'stripe', [config])).toBeUndefined();
  expect(found(paths, 'src/app.ts', 'ioredis/built', [config])).toBeUndefined();
});

test('a package of the workspace is its folder or its sources', () => {
  const manifest: FileFacts = {
    path: 'packages/db/package.json',
    role: 'source',
    facts: [
      {
        kind: 'manifest',
        ecosystem: 'npm',
        name: '@acme/db',
        range: { line: 0, column: 0, endLine: 0, endColumn: 1 },
      },
    ],
    problems: [],
  };
  const paths = ['packages/db/src/index.ts', 'packages/db/src/client.ts'];
  expect(found(paths, 'apps/web/a.ts', '@acme/db', [manifest])).toBe('packages/db/src/index.ts');
  expect(found(paths, 'apps/web/a.ts', '@acme/db/client', [manifest])).toBe('packages/db/src/client.ts');
  expect(found(paths, 'apps/web/a.ts', '@acme/other', [manifest])).toBeUndefined();
});

test('what a file exports by a name of its own is what that name holds', async () => {
  const { integrations } = await snapshotOf({
    'package.json': '{"dependencies":{"axios":"1.7.0","cors":"2.8.5"}}',
    'src/http.ts':
      'import axios from "axios";\nconst stripe = axios.create({ baseURL: "https://api.example.com" });\nexport default stripe;\n',
    'src/users.ts': 'import http from "./http";\nexport const list = () => http.get("/users");\n',
    'src/lib/cors.ts': 'function cors(request, options) {\n  return options;\n}\nexport default cors;\n',
    'src/serve.ts': 'import cors from "./lib/cors";\nexport const GET = (request) => cors(request, { origin: "*" });\n',
  });
  const called = integrations.map(({ id, evidence }) => [
    id,
    evidence.filter(({ kind }) => kind === 'call').map(({ line, path }) => `${path}:${line}`),
  ]);
  expect(Object.fromEntries(called)).toEqual({ axios: ['src/http.ts:1', 'src/users.ts:1'], cors: [] });
});

test('a client behind a name that TypeScript is told of counts where it is called', async () => {
  const files = {
    'package.json': '{"dependencies":{"stripe":"15.8.0"}}',
    'libs/billing/src/index.ts': 'import Stripe from "stripe";\nexport const client = new Stripe("not-a-real-key");\n',
    'apps/shop/main.ts':
      'import { client } from "@acme/billing";\nexport const pay = () => client.refunds.create({});\n',
  };
  const paths =
    '{\n  // libraries\n  "compilerOptions": { "paths": { "@acme/billing": ["./libs/billing/src/index.ts"] } }\n}';
  const placesOf = async (all: Readonly<Record<string, string>>): Promise<readonly string[]> =>
    (await snapshotOf(all)).integrations
      .filter(({ id }) => id === 'stripe')
      .flatMap(({ evidence }) => evidence.filter(({ status }) => status === 'called').map(({ path }) => path));
  expect(await placesOf(files)).not.toContain('apps/shop/main.ts');
  expect(await placesOf({ ...files, 'tsconfig.base.json': paths })).toContain('apps/shop/main.ts');
});
