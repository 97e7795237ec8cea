import { describe, expect, it } from 'vitest';
import { Engine } from '../../server/src/engine';
import type { ExplainedService } from '../../server/src/model/explanation';
import type { IgnoredFinding } from '../../server/src/model/project';
import { scanMemory } from '../host/support';

type Files = Readonly<Record<string, string>>;

async function explain(query: string, files: Files, ignored: readonly IgnoredFinding[] = []) {
  const { files: facts, catalog } = await scanMemory(files);
  const engine = new Engine(catalog);
  engine.setFiles(facts);
  engine.setIgnored(ignored);
  return engine.explain(query);
}
async function service(
  query: string,
  files: Files,
  ignored: readonly IgnoredFinding[] = [],
): Promise<ExplainedService> {
  const { services } = await explain(query, files, ignored);
  expect(services).toHaveLength(1);
  return services[0] as ExplainedService;
}
const evidence = (told: ExplainedService) =>
  told.evidence.map(
    ({ path, line, status, rule }) =>
      `${path}:${line + 1} ${status} ${rule?.field.replace(/\[\d+\]/, '')} ${rule?.text}`,
  );
const leftOut = (told: ExplainedService) => told.leftOut.map(({ path, line, why }) => `${path}:${line + 1} ${why}`);

const SHOP = {
  'package.json': '{"dependencies": {"stripe": "15.0.0"}}',
  'a.ts':
    'import Stripe from "stripe";\nnew Stripe(process.env.STRIPE_SECRET_KEY);\nfetch("https://api.stripe.com/v1");\n',
};

describe('explain', () => {
  it('tells the rule of every place, strongest first', async () => {
    const told = await service('stripe', SHOP);
    expect(told).toMatchObject({
      id: 'stripe',
      outcome: 'found',
      status: 'called',
      entry: 'catalog payments/stripe.json',
    });
    expect(evidence(told)).toEqual([
      'a.ts:2 called calls stripe',
      'a.ts:3 called hosts api.stripe.com',
      'a.ts:1 imported packages.npm stripe',
      'a.ts:2 configured env STRIPE_*',
      'package.json:1 declared packages.npm stripe',
    ]);
  });

  it.each(['Stripe', 'STRIPE', 'api.stripe.com', 'https://api.stripe.com/v1', 'STRIPE_SECRET_KEY', 'stripe'])(
    'takes %s as a name of it',
    async (query) => {
      expect((await service(query, SHOP)).id).toBe('stripe');
    },
  );

  it('names the registry that a manifest means', async () => {
    const told = await service('openai', { 'requirements.txt': 'openai==1.2.0\n' });
    expect(evidence(told)).toEqual(['requirements.txt:1 declared packages.pypi openai']);
  });

  it('names the service that wraps another', async () => {
    const files = { 'a.py': 'import psycopg2\npsycopg2.connect()\n', 'requirements.txt': 'psycopg2==2.9\n' };
    const told = await service('postgresql', files);
    expect(told.evidence.find(({ kind }) => kind === 'import')?.rule).toMatchObject({ via: 'psycopg2' });
  });

  it.each<[string, string, Files, string]>([
    [
      'a module of the workspace',
      'slack',
      { 'slack.py': '', 'a.py': 'import slack_sdk\n', 'slack_sdk.py': '' },
      'a.py:1 the workspace’s own module slack_sdk.py',
    ],
    [
      'another host',
      'stripe',
      { 'a.ts': 'fetch("https://stripe.acme-shop.com/pay");' },
      'a.ts:1 another host: the service is at',
    ],
    [
      'another variable',
      'stripe',
      { 'a.py': 'import os\nos.environ["STRIPED_COLORS"]\n' },
      'a.py:2 another variable: the service has',
    ],
    [
      'another package',
      'stripe',
      { 'package.json': '{"dependencies": {"pinstripe": "1"}}' },
      'package.json:1 another package',
    ],
    [
      'a general variable',
      'postgresql',
      { 'a.py': 'import os\nos.environ["DATABASE_URL"]\n' },
      'a.py:2 the name is too general',
    ],
  ])('tells why %s proves nothing', async (_, query, files, why) => {
    const told = await service(query, files);
    expect(told.outcome).toBe('not found');
    expect(leftOut(told)).toEqual([expect.stringContaining(why)]);
  });

  it.each<[string, Files, Partial<ExplainedService>]>([
    [
      'tooling',
      { 'package.json': '{"devDependencies": {"stripe": "1"}}' },
      { outcome: 'left out', reason: 'only development tooling asks for its package' },
    ],
    [
      'a test',
      { 'tests/test_a.py': 'import stripe\n' },
      { status: 'test-only', reason: 'every place lies in a test or an example' },
    ],
    [
      'a comment',
      { 'requirements.txt': '# stripe==8.0.0\n' },
      { status: 'commented-out', reason: 'every place is commented out' },
    ],
    ['a type', { 'a.ts': 'import type S from "stripe";' }, { status: 'declared' }],
  ])('tells what %s is worth', async (_, files, expected) => {
    expect(await service('stripe', files)).toMatchObject(expected);
  });

  it('tells what the project ignores, and why', async () => {
    const told = await service('stripe', SHOP, [{ integration: 'stripe', reason: 'only a demo' }]);
    expect(told).toMatchObject({ outcome: 'left out', reason: 'the project file ignores it: only a demo' });
  });

  it('guesses what a mistyped name means', async () => {
    expect(await explain('stirpe', SHOP)).toMatchObject({ services: [], didYouMean: ['stripe'] });
    expect((await explain('qqqqqqqqqqq', SHOP)).didYouMean).toEqual([]);
    expect((await explain('', SHOP)).didYouMean).toEqual([]);
  });
});
