import { describe, expect, test } from 'vitest';
import { check, told } from './support';

const READ = 'export const url = process.env.API_URL;\nrun(url);\n';
/** Shaped like a key, and none. */
const RANDOM = 'q7Zr2Lm9Xc4Vb8Nn1Tk6Wp3Hs5';

describe('declared nowhere', () => {
  test('a required variable is told with or without a list', async () => {
    expect(await told({ 'a.ts': READ })).toEqual(['env-required-undeclared a.ts:1 API_URL']);
    const [found] = await check({
      'a.ts': READ,
      '.env.example': 'OTHER_THING=1\n',
      'b.ts': 'use(process.env.OTHER_THING)\n',
    });
    expect(found).toMatchObject({ code: 'env-required-undeclared', severity: 'warning' });
  });

  test('an optional one only where there is a list', async () => {
    const files = { 'a.py': 'import os\nlevel = os.getenv("VERBOSITY", "low")\n' };
    expect(await told(files)).toEqual([]);
    const listed = { ...files, '.env.example': 'API_URL=\n', 'b.ts': READ };
    expect(await told(listed)).toEqual(['env-undeclared a.py:2 VERBOSITY']);
    expect((await check(listed))[0]?.severity).toBe('hint');
  });

  test('once an application, however often it is read', async () => {
    expect(await told({ 'a.ts': READ, 'b.ts': READ })).toHaveLength(1);
  });

  test('commented out, in compose or in a pipeline it is declared', async () => {
    expect(await told({ 'a.ts': READ, '.env.example': '# API_URL=\n' })).toEqual([]);
    expect(
      await told({
        'a.ts': READ,
        'compose.yml': 'services:\n  web:\n    build: .\n    environment:\n      API_URL: x\n',
      }),
    ).toEqual([]);
  });

  test('what hosts and tools set, and what tests read, is passed over', async () => {
    expect(await told({ 'a.ts': 'use(process.env.VERCEL_URL, process.env.NODE_ENV, process.env.CI);\n' })).toEqual([]);
    expect(await told({ 'tests/a.ts': READ })).toEqual([]);
  });
});

describe('near misses', () => {
  const near = (read: string, declared: string) =>
    told({ 'a.ts': `use(process.env.${read});\n`, '.env.example': `${declared}=\n` });

  test.each([
    ['STRIPE_SECERT_KEY', 'STRIPE_SECRET_KEY'],
    ['ANALYTCS_HOST', 'ANALYTICS_HOST'],
    ['WEBHOOKSECRET', 'WEBHOOK_SECRET'],
    ['BILLING_URI', 'BILLING_URL'],
  ])('%s for %s: the one report of its cause', async (read, declared) => {
    expect(
      await told({ 'a.ts': `use(process.env.${read});\n`, '.env.example': `${declared}=\nAPI_URL=\n`, 'b.ts': READ }),
    ).toEqual([`env-near-miss a.ts:1 ${read}`]);
  });

  test.each([
    ['BILLING_HOST', 'BILLING_PORT'],
    ['QUEUE_1', 'QUEUE_2'],
    ['BILLING_KEY', 'BILLING_URL'],
    ['MAILER_USER', 'MAILER_USERS_PATH'],
  ])('%s is not %s', async (read, declared) => {
    expect((await near(read, declared)).filter((line) => line.startsWith('env-near-miss'))).toEqual([]);
  });

  test('two declared names are never a slip of one another', async () => {
    expect(
      await told({
        'a.ts': 'use(process.env.ANALYTICS_HOST, process.env.ANALYTCS_HOST);\n',
        '.env.example': 'ANALYTICS_HOST=\nANALYTCS_HOST=\n',
      }),
    ).toEqual([]);
  });
});

