import { describe, expect, test } from 'vitest';
import { contextOf } from '../../server/src/checks/context';
import { unjudgedFiles } from '../../server/src/checks/unused';
import { snapshotOf } from '../support/snapshot';
import { check, type Files, fixed, told } from './support';

const APPS = {
  'package.json': '{ "name": "root", "workspaces": ["apps/*", "packages/*"] }',
  'apps/api/package.json': '{ "name": "api" }',
  'apps/web/package.json': '{ "name": "web" }',
};
const NEEDS_TOKEN = 'export const token = process.env.HARBOUR_TOKEN;\nrun(token);\n';
const DECLARED = { 'apps/api/.env.example': 'HARBOUR_TOKEN=\n', 'apps/api/a.ts': NEEDS_TOKEN };

describe('declared for another application', () => {
  const files = { ...APPS, ...DECLARED, 'apps/web/b.ts': NEEDS_TOKEN };

  test('is undeclared, and the message says for whom it is declared', async () => {
    expect(await told(files)).toEqual(['env-required-undeclared apps/web/b.ts:1 HARBOUR_TOKEN']);
    const [found] = await check(files);
    expect(found).toMatchObject({
      severity: 'information',
      message:
        'HARBOUR_TOKEN is required (it is read without a default), and no file declares it for web; apps/api/.env.example:1 does for api.',
    });
    expect(found?.related[0]).toMatchObject({ path: 'apps/api/.env.example', message: 'Declared here for api' });
    const [listed] = await check({ ...files, 'apps/web/.env.example': '' });
    expect(listed?.severity).toBe('information');
    const own = { 'apps/web/.env.example': 'LIGHT=\n', 'apps/web/c.ts': 'use(process.env.LIGHT);\n' };
    expect((await check({ ...files, ...own }))[0]?.severity).toBe('warning');
  });

  test('the fix declares it for the application that lacks it', async () => {
    const after = await fixed(files, 'Create apps/web/.env.example with HARBOUR_TOKEN');
    expect(after['apps/web/.env.example']).toBe('HARBOUR_TOKEN=\n');
  });

  test('an optional one is told only where the application has a list', async () => {
    const optional = { ...APPS, ...DECLARED, 'apps/web/b.ts': 'use(process.env.HARBOUR_TOKEN ?? "none");\n' };
    expect(await told(optional)).toEqual([]);
    const own = { 'apps/web/.env.example': 'LIGHT=\n', 'apps/web/c.ts': 'use(process.env.LIGHT);\n' };
    expect(await told({ ...optional, ...own })).toEqual(['env-undeclared apps/web/b.ts:1 HARBOUR_TOKEN']);
  });

  test('a name that others declare is no slip of one that is declared here', async () => {
    const slip = {
      'apps/web/.env.example': 'HARBOUR_TOKENS=\n',
      'apps/web/c.ts': 'use(process.env.HARBOUR_TOKENS);\n',
    };
    expect(await told({ ...files, ...slip })).toEqual(['env-required-undeclared apps/web/b.ts:1 HARBOUR_TOKEN']);
  });

  test('a slip is one of a name that the same application declares', async () => {
    const slip = 'use(process.env.HARBOUR_TOKNE);\n';
    expect(await told({ ...APPS, ...DECLARED, 'apps/api/c.ts': slip })).toEqual([
      'env-near-miss apps/api/c.ts:1 HARBOUR_TOKNE',
    ]);
    expect(await told({ ...APPS, ...DECLARED, 'apps/web/c.ts': slip })).toEqual([
      'env-required-undeclared apps/web/c.ts:1 HARBOUR_TOKNE',
    ]);
  });
});

