import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { Engine } from '../../server/src/engine';
import { parseProjectFile } from '../../server/src/host/project-file';
import { builtCatalog } from '../catalog/built-catalog';
import { scanMemory } from './support';

const catalog = builtCatalog();
const read = (services: unknown) => parseProjectFile(JSON.stringify({ services }, undefined, 1), catalog);
const messages = (services: unknown) =>
  read(services).problems.map(({ line, column, message }) => `${(line ?? 0) + 1}:${(column ?? 0) + 1} ${message}`);

/** What a workspace talks to: name, category, status. */
async function integrations(services: unknown, files: Readonly<Record<string, string>>) {
  const scanned = await scanMemory({ ...files, '.integration-atlas.json': JSON.stringify({ services }) });
  expect(scanned.problems).toEqual([]);
  const engine = new Engine(scanned.catalog);
  engine.setFiles(scanned.files);
  return engine.snapshot().integrations.map(({ name, category, status }) => `${name}, ${category}, ${status}`);
}

describe('services of the project', () => {
  it('are found by host, package, variable and call', async () => {
    const own = (fields: object) => integrations({ 'billing-api': { name: 'Billing API', ...fields } }, files);
    const files = {
      'package.json': '{"dependencies": {"@acme/billing": "1.0.0"}}',
      'a.ts':
        'import { Billing } from "@acme/billing";\nBilling.verify(x);\nfetch("https://billing.acme.internal/v1");',
      'b.py': 'import os\nkey = os.environ["BILLING_TOKEN"]\n',
    };
    expect(await own({ hosts: ['billing.acme.internal'] })).toEqual(['Billing API, internal, called']);
    expect(await own({ packages: { npm: ['@acme/billing'] } })).toEqual(['Billing API, internal, called']);
    expect(await own({ env: ['BILLING_*'], category: 'payments' })).toEqual(['Billing API, payments, configured']);
    expect(await own({ calls: [{ callee: '@acme/billing.Billing.verify' }] })).toEqual([
      'Billing API, internal, called',
    ]);
    expect(await own({ hosts: ['acme.example.com'] })).toEqual([]);
  });

  it('add to a service of the catalog, or take its place', async () => {
    const files = {
      'a.ts': 'import Stripe from "stripe";\nnew Stripe();\n',
      'b.ts': 'fetch("https://payments.acme.internal/v1");',
    };
    const hosts = ['payments.acme.internal'];
    expect(await integrations({ stripe: { hosts } }, { 'a.ts': files['a.ts'] })).toEqual(['Stripe, payments, called']);
    expect(await integrations({ stripe: { hosts } }, { 'b.ts': files['b.ts'] })).toEqual(['Stripe, payments, called']);
    const replaced = { stripe: { replace: true, name: 'Own', hosts } };
    expect(await integrations(replaced, { 'a.ts': files['a.ts'] })).toEqual([]);
    expect(await integrations(replaced, { 'b.ts': files['b.ts'] })).toEqual(['Own, payments, called']);
  });

  it('keep the modules that follow from packages when others are stated', async () => {
    const files = { 'a.py': 'import acme_openai\nacme_openai.Client()\n', 'requirements.txt': 'acme-openai==1\n' };
    const found = await integrations({ openai: { packages: { pypi: ['acme-openai'] } } }, files);
    expect(found).toEqual(['OpenAI, ai, called']);
    const still = await integrations(
      { openai: { imports: { pypi: ['acme.ai'] } } },
      { 'a.py': 'import openai\nopenai.OpenAI()\n' },
    );
    expect(still).toEqual(['OpenAI, ai, called']);
  });

  it('have a name to themselves that they claim', async () => {
    const files = { 'a.ts': 'fetch("https://api.stripe.com/v1");' };
    expect(await integrations({ gateway: { name: 'Gateway', hosts: ['api.stripe.com'] } }, files)).toEqual([
      'Gateway, internal, called',
    ]);
  });
});