describe('unused', () => {
  const files = { 'a.ts': READ, '.env.example': 'API_URL=\nFORGOTTEN_THING=\n' };

  test('a name that nothing reads', async () => {
    expect(await told(files)).toEqual(['env-unused .env.example:2 FORGOTTEN_THING']);
  });

  test('not where names are built, nor where a foreign container is given the file', async () => {
    expect(await told({ ...files, 'b.ts': 'for (const n of names()) use(process.env[n + "_X"]);\n' })).toEqual([]);
    const compose = 'services:\n  tool:\n    image: acme/tool\n    env_file: .env\n';
    expect(await told({ ...files, 'compose.yml': compose })).toEqual([]);
    const built = 'services:\n  tool:\n    build: .\n    env_file: .env\n';
    expect(await told({ ...files, 'compose.yml': built })).toHaveLength(1);
  });

  test('not what SDKs and images read by themselves, nor in a file that no code reads', async () => {
    expect(await told({ 'a.ts': READ, '.env.example': 'API_URL=\nAWS_ACCESS_KEY_ID=\nPOSTGRES_USER=\n' })).toEqual([]);
    expect(await told({ '.env.example': 'FORGOTTEN_THING=\n' })).toEqual([]);
  });
});

test('different defaults in one application, and not in two', async () => {
  const read = (value: string) => `export const a = process.env.PAGE_SIZE ?? '${value}';\n`;
  const listed = { '.env.example': 'PAGE_SIZE=\n' };
  const found = await check({ 'a.ts': read('20'), 'b.ts': read('50'), ...listed });
  expect(found.map(({ code, message }) => [code, message])).toEqual([
    ['env-conflicting-defaults', 'PAGE_SIZE has the default 50 here and 20 in a.ts:1.'],
  ]);
  expect(await told({ 'a.ts': read('20'), 'b.ts': read('20'), ...listed })).toEqual([]);
  expect(await told({ 'a.ts': read('20'), 'config/production.ts': read('50'), ...listed })).toEqual([]);
  const apart = { 'x/package.json': '{"name":"x"}', 'y/package.json': '{"name":"y"}', ...listed };
  expect(await told({ 'x/a.ts': read('20'), 'y/a.ts': read('50'), ...apart })).toEqual([]);
});

test('a key twice in a file, and not where one is commented out or in another file', async () => {
  expect(await told({ 'a.ts': READ, '.env.example': 'API_URL=1\n#API_URL=0\nAPI_URL=2\n' })).toEqual([
    'env-duplicate-key .env.example:3 API_URL',
  ]);
  expect(await told({ 'a.ts': READ, '.env.example': '# API_URL=1\nAPI_URL=2\n', '.env.local': 'API_URL=\n' })).toEqual(
    [],
  );
});

describe('values of secret shape', () => {
  const env = (line: string, path = '.env.example') =>
    told({ 'a.ts': 'use(process.env.SIGNING_SECRET);\n', [path]: `${line}\n` });

  test.each([
    `SIGNING_SECRET=${RANDOM}`,
    `SIGNING_SECRET="${RANDOM}"`,
    `SIGNING_SECRET=postgres://app:${RANDOM}@db.acme.dev/x`,
  ])('%s', async (line) => {
    expect(await env(line)).toEqual(['env-secret-value .env.example:1 SIGNING_SECRET']);
  });

  test.each([
    'SIGNING_SECRET=',
    'SIGNING_SECRET=your-secret-goes-here-1234',
    'SIGNING_SECRET=change_me_please_0123456789',
    'SIGNING_SECRET=<32 random signs>',
    'SIGNING_SECRET=postgres://postgres:postgres@localhost:5432/app',
    'SIGNING_SECRET=${OTHER_SECRET_OF_THE_VAULT_123}',
    `SIGNING_SECRET= # ${RANDOM}`,
  ])('%s is none', async (line) => {
    expect(await env(line)).toEqual([]);
  });

  test('the value is in no finding', async () => {
    const found = await check({ '.env': `SIGNING_SECRET=${RANDOM}\n`, 'a.ts': 'use(process.env.SIGNING_SECRET);\n' });
    expect(found.map(({ code }) => code)).toEqual(['env-secret-value']);
    expect(JSON.stringify(found)).not.toContain(RANDOM);
  });
});

