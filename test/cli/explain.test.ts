import { expect, test } from 'vitest';
import { temporaryFolder } from '../host/support';
import { atlas, SHOP } from './support';

test('a table for people, JSON for programs', async () => {
  const root = temporaryFolder(SHOP);
  const told = await atlas(root, ['explain', 'Stripe', '.']);
  expect(told.code).toBe(0);
  expect(told.out).toContain('Stripe (stripe): called');
  expect(told.out).toContain('  pay.ts:1  import stripe (imported), by packages.npm: stripe');
  const { out } = await atlas(root, ['explain', 'stripe', '.', '--json']);
  expect(JSON.parse(out)).toMatchObject({
    query: 'stripe',
    services: [
      {
        id: 'stripe',
        outcome: 'found',
        evidence: [{ file: 'pay.ts', line: 2, rule: { text: 'stripe' } }, {}, {}, {}, {}],
      },
    ],
  });
});

test('words alone are told as such, without the rest of their lines', async () => {
  const files = {
    'README.md': '# Shop\n\nWe may use Slack one day.\n',
    'a.py': '# slack token: not-a-real-key\nx = 1\n',
  };
  const { out } = await atlas(temporaryFolder(files), ['explain', 'slack', '.']);
  expect(out).toContain('Slack (slack): not found');
  expect(out).toContain('README.md:3  mention Slack: a word in a document');
  expect(out).toContain('a.py:1  mention Slack: a word in a comment');
  expect(out).not.toContain('not-a-real-key');
});

test('what nobody knows', async () => {
  const files = { ...SHOP, 'b.ts': 'fetch("https://orders.acme-shipping.io/list");' };
  const root = temporaryFolder(files);
  const mistyped = await atlas(root, ['explain', 'stirpe', '.']);
  expect([mistyped.code, mistyped.out]).toEqual([1, expect.stringContaining('Did you mean stripe?')]);
  const host = await atlas(root, ['explain', 'orders.acme-shipping.io', '.']);
  expect(host.out).toContain('orders.acme-shipping.io is unrecognised: the catalog has no service of this host');
});

test('a name is needed', async () => {
  const { code, err } = await atlas(temporaryFolder(SHOP), ['explain']);
  expect([code, err]).toEqual([2, expect.stringContaining('explain needs a NAME')]);
  expect((await atlas(temporaryFolder(SHOP), ['explain', '--help'])).out).toContain(
    'integration-atlas explain NAME [DIR]',
  );
});
