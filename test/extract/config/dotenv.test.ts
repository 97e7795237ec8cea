import { expect, test } from 'vitest';
import { tell } from './tell';

test.each([
  '.env',
  '.env.example',
  '.env.local',
  'apps/api/.env.production',
  'example.env',
  'config/prod.env',
  '.env-sample',
  'env.example',
  '.flaskenv',
  '.dev.vars',
  '.dev.vars.example',
  '.envs/.local/.django',
  '.ENV.EXAMPLE',
])('%s declares variables', (path) => {
  expect(tell(path, 'A_B=1').facts).toEqual(['1 A_B dotenv']);
});

test.each(['.env.ts', 'env.d.ts', '.env.vault', 'environment.py', '.env.yaml', 'myenv', '.envelope', 'src/env.mjs'])(
  '%s is something else',
  (path) => {
    expect(tell(path, 'A_B=1', 'envDeclaration').facts).toEqual([]);
  },
);

test.each([
  ['FOO=bar', ['1 FOO dotenv']],
  ['FOO=', ['1 FOO dotenv empty']],
  ['FOO=""', ['1 FOO dotenv empty']],
  ["FOO='' # nothing yet", ['1 FOO dotenv empty "nothing yet"']],
  ['FOO= # fill me in', ['1 FOO dotenv empty "fill me in"']],
  ['  export FOO = "a b"', ['1 FOO dotenv']],
  ['FOO=a#b', ['1 FOO dotenv']],
  ['FOO="a # b" # real comment', ['1 FOO dotenv "real comment"']],
  ['FOO: bar', ['1 FOO dotenv']],
  ['FOO_BAR', ['1 FOO_BAR dotenv empty']],
  ['foo=bar', ['1 foo dotenv']],
  ['#FOO=bar', ['1 FOO dotenv commented-out']],
  ['# export FOO=', ['1 FOO dotenv empty commented-out']],
  ['# FOO=x  # note well', ['1 FOO dotenv "note well" commented-out']],
  ['FOO=1\nFOO=2', ['1 FOO dotenv', '2 FOO dotenv']],
  ['FOO=1\r\nBAR=2\r\n', ['1 FOO dotenv', '2 BAR dotenv']],
  ['PATH=/bin', ['1 PATH dotenv']],
  ['# a = b', []],
  ['# Set it like this: FOO=bar', []],
  ['= x', []],
  ['some words here', []],
  ['WORDS', []],
])('%j', (text, facts) => {
  expect(tell('.env', text).facts).toEqual(facts);
});

test('a quoted value may go over lines, and its lines declare nothing', () => {
  const text = 'KEY="-----BEGIN\nNOT_A_NAME==\nEND-----"\nNEXT=1\n';
  expect(tell('.env', text).facts).toEqual(['1 KEY dotenv', '4 NEXT dotenv']);
});

test('a forgotten quote does not swallow what follows', () => {
  expect(tell('.env', 'A="x\nB_C="y"\n').facts).toEqual(['1 A dotenv', '2 B_C dotenv']);
  expect(tell('.env', "A='x\n").facts).toEqual(['1 A dotenv']);
});

test('comments: at the end or above; headings and titles of sections tell nothing of a variable', () => {
  const text = `# The file's own words.

# === Stripe ===
# Secret key from the dashboard
STRIPE_SECRET_KEY=x
STRIPE_PRICE=x # monthly

# -----------------
# Mail
# -----------------
SMTP_HOST=x

# The port that the server listens on
PORT=1
HOST=2

# Where things are
API_URL=x
WEB_URL=x

# Vision model
MODEL_KEY=x

# Django
SECRET_KEY=x

# Cloudflare R2 (optional: pictures stay on disk without it)
# R2_ID=
# R2_KEY=

##### Extras #####
# ====
FLAG=1
`;
  expect(tell('.env.example', text).facts).toEqual([
    '5 STRIPE_SECRET_KEY dotenv "Secret key from the dashboard"',
    '6 STRIPE_PRICE dotenv "monthly"',
    '11 SMTP_HOST dotenv',
    '14 PORT dotenv "The port that the server listens on"',
    '15 HOST dotenv',
    '18 API_URL dotenv',
    '19 WEB_URL dotenv',
    '22 MODEL_KEY dotenv "Vision model"',
    '25 SECRET_KEY dotenv',
    '28 R2_ID dotenv empty "Cloudflare R2 (optional: pictures stay on disk without it)" commented-out',
    '29 R2_KEY dotenv empty commented-out',
    '33 FLAG dotenv',
  ]);
});

test('no value reaches a fact, and no credential in a comment', () => {
  const canary = 'canary-0123456789';
  const text = `# e.g. redis://user:${canary}@cache.example.com/0\nREDIS_URL=redis://u:${canary}@h\n#OLD=${canary}\nA="${canary}\n${canary}"\n`;
  const told = JSON.stringify(tell('.env', text));
  expect(told).toContain('REDIS_URL');
  expect(told).not.toContain(canary);
});

test('.envrc is a script: only what is exported counts', () => {
  const text = 'use flake\nlocal_name=1\nexport DATABASE_URL=x\nPATH_add bin\n# export OTHER=1\n';
  expect(tell('.envrc', text).facts).toEqual(['3 DATABASE_URL dotenv', '5 OTHER dotenv commented-out']);
});

test('comments: a title in capitals tells nothing; lines that start anew are sentences of their own', () => {
  const text = `# ENVIRONMENT (the host sets it)
NODE_ENV=x
# HTTP port
PORT=1
# Railway: take the address from the dashboard
# Format: scheme and host
WEB_URL=x
# Where the shop
# is found
SHOP_URL=x
`;
  const comments = tell('.env', text).facts.map((fact) => /"([^"]*)"/.exec(fact)?.[1]);
  expect(comments).toEqual([
    undefined,
    'HTTP port',
    'Railway: take the address from the dashboard. Format: scheme and host',
    'Where the shop is found',
  ]);
});
