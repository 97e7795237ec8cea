import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Ajv from 'ajv';
import { expect, test } from 'vitest';
import { bundle, temporaryFolder } from '../host/support';
import { ASSETS } from '../support/extract';
import { atlas, REPOSITORY, SHOP } from './support';

const schema = JSON.parse(readFileSync(join(REPOSITORY, 'schemas/scan.schema.json'), 'utf8')) as object;
const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);

interface Scan {
  readonly integrations: readonly { readonly id: string }[];
  readonly env: readonly { readonly name: string }[];
  readonly problems: readonly { readonly file: string; readonly line?: number }[];
}

async function scanJson(root: string): Promise<Scan> {
  const { code, out, err } = await atlas(root, ['scan', '.', '--json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const scan: unknown = JSON.parse(out);
  validate(scan);
  expect(validate.errors ?? []).toEqual([]);
  return scan as Scan;
}

test('the demo gives JSON of the published schema', async () => {
  const scan = await scanJson(join(REPOSITORY, 'demo'));
  expect(scan.integrations.map(({ id }) => id)).toContain('stripe');
  expect(scan.env.length).toBeGreaterThan(0);
});

test('problems are part of it, and an empty folder is fine', async () => {
  const scan = await scanJson(temporaryFolder({ 'package.json': '{\n"dependencies": {', 'a.ts': '\0' }));
  expect(new Set(scan.problems.map(({ file }) => file))).toEqual(new Set(['a.ts', 'package.json']));
  expect(await scanJson(temporaryFolder())).toMatchObject({ integrations: [], env: [], problems: [] });
});

test('the schema is strict', async () => {
  const scan = { ...(await scanJson(temporaryFolder(SHOP))) };
  expect(validate({ ...scan, more: 1 })).toBe(false);
  expect(validate({ ...scan, env: [{ name: 'A' }] })).toBe(false);
  const { integrations: _, ...less } = scan;
  expect(validate(less)).toBe(false);
});

test('two runs give the same bytes', async () => {
  const demo = join(REPOSITORY, 'demo');
  expect((await atlas(demo, ['scan', '--json'])).out).toBe((await atlas(demo, ['scan', '--json'])).out);
});

test('the summary names categories, integrations, status and variables', async () => {
  const { code, out, err } = await atlas(temporaryFolder(SHOP), ['scan']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^Payments\n {2}Stripe {2}called +stripe \^15\.8\.0/m);
  expect(out).toContain('2 environment variables: 1 required, 0 optional, 1 declared but not read\n');
});

test('problems go to standard error, with file and line', async () => {
  const { out, err } = await atlas(temporaryFolder({ 'package.json': '{\n"name": \n' }), ['scan']);
  expect(err).toMatch(/^\d+ problems?:\n {2}package\.json/);
  expect(out).not.toContain('package.json');
});

test('progress is shown on a terminal alone and is gone at the end', async () => {
  const files = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`f${index}.py`, 'import os\n']));
  const { err } = await atlas(temporaryFolder(files), ['scan'], { isTerminal: true });
  expect(err).toContain('of 50 files');
  expect(err.endsWith('\r\u001b[K')).toBe(true);
});

test('the built command prints whole JSON into a pipe, with workers, and takes an early end of the pipe', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 200 }, (_, index) => [`src/f${index}.ts`, "import Stripe from 'stripe';\n"]),
  );
  const variables = Array.from({ length: 1000 }, (_, index) => `VARIABLE_${index}=\n`).join('');
  const root = temporaryFolder({ ...files, 'package.json': '{}', '.env.example': variables });
  const app = temporaryFolder({ 'package.json': '{"version": "9.9.9"}' });
  mkdirSync(join(app, 'dist'));
  symlinkSync(ASSETS, join(app, 'dist/assets'));
  bundle('server/src/host/worker.ts', 'worker.js', join(app, 'dist'));
  const cli = bundle('server/src/cli.ts', 'cli.js', join(app, 'dist'));
  const run = promisify(execFile);
  const { stdout, stderr } = await run(process.execPath, [cli, 'scan', root, '--json'], { maxBuffer: 1 << 28 });
  expect(stderr).toBe('');
  expect(stdout.length).toBeGreaterThan(64 * 1024);
  expect(stdout).toBe((await atlas(root, ['scan', '--json'])).out);
  const piped = await run('sh', ['-c', `"${process.execPath}" "${cli}" scan "${root}" --json | head -c 10`]);
  expect(piped).toEqual({ stdout: stdout.slice(0, 10), stderr: '' });
  expect((await run(process.execPath, [cli, '--version'])).stdout).toBe('9.9.9\n');
});

test('findings that the project file ignores are left out', async () => {
  const ignore = [
    { integration: 'stripe', reason: 'a test of this' },
    { env: 'UNUSED_THING', reason: 'likewise' },
  ];
  const scan = await scanJson(temporaryFolder({ ...SHOP, '.integration-atlas.json': JSON.stringify({ ignore }) }));
  expect(scan.integrations.map(({ id }) => id)).not.toContain('stripe');
  expect(scan.env.map(({ name }) => name)).toEqual(['STRIPE_SECRET_KEY']);
});
