import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../host/support';
import { atlas, REPOSITORY } from './support';

const CANARY = 'q7Zr2Lm9Xc4Vb8Nn1Tk6Wp3Hs5';
const FILES = {
  'package.json': '{ "name": "shop", "dependencies": { "stripe": "^15.8.0" } }',
  'src/[id]/pay.ts':
    "import Stripe from 'stripe';\nexport const pay = new Stripe(process.env.STRIPE_SECRET_KEY);\nexport const size = process.env.PAGE_SIZE ?? '20';\n",
  '.env': `STRIPE_SECRET_KEY=${CANARY}\nPAGE_SIZE=\nOLD_THING=${CANARY}\n`,
  '.gitignore': '.env\n',
  'lib/a.ts': 'export const url = process.env.API_URL;\nrun(url);\n',
};

test('a table tells who needs what, where it is declared and read', async () => {
  const { code, out, err } = await atlas(temporaryFolder(FILES), ['env', '.']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const lines = out.split('\n');
  expect(lines[0]).toMatch(/^NAME +APPLICATION +NEEDED +SERVICE +DECLARED +READ$/);
  expect(lines.find((line) => line.startsWith('PAGE_SIZE'))).toMatch(
    /shop +default 20 +- +\.env:2 +src\/\[id\]\/pay\.ts:3$/,
  );
  expect(lines.find((line) => line.startsWith('STRIPE_SECRET_KEY'))).toMatch(/required +Stripe +\.env:1/);
  expect(out).toContain('lib/a.ts:1:20: warning env-required-undeclared: API_URL is required');
  expect(out).not.toContain('env-unused');
});

test('--check fails at and above a severity; the project file is heard', async () => {
  const folder = temporaryFolder(FILES);
  expect((await atlas(folder, ['env', '--check'])).code).toBe(1);
  expect((await atlas(folder, ['env', '--check', '--severity', 'error'])).code).toBe(0);
  const project = {
    '.integration-atlas.json': '{ "diagnostics": { "severity": { "env-required-undeclared": "off" } } }',
  };
  expect((await atlas(temporaryFolder({ ...FILES, ...project }), ['env', '--check'])).code).toBe(0);
  expect((await atlas(folder, ['env', '--severity', 'grave'])).code).toBe(2);
  expect((await atlas(folder, ['env', '--format', 'xml'])).code).toBe(2);
});

test('JSON is of the published schema', async () => {
  const schema = JSON.parse(readFileSync(join(REPOSITORY, 'schemas/env.schema.json'), 'utf8')) as object;
  const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);
  const { out } = await atlas(temporaryFolder(FILES), ['env', '--format', 'json', '--severity', 'hint']);
  const told: unknown = JSON.parse(out);
  validate(told);
  expect(validate.errors ?? []).toEqual([]);
  expect(told).toMatchObject({
    findings: [{ code: 'env-unused', file: '.env', line: 3 }, { code: 'env-required-undeclared' }],
  });
});

interface Sarif {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
          readonly region: { readonly startLine: number; readonly startColumn: number };
        };
      }[];
    }[];
  }[];
}

test('SARIF has rules for its results and relative addresses', async () => {
  const files = { ...FILES, 'src/[id]/b.ts': 'export const x = process.env.B_THING;\nrun(x);\n' };
  const folder = temporaryFolder(files);
  const { out } = await atlas(folder, ['env', '--format', 'sarif', '--severity', 'hint']);
  const { version, runs } = JSON.parse(out) as Sarif;
  expect(version).toBe('2.1.0');
  expect(runs).toHaveLength(1);
  for (const run of runs) {
    expect(run.tool.driver.name).toBe('Integration Atlas');
    expect(run.results.map(({ ruleId }) => ruleId)).toContain('env-required-undeclared');
    for (const result of run.results) {
      expect(run.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
      expect(['error', 'warning', 'note', 'none']).toContain(result.level);
      const [{ physicalLocation: place } = { physicalLocation: undefined }] = result.locations;
      expect(place?.artifactLocation.uri).not.toMatch(/^\/|^[a-z]+:|[[\] ]/);
      expect(place?.region.startLine).toBeGreaterThan(0);
    }
    const uris = run.results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri);
    expect(uris).toContain('src/%5Bid%5D/b.ts');
  }
  expect((await atlas(folder, ['env', '--format', 'sarif', '--severity', 'hint'])).out).toBe(out);
});

test.each(['table', 'json', 'markdown', 'sarif'])('no value is in %s', async (format) => {
  const open = temporaryFolder({ ...FILES, '.gitignore': '' });
  const { out, err } = await atlas(open, ['env', '--format', format, '--severity', 'hint']);
  expect(out).toContain('env-secret-value');
  expect(out + err).not.toContain(CANARY);
});
