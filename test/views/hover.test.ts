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
