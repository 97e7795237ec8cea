import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { expect, test } from 'vitest';
import { ALL_CODES } from '../../server/src/checks/codes';
import { temporaryFolder } from '../host/support';
import { SARIF } from './sarif-schema';
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

test('what is not judged is told with its reason, where unused names would be told', async () => {
  const folder = temporaryFolder({
    'package.json': '{ "name": "shop" }',
    'go.mod': 'module shop\n',
    'a.ts': 'use(process.env.API_URL);\n',
    '.env.example': 'API_URL=\nGO_THING=\nOLD_THING=\n',
  });
  const { out } = await atlas(folder, ['env', '--severity', 'hint']);
  expect(out).toContain(
    '.env.example: 2 names are read by nothing here; not told as unused: programs in Go are not read (go.mod).',
  );
  expect((await atlas(folder, ['env'])).out).not.toContain('not told as unused');
  const schema = JSON.parse(readFileSync(join(REPOSITORY, 'schemas/env.schema.json'), 'utf8')) as object;
  const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);
  const told: unknown = JSON.parse((await atlas(folder, ['env', '--format', 'json', '--severity', 'hint'])).out);
  validate(told);
  expect(validate.errors ?? []).toEqual([]);
  expect(told).toMatchObject({
    findings: [],
    unjudged: [{ code: 'env-unused', file: '.env.example', names: ['GO_THING', 'OLD_THING'] }],
  });
});

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Place {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
    readonly region: Region;
  };
}

interface Sarif {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly originalUriBaseIds: Readonly<Record<string, unknown>>;
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly locations: readonly Place[];
      readonly relatedLocations?: readonly Place[];
      readonly partialFingerprints: Readonly<Record<string, string>>;
    }[];
  }[];
}

/** One finding of each code. */
const ALL_FINDINGS = {
  'package.json': '{ "name": "shop", "dependencies": { "stripe": "^15.8.0" } }',
  '.env.example': `API_URL=\nAPI_URL=\nBILLING_HOST=\nOLD_THING=\nSIGNING_SECRET=${CANARY}\n`,
  '.env': 'LOCAL_THING=1\n',
  'src/[id]/pay (new).ts': [
    'use(process.env.API_URL, process.env.STRIPE_SECRET_KEY, process.env.SIGNING_SECRET, process.env.LOCAL_THING);',
    "export const size = process.env.PAGE_SIZE ?? '20';",
    'use(process.env.BILING_HOST, process.env.BILING_HOST);',
    'use(process.env.NEXT_PUBLIC_JWT_SECRET);',
    '',
  ].join('\n'),
  'src/list.ts': "export const size = process.env.PAGE_SIZE ?? '50';\n",
};

test('SARIF is of the shape that the standard asks for, with a rule and a place for each finding', async () => {
  const folder = temporaryFolder(ALL_FINDINGS);
  const { out } = await atlas(folder, ['env', '--format', 'sarif', '--severity', 'hint']);
  const validate = new Ajv({ strict: true, allErrors: true }).compile(SARIF);
  const told: unknown = JSON.parse(out);
  validate(told);
  expect(validate.errors ?? []).toEqual([]);
  const [run] = (told as Sarif).runs;
  expect([...new Set(run?.results.map(({ ruleId }) => ruleId))].sort()).toEqual([...ALL_CODES].sort());
  for (const { ruleId, ruleIndex, locations, relatedLocations = [] } of run?.results ?? []) {
    expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    for (const { physicalLocation: place } of [...locations, ...relatedLocations]) {
      expect(Object.keys(run?.originalUriBaseIds ?? {})).toContain(place.artifactLocation.uriBaseId);
      const path = decodeURIComponent(place.artifactLocation.uri);
      const lines = readFileSync(join(folder, path), 'utf8').split('\n');
      const { startLine, startColumn, endLine, endColumn } = place.region;
      expect(endLine).toBe(startLine);
      expect(lines[startLine - 1]?.slice(startColumn - 1, endColumn - 1)).toMatch(/[A-Z_]{7}/);
    }
  }
  const uris = run?.results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri);
  expect(uris).toContain('src/%5Bid%5D/pay%20(new).ts');
  const prints = run?.results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints)) ?? [];
  expect(new Set(prints).size).toBe(prints.length);
  expect((await atlas(folder, ['env', '--format', 'sarif', '--severity', 'hint'])).out).toBe(out);
});

test('a fingerprint holds when lines move', async () => {
  const prints = async (files: Readonly<Record<string, string>>) => {
    const { out } = await atlas(temporaryFolder(files), ['env', '--format', 'sarif']);
    return (JSON.parse(out) as Sarif).runs[0]?.results.map(({ partialFingerprints }) => partialFingerprints);
  };
  const moved = { ...FILES, 'lib/a.ts': `\n\n${FILES['lib/a.ts']}` };
  expect(await prints(moved)).toEqual(await prints(FILES));
});

test.each(['table', 'json', 'markdown', 'sarif'])('no value is in %s', async (format) => {
  const open = temporaryFolder({ ...FILES, '.gitignore': '' });
  const { out, err } = await atlas(open, ['env', '--format', format, '--severity', 'hint']);
  expect(out).toContain('env-secret-value');
  expect(out + err).not.toContain(CANARY);
});