test('secrets under a public prefix, and not what is meant for everyone', async () => {
  const names = (code: string) => told({ 'a.ts': `use(${code});\n`, '.env.example': '' });
  expect(await names('process.env.NEXT_PUBLIC_STRIPE_SECRET_KEY')).toContain(
    'env-public-secret a.ts:1 NEXT_PUBLIC_STRIPE_SECRET_KEY',
  );
  expect(await names('import.meta.env.VITE_SUPABASE_SERVICE_ROLE_KEY')).toContain(
    'env-public-secret a.ts:1 VITE_SUPABASE_SERVICE_ROLE_KEY',
  );
  expect(await names('import.meta.env.VITE_OPENAI_API_KEY')).toContain('env-public-secret a.ts:1 VITE_OPENAI_API_KEY');
  for (const name of [
    'STRIPE_PUBLISHABLE_KEY',
    'PASSKEY_PUBLIC_KEY',
    'TURNSTILE_SITE_KEY',
    'MAPS_API_KEY',
    'PASSWORD_MIN_LENGTH',
  ]) {
    const found = await names(`process.env.NEXT_PUBLIC_${name}`);
    expect(found.filter((line) => line.startsWith('env-public-secret'))).toEqual([]);
  }
});

test('.env and its template are compared by names', async () => {
  const files = {
    'a.ts': 'use(process.env.API_URL, process.env.OWN_THING, process.env.PAGE_SIZE ?? "1");\n',
    '.env': 'OWN_THING=1\n',
    '.env.example': 'API_URL=\nPAGE_SIZE=\n',
  };
  expect(await told(files)).toEqual(['env-out-of-step .env:1 OWN_THING', 'env-out-of-step .env.example:1 API_URL']);
  expect(
    await told({ ...files, '.env.local': 'API_URL=\n', '.env.example': 'API_URL=\n#OWN_THING=\n#PAGE_SIZE=\n' }),
  ).toEqual([]);
});

describe('silence', () => {
  const unused = (before: string, after = '') =>
    told({ 'a.ts': READ, '.env.example': `API_URL=\n${before}FORGOTTEN_THING=${after}\n` });

  test('by comments on the line, above it and for the file', async () => {
    expect(await unused('')).toHaveLength(1);
    expect(await unused('# integration-atlas-disable-next-line env-unused -- a job reads it\n')).toEqual([]);
    expect(await unused('# integration-atlas-disable-next-line\n')).toEqual([]);
    expect(await unused('', '1 # integration-atlas-disable-line env-unused, env-duplicate-key')).toEqual([]);
    expect(await unused('# integration-atlas-disable-file env-unused\n')).toEqual([]);
    expect(await unused('# integration-atlas-disable-next-line env-duplicate-key\n')).toHaveLength(1);
    expect(await unused('# integration-atlas-disable-next-line env-unused\nX_THING=\n')).toHaveLength(1);
    expect(await told({ 'a.ts': `// integration-atlas-disable-next-line env-required-undeclared\n${READ}` })).toEqual(
      [],
    );
    expect(await told({ 'a.ts': `/* integration-atlas-disable-file */\n${READ}` })).toEqual([]);
  });

  test('by settings: severities, and what is silenced by code, name and path', async () => {
    const files = { 'src/a.ts': READ };
    const set = { severity: { 'env-required-undeclared': 'error' as const }, suppress: [] };
    expect((await check(files, set))[0]?.severity).toBe('error');
    expect(await told(files, { severity: { 'env-required-undeclared': 'off' }, suppress: [] })).toEqual([]);
    const with_ = (one: object) => told(files, { severity: {}, suppress: [one] });
    expect(await with_({ env: 'API_*' })).toEqual([]);
    expect(await with_({ path: 'src/' })).toEqual([]);
    expect(await with_({ code: 'env-required-undeclared', env: 'API_URL' })).toEqual([]);
    expect(await with_({ code: 'env-unused', env: 'API_URL' })).toHaveLength(1);
    expect(await with_({ path: 'src' })).toHaveLength(1);
  });
});