describe('what several applications are given', () => {
  const shared = (more: Files) => told({ ...APPS, ...more, 'apps/web/b.ts': NEEDS_TOKEN });

  test.each<[string, Files]>([
    ['a template of the root', { '.env.example': 'HARBOUR_TOKEN=\n' }],
    ['a file of a folder without a manifest', { 'deploy/.env.example': 'HARBOUR_TOKEN=\n' }],
    [
      'a compose file of the root',
      { 'compose.yml': 'services:\n  web:\n    build: apps/web\n    environment:\n      HARBOUR_TOKEN: x\n' },
    ],
    ['a pipeline', { '.github/workflows/ci.yml': 'on: push\nenv:\n  HARBOUR_TOKEN: ${{ secrets.HARBOUR_TOKEN }}\n' }],
    ['a list for all tasks', { 'turbo.json': '{ "globalEnv": ["HARBOUR_TOKEN"], "tasks": {} }' }],
    ['a commented line', { '.env.example': '# HARBOUR_TOKEN=\n' }],
    [
      'an application that the code is built into',
      { ...DECLARED, 'apps/api/package.json': '{ "name": "api", "dependencies": { "web": "workspace:*" } }' },
    ],
    [
      'a part of the application',
      { ...DECLARED, 'apps/web/package.json': '{ "name": "web", "dependencies": { "api": "workspace:*" } }' },
    ],
    [
      'a file that a script names',
      {
        ...DECLARED,
        'apps/web/package.json': '{ "name": "web", "scripts": { "dev": "dotenv -e ../api/.env -- next dev" } }',
      },
    ],
    [
      'a file that code names',
      { ...DECLARED, 'apps/web/env.ts': "import dotenv from 'dotenv';\ndotenv.config({ path: '../api/.env' });\n" },
    ],
  ])('%s', async (_, files) => {
    expect(await shared(files)).toEqual([]);
  });

  test('a part of a part counts, two applications with a part in common do not share', async () => {
    const parts = {
      'packages/db/package.json': '{ "name": "db" }',
      'packages/core/package.json': '{ "name": "core", "dependencies": { "db": "*" } }',
      'apps/api/package.json': '{ "name": "api", "dependencies": { "core": "*" } }',
      'apps/web/package.json': '{ "name": "web", "dependencies": { "core": "*" } }',
    };
    const files = { ...APPS, ...parts, ...DECLARED, 'packages/db/a.ts': NEEDS_TOKEN };
    expect(await told(files)).toEqual([]);
    expect(await told({ ...files, 'apps/web/b.ts': NEEDS_TOKEN })).toEqual([
      'env-required-undeclared apps/web/b.ts:1 HARBOUR_TOKEN',
    ]);
  });

  test('a script of the root is no program of every application', async () => {
    const root = '{ "name": "root", "scripts": { "migrate": "dotenv -e apps/api/.env -- prisma migrate deploy" } }';
    expect(await shared({ ...DECLARED, 'package.json': root })).toHaveLength(1);
  });
});

describe('unused', () => {
  const files = {
    ...APPS,
    'apps/api/.env.example': 'HARBOUR_TOKEN=\nFORGOTTEN_THING=\n',
    'apps/api/a.ts': NEEDS_TOKEN,
  };
  const unjudged = async (more: Files) =>
    unjudgedFiles(contextOf(await snapshotOf({ ...files, ...more }))).map(({ path, reason }) => `${path}: ${reason}`);

  test('what another application reads is unused here', async () => {
    const read = { 'apps/web/b.ts': 'use(process.env.FORGOTTEN_THING ?? "x");\n' };
    expect(await told({ ...files, ...read })).toEqual(['env-unused apps/api/.env.example:2 FORGOTTEN_THING']);
    expect(await unjudged(read)).toEqual([]);
  });

  test.each<[string, Files, string]>([
    [
      'a program in another language beside it',
      { 'apps/api/go.mod': 'module api\n' },
      'programs in Go are not read (apps/api/go.mod)',
    ],
    [
      'one below',
      { 'apps/api/legacy/composer.json': '{}' },
      'programs in PHP are not read (apps/api/legacy/composer.json)',
    ],
    [
      'a name that is put together',
      { 'apps/api/b.ts': 'for (const n of names()) use(process.env[`${n}_X`]);\n' },
      'a name is put together at run time in apps/api/b.ts:1',
    ],
    [
      'a container that is built elsewhere',
      { 'apps/api/compose.yml': 'services:\n  tool:\n    image: acme/tool\n    env_file: .env\n' },
      'apps/api/compose.yml hands it to a container that is built elsewhere',
    ],
  ])('%s: nothing is told, and why', async (_, more, reason) => {
    expect(await told({ ...files, ...more })).toEqual([]);
    expect(await unjudged(more)).toEqual([`apps/api/.env.example: ${reason}`]);
  });

  test('a program in another language beside other applications changes nothing', async () => {
    for (const more of [{ 'apps/web/Gemfile': '' }, { 'go.mod': 'module x\n' }]) {
      expect(await told({ ...files, ...more })).toEqual(['env-unused apps/api/.env.example:2 FORGOTTEN_THING']);
    }
  });
});
