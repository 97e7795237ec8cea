import { expect, test } from 'vitest';
import { hoverAt } from '../../server/src/views/hover';
import { snapshotOf } from '../support/snapshot';

const FILES = {
  'package.json': '{ "name": "api", "dependencies": { "stripe": "^15.8.0" } }',
  '.env.example': '# Signs the webhooks\nSTRIPE_WEBHOOK_SECRET=canary-in-a-template\n',
  'src/pay.ts':
    'import Stripe from "stripe";\nexport const stripe = new Stripe(process.env.STRIPE_SECRET_KEY ?? "sk_canary");\nexport const secret = process.env.STRIPE_WEBHOOK_SECRET;\nuse(secret);\n',
};
const linkTo = (path: string, line: number): string => `${path}#${line + 1}`;

async function hover(path: string, line: number, column: number): Promise<string | undefined> {
  return hoverAt(await snapshotOf(FILES), path, { line, column }, linkTo)?.markdown;
}

test('code: service, purpose, why required, where read and declared', async () => {
  const text = await hover('src/pay.ts', 2, 40);
  expect(text).toContain('**STRIPE_WEBHOOK_SECRET** · Stripe');
  expect(text).toContain('Signs the webhooks');
  expect(text).toContain('Required: read without a default, [src/pay.ts:3](src/pay.ts#3)');
  expect(text).toContain('Declared in [.env.example:2](.env.example#2)');
});

test('the template itself', async () => {
  expect(await hover('.env.example', 1, 3)).toContain('Read in 1 place: [src/pay.ts:3](src/pay.ts#3)');
});

test('never a value', async () => {
  for (const [path, line, column] of [
    ['src/pay.ts', 1, 45],
    ['src/pay.ts', 2, 40],
    ['.env.example', 1, 3],
  ] as const) {
    expect(await hover(path, line, column)).toBeDefined();
    expect(await hover(path, line, column)).not.toContain('canary');
  }
});

test('nothing where no variable is', async () => {
  expect(await hover('src/pay.ts', 0, 3)).toBeUndefined();
  expect(await hover('src/pay.ts', 3, 1)).toBeUndefined();
  expect(await hover('nowhere.ts', 0, 0)).toBeUndefined();
});

const MONOREPO = {
  'package.json': '{ "name": "root", "workspaces": ["apps/*"] }',
  '.env': 'SHARED_URL=canary-shared\n',
  'apps/api/package.json': '{ "name": "api" }',
  'apps/api/.env': 'PORT=\nTOKEN=canary-token\n',
  'apps/api/.env.example': 'PORT=\n',
  'apps/api/src/main.ts':
    'use(process.env.TOKEN);\nuse(process.env.SHARED_URL);\nuse(process.env.PORT ?? 3000);\nuse(process.env.LATER);\n',
  'apps/web/package.json': '{ "name": "web" }',
  'apps/web/src/main.ts': 'use(process.env.TOKEN ?? "none");\nuse(process.env.PORT ?? 4000);\nuse(process.env.PORT);\n',
} as const;

async function inMonorepo(path: keyof typeof MONOREPO, line: number, column: number, masked = false): Promise<string> {
  const reveal = (name: string, file: string): string => `reveal:${name}@${file}`;
  const options = masked ? { reveal } : {};
  const snapshot = await snapshotOf(MONOREPO);
  return hoverAt(snapshot, path, { line, column }, linkTo, undefined, options)?.markdown ?? '';
}

test('applications that differ, that are not told, and templates that leave a name out', async () => {
  const text = await inMonorepo('apps/api/src/main.ts', 0, 18);
  expect(text).toContain(
    'Required: read without a default, [apps/api/src/main.ts:1](apps/api/src/main.ts#1); optional in `web`',
  );
  expect(text).toContain('Not declared for `web`; Missing from [apps/api/.env.example](apps/api/.env.example#1)');
  const shared = await inMonorepo('apps/api/src/main.ts', 1, 18);
  expect(shared).toContain('Declared in [.env:1](.env#1)');
  expect(shared).not.toContain('Not declared');
  expect(await inMonorepo('apps/api/src/main.ts', 3, 18)).toContain('Declared nowhere in the workspace');
});

test('defaults that differ, each with its place, and a read without one', async () => {
  const text = await inMonorepo('apps/api/src/main.ts', 2, 18);
  expect(text).toContain(
    'Defaults differ: `3000` at [apps/api/src/main.ts:3](apps/api/src/main.ts#3), ' +
      '`4000` at [apps/web/src/main.ts:2](apps/web/src/main.ts#2); ' +
      'read without one at [apps/web/src/main.ts:3](apps/web/src/main.ts#3)',
  );
});

test('values: nothing of them unless asked for, then a mask of one length', async () => {
  expect(await inMonorepo('apps/api/src/main.ts', 0, 18)).not.toContain('Value');
  const token = await inMonorepo('apps/api/src/main.ts', 0, 18, true);
  expect(token).toContain('Value: •••••••• in [apps/api/.env](apps/api/.env#2) ([Reveal](reveal:TOKEN@apps/api/.env))');
  expect(token).not.toContain('canary');
  const shared = await inMonorepo('apps/api/src/main.ts', 1, 18, true);
  expect(shared).toContain('Value: •••••••• in [.env](.env#1)');
  const port = await inMonorepo('apps/api/src/main.ts', 2, 18, true);
  expect(port).toContain('Value: empty in [apps/api/.env](apps/api/.env#1)');
});

test('what an application is given by one that it is built into is declared for it', async () => {
  const files = {
    'apps/api/package.json': '{ "name": "api", "dependencies": { "db": "workspace:*" } }',
    'apps/api/.env.example': 'HARBOUR_URL=\n',
    'packages/db/package.json': '{ "name": "db" }',
    'packages/db/a.ts': 'use(process.env.HARBOUR_URL);\n',
    'apps/web/package.json': '{ "name": "web" }',
  };
  const told = async (more: object) =>
    hoverAt(await snapshotOf({ ...files, ...more }), 'packages/db/a.ts', { line: 0, column: 20 }, linkTo)?.markdown;
  expect(await told({})).not.toContain('Not declared');
  expect(await told({ 'apps/web/b.ts': files['packages/db/a.ts'] })).toContain('Not declared for `web`');
});
