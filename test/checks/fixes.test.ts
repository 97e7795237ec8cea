import { expect, test } from 'vitest';
import { fixed } from './support';

const RANDOM = 'q7Zr2Lm9Xc4Vb8Nn1Tk6Wp3Hs5';
const READ = 'export const url = process.env.API_URL;\nrun(url);\n';

test('a template is made where there is none, in the application', async () => {
  const files = { 'api/package.json': '{"name":"api"}', 'api/src/a.ts': READ };
  const after = await fixed(files, 'Create api/.env.example with API_URL');
  expect(after['api/.env.example']).toBe('API_URL=\n');
});

test('a name is added beside those of its service, which a comment names', async () => {
  const files = {
    'a.ts': 'use(process.env.STRIPE_WEBHOOK_SECRET, process.env.STRIPE_SECRET_KEY, process.env.LAST_THING);\n',
    '.env.example': 'STRIPE_SECRET_KEY=\r\nLAST_THING=1\r\n',
  };
  const after = await fixed(files, 'Add STRIPE_WEBHOOK_SECRET to .env.example');
  expect(after['.env.example']).toBe('STRIPE_SECRET_KEY=\r\n# Stripe\r\nSTRIPE_WEBHOOK_SECRET=\r\nLAST_THING=1\r\n');
});

test('a name without neighbours goes to the end', async () => {
  const files = { 'a.ts': `${READ}use(process.env.OTHER_THING);\n`, '.env.example': 'OTHER_THING=' };
  expect((await fixed(files, 'Add API_URL to .env.example'))['.env.example']).toBe('OTHER_THING=\n\nAPI_URL=\n');
});

test('all undeclared names of a file are added at once', async () => {
  const files = { 'a.ts': 'use(process.env.A_THING, process.env.B_THING);\n', '.env.example': '' };
  const after = await fixed(files, 'Declare all 2 variables of this kind in .env.example');
  expect(after['.env.example']).toBe('A_THING=\nB_THING=\n');
});

test('a slip is put right here or everywhere', async () => {
  const files = {
    'a.ts': 'use(process.env.ANALYTCS_HOST);\n',
    'b.py': 'import os\nx = os.environ["ANALYTCS_HOST"]\n',
    '.env.example': 'ANALYTICS_HOST=\n',
  };
  const here = await fixed(files, 'Change to ANALYTICS_HOST');
  expect([here['a.ts'], here['b.py']]).toEqual(['use(process.env.ANALYTICS_HOST);\n', files['b.py']]);
  const all = await fixed(files, 'Change all 2 places to ANALYTICS_HOST');
  expect(all['b.py']).toBe('import os\nx = os.environ["ANALYTICS_HOST"]\n');
});

test('an unused line is removed or commented out', async () => {
  const files = { 'a.ts': READ, '.env.example': 'API_URL=\nFORGOTTEN_THING=1\nANOTHER_OLD=2' };
  expect((await fixed(files, 'Remove FORGOTTEN_THING'))['.env.example']).toBe('API_URL=\nANOTHER_OLD=2');
  expect((await fixed(files, 'Comment FORGOTTEN_THING out'))['.env.example']).toBe(
    'API_URL=\n# FORGOTTEN_THING=1\nANOTHER_OLD=2',
  );
  expect((await fixed(files, 'Comment out all 2 unused variables of this file'))['.env.example']).toBe(
    'API_URL=\n# FORGOTTEN_THING=1\n# ANOTHER_OLD=2',
  );
});

test('one of two lines of a name is removed', async () => {
  const files = { 'a.ts': READ, '.env.example': 'API_URL=1\nAPI_URL=2\nAPI_URL=3\n' };
  expect((await fixed(files, 'Remove line 1, which this one replaces'))['.env.example']).toBe('API_URL=2\nAPI_URL=3\n');
  expect((await fixed(files, 'Remove this line'))['.env.example']).toBe('API_URL=1\nAPI_URL=3\n');
  expect((await fixed(files, 'Remove all lines of this file that later ones replace'))['.env.example']).toBe(
    'API_URL=3\n',
  );
});

