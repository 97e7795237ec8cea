import { describe, expect, test } from 'vitest';
import { snapshotOf } from '../support/snapshot';

async function statuses(files: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
  const { integrations } = await snapshotOf(files);
  return Object.fromEntries(integrations.map(({ id, status }) => [id, status]));
}

const manifest = { 'requirements.txt': 'stripe==8.1.0\n' };

describe('status, strongest first', () => {
  test('called', async () => {
    const files = { ...manifest, 'pay.py': 'import stripe\n\ndef pay():\n    stripe.Charge.create(amount=1)\n' };
    expect(await statuses(files)).toMatchObject({ stripe: 'called' });
  });

  test('imported', async () => {
    expect(await statuses({ ...manifest, 'pay.py': 'import stripe\n' })).toMatchObject({ stripe: 'imported' });
  });

  test('configured by a variable alone', async () => {
    expect(await statuses({ '.env.example': 'STRIPE_SECRET_KEY=\n' })).toEqual({ stripe: 'configured' });
  });

  test('declared', async () => {
    expect(await statuses(manifest)).toEqual({ stripe: 'declared' });
  });

  test('a type-only import declares', async () => {
    const files = {
      'package.json': '{"dependencies":{"stripe":"1.0.0"}}',
      'a.ts': 'import type Stripe from "stripe";\n',
    };
    expect(await statuses(files)).toEqual({ stripe: 'declared' });
  });

  test('test-only', async () => {
    expect(await statuses({ 'tests/test_pay.py': 'import stripe\nstripe.Charge.create()\n' })).toEqual({
      stripe: 'test-only',
    });
  });

  test('commented-out', async () => {
    expect(await statuses({ 'requirements.txt': '# stripe==8.1.0\n' })).toEqual({ stripe: 'commented-out' });
  });
});

describe('what is no integration', () => {
  test('a local module of a package’s name', async () => {
    const files = { 'app/stripe.py': 'def draw():\n    pass\n', 'app/main.py': 'import stripe\nstripe.draw()\n' };
    expect(await statuses(files)).toEqual({});
  });

  test('a module of the project with a package’s name in Elixir', async () => {
    const files = {
      'mix.exs':
        'defmodule A.MixProject do\n  use Mix.Project\n  def project, do: [app: :a, deps: deps()]\n  defp deps, do: [{:jason, "~> 1.0"}]\nend\n',
      'lib/stripe.ex': 'defmodule Stripe do\n  def draw, do: :ok\nend\n',
      'lib/a.ex': 'defmodule A do\n  def run, do: Stripe.draw()\nend\n',
    };
    expect(await statuses(files)).not.toHaveProperty('stripe');
  });

  test('a word in a comment, a text or a document', async () => {
    const files = {
      'a.py': '# we may use stripe later\nx = "stripe"\n',
      'README.md': 'Uses Stripe: https://api.stripe.com',
      'b.ts': '// import nothing from stripe today\nconst s = "stripe";\n',
    };
    expect(await statuses(files)).toEqual({});
  });
});

describe('one import hop away', () => {
  test('a client bound in one file and called in another', async () => {
    const files = {
      'package.json': '{"dependencies":{"stripe":"^15.8.0"}}',
      'src/lib/stripe.ts': 'import Stripe from "stripe";\nexport const stripe = new Stripe("");\n',
      'src/pay.ts':
        'import { stripe } from "./lib/stripe";\nexport async function pay() {\n  await stripe.checkout.sessions.create({});\n}\n',
    };
    const { integrations } = await snapshotOf(files);
    const places = integrations.find(({ id }) => id === 'stripe')?.evidence.filter(({ kind }) => kind === 'call');
    expect(places?.map(({ path, line, scope }) => [path, line, scope])).toEqual([
      ['src/lib/stripe.ts', 1, undefined],
      ['src/pay.ts', 2, 'pay'],
    ]);
  });
});

describe('packages', () => {
  test('version as written, resolved from the lock file', async () => {
    const files = {
      'package.json': '{"dependencies":{"stripe":"^15.8.0"}}',
      'package-lock.json': JSON.stringify({
        lockfileVersion: 3,
        packages: { '': { dependencies: { stripe: '^15.8.0' } }, 'node_modules/stripe': { version: '15.9.1' } },
      }),
    };
    const { integrations } = await snapshotOf(files);
    expect(integrations[0]?.packages).toMatchObject([
      { name: 'stripe', version: '^15.8.0', resolved: '15.9.1', line: 0 },
    ]);
  });
});

test('a client of another package of the same workspace is followed', async () => {
  const files = {
    'package.json': '{"name":"root","workspaces":["packages/*","apps/*"]}',
    'packages/pay/package.json': '{"name":"@shop/pay","dependencies":{"stripe":"^15.8.0"}}',
    'packages/pay/src/index.ts': 'import Stripe from "stripe";\nexport const stripe = new Stripe("");\n',
    'apps/api/package.json': '{"name":"api","dependencies":{"@shop/pay":"workspace:*"}}',
    'apps/api/pay.ts': 'import { stripe } from "@shop/pay";\nawait stripe.refunds.create({});\n',
  };
  const { integrations } = await snapshotOf(files);
  const calls = integrations.find(({ id }) => id === 'stripe')?.evidence.filter(({ kind }) => kind === 'call');
  expect(calls?.map(({ path }) => path)).toEqual(['apps/api/pay.ts', 'packages/pay/src/index.ts']);
});