describe('mistakes in services', () => {
  it.each<[string, unknown, string]>([
    ['an id', { My_Api: { hosts: ['a.bc.de'] } }, '3:3 "My_Api" is no id'],
    ['an unknown field', { api: { hosts: ['a.bc.de'], colour: 1 } }, 'There is no field "services.api.colour"'],
    ['a wrong type', { api: { hosts: 'a.bc.de', env: ['API_X'] } }, '4:13 This must be a list, not string.'],
    ['an unknown category', { api: { category: 'nope', hosts: ['a.bc.de'] } }, 'no category "nope"'],
    ['an unknown wrap', { api: { wraps: ['nope'], hosts: ['a.bc.de'] } }, 'wraps "nope"'],
    ['no signal', { api: { name: 'Api' } }, 'nothing could prove it'],
    ['a general variable', { api: { env: ['API_KEY'], hosts: ['a.bc.de'] } }, 'too general'],
    ['a pattern for all', { api: { env: ['*'], hosts: ['a.bc.de'] } }, '* stands alone between _'],
    ['a host of everybody', { api: { hosts: ['*.com', 'a.bc.de'] } }, 'hosts of everybody'],
    ['a host with a scheme', { api: { hosts: ['https://a.bc.de', 'a.bc.de'] } }, 'a host alone'],
    ['a slow pattern', { api: { commands: ['a*b*c*d*e*f'], hosts: ['a.bc.de'] } }, 'more than 4 wildcards'],
    ['a short pattern', { api: { calls: [{ callee: '*.a' }], hosts: ['a.bc.de'] } }, 'almost anything'],
    ['a rule without callee', { api: { calls: [{}], hosts: ['a.bc.de'] } }, 'needs a "callee"'],
    ['markup in a name', { api: { name: '<img src=x>', hosts: ['a.bc.de'] } }, 'plain text'],
    ['a link in a purpose', { api: { purpose: '[x](command:y)', hosts: ['a.bc.de'] } }, 'plain text'],
    ['a script for docs', { api: { docs: 'javascript:alert(1)', hosts: ['a.bc.de'] } }, 'https://'],
    ['http for docs', { api: { docs: 'http://a.bc.de', hosts: ['a.bc.de'] } }, 'https://'],
    ['a claim of two', { api: { hosts: ['a.bc.de'] }, two: { hosts: ['a.bc.de'] } }, 'api claims "a.bc.de" as well'],
  ])('tell %s at its place, and the rest holds', (_, services, message) => {
    const told = messages(services);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(message);
  });
  it('tell an id that stands there twice', () => {
    const text = '{"services": {\n"api": {"hosts": ["a.bc.de"]},\n"api": {"hosts": ["b.bc.de"]}}}';
    const { services, problems } = parseProjectFile(text, catalog);
    expect(problems).toMatchObject([{ line: 2, column: 0 }]);
    expect(services).toMatchObject([{ fields: { hosts: ['a.bc.de'] } }]);
  });
  it('are bounded in number', () => {
    const many = Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`api-${at}`, { hosts: [`h${at}.bc.de`] }]));
    expect(read(many).services).toHaveLength(500);
    expect(messages(many)).toEqual([expect.stringContaining('100 are left out')]);
  });
});

describe('the schema of the project file', () => {
  const schema: unknown = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../schemas/project.schema.json'), 'utf8'),
  );
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema as object);
  it('takes services and refuses what is none', () => {
    expect(validate({ services: { 'billing-api': { hosts: ['billing.acme.internal'], category: 'internal' } } })).toBe(
      true,
    );
    expect(validate({ services: { Billing: { hosts: ['x.y'] } } })).toBe(false);
    expect(validate({ services: { billing: { colour: 1 } } })).toBe(false);
    expect(validate({ services: { billing: { category: 'nope' } } })).toBe(false);
  });
  it('and the setting follow the schema of services; "node scripts/service-schemas.mjs" renews them', async () => {
    const script = join(import.meta.dirname, '../../scripts/service-schemas.mjs');
    const { withServiceSchemas } = (await import(script)) as {
      withServiceSchemas(): Readonly<Record<string, unknown>>;
    };
    for (const [file, wanted] of Object.entries(withServiceSchemas())) {
      expect(JSON.parse(readFileSync(join(import.meta.dirname, '../..', file), 'utf8'))).toEqual(wanted);
    }
  });
});