test('a secret is emptied, replaced, or its file ignored', async () => {
  const files = { 'a.ts': 'use(process.env.SIGNING_SECRET);\n', '.env': `SIGNING_SECRET="${RANDOM}" # for links\n` };
  expect((await fixed(files, 'Empty the value of SIGNING_SECRET'))['.env']).toBe('SIGNING_SECRET="" # for links\n');
  expect((await fixed(files, 'Put a placeholder in its place'))['.env']).toBe(
    'SIGNING_SECRET="replace-me" # for links\n',
  );
  const ignored = await fixed({ ...files, '.gitignore': 'dist' }, 'Let git ignore .env');
  expect(ignored['.gitignore']).toBe('dist\n/.env\n');
});

test('a public secret is renamed everywhere', async () => {
  const files = {
    'a.ts': 'use(process.env.NEXT_PUBLIC_MAIL_SECRET);\n',
    '.env.example': 'NEXT_PUBLIC_MAIL_SECRET=\n',
  };
  const after = await fixed(files, 'Rename to MAIL_SECRET everywhere');
  expect(after).toEqual({ 'a.ts': 'use(process.env.MAIL_SECRET);\n', '.env.example': 'MAIL_SECRET=\n' });
});

test('a default follows the other', async () => {
  const read = (value: string) => `export const a = process.env.PAGE_SIZE ?? '${value}';\n`;
  const files = { 'a.ts': read('20'), 'b.ts': read('50'), '.env.example': 'PAGE_SIZE=\n' };
  expect((await fixed(files, 'Use the default 20 as in a.ts'))['b.ts']).toBe(read('20'));
});

test('a default follows the other only where the code stays code', async () => {
  const read = (value: string) => `export const a = process.env.PAGE_SIZE ?? ${value};\n`;
  const listed = { '.env.example': 'PAGE_SIZE=\n' };
  const after = await fixed({ 'a.ts': read('20'), 'b.ts': read('50'), ...listed }, 'Use the default 20 as in a.ts');
  expect(after['b.ts']).toBe(read('20'));
  for (const [first, second] of [
    ["'full'", '50'],
    [`"it's"`, "'50'"],
    ['20', 'sizeOf(150)'],
  ] as const) {
    const files = { 'a.ts': read(first), 'b.ts': read(second), ...listed };
    await expect(fixed(files, 'Use the default 20 as in a.ts')).rejects.toThrow(/There are only: Silence|Nothing/);
  }
});

test('files are brought into step', async () => {
  const files = {
    'a.ts': READ,
    '.env': 'API_URL=secret-of-mine\nOTHER_THING=\n',
    '.env.example': 'OTHER_THING=\n',
    'b.ts': 'use(process.env.OTHER_THING)',
  };
  const after = await fixed(files, 'Add API_URL to .env.example');
  expect(after['.env.example']).toBe('OTHER_THING=\n\nAPI_URL=\n');
});

test('silence by a comment above, at the top, and in the project file', async () => {
  const files = { 'a.ts': `function f() {\n  ${READ}}\n` };
  expect((await fixed(files, 'Silence env-required-undeclared for this line'))['a.ts']).toBe(
    `function f() {\n  // integration-atlas-disable-next-line env-required-undeclared\n  ${READ}}\n`,
  );
  expect((await fixed(files, 'Silence env-required-undeclared for this file'))['a.ts']).toMatch(
    /^\/\/ integration-atlas-disable-file env-required-undeclared\nfunction/,
  );
  const project = '// ours\n{\n  "exclude": ["x/"]\n}\n';
  const title = 'Silence env-required-undeclared for API_URL in this workspace';
  const after = await fixed({ ...files, '.integration-atlas.json': project }, title);
  expect(after['.integration-atlas.json']).toContain('// ours');
  expect(JSON.parse((after['.integration-atlas.json'] ?? '').replace('// ours', ''))).toEqual({
    exclude: ['x/'],
    diagnostics: { suppress: [{ code: 'env-required-undeclared', env: 'API_URL' }] },
  });
  expect(JSON.parse((await fixed(files, title))['.integration-atlas.json'] ?? '')).toHaveProperty('diagnostics');
});
