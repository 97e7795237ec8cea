import { expect, test } from 'vitest';
import { renameTargetAt } from '../../server/src/views/rename/rename';
import { snapshotOf } from '../support/snapshot';
import { at, lines } from './navigation-files';
import { asked, changed, edits, refusal } from './rename-support';

async function renamed(files: Readonly<Record<string, string>>, from: string, name = 'STRIPE_KEY', to = 'PAY_KEY') {
  const made = edits(await snapshotOf(files), files, from, name, to);
  return { sure: changed(files, made, false), all: changed(files, made, true), asked: asked(made) };
}

test('all accessors of scripts; a local name of that name is kept', async () => {
  const files = {
    'package.json': '{ "name": "shop" }',
    'a.ts': [
      'const a = process.env.STRIPE_KEY;',
      'const b = process.env["STRIPE_KEY"] ?? "STRIPE_KEY is not set";',
      'const { STRIPE_KEY } = process.env;',
      'const { STRIPE_KEY: own } = process.env;',
      'const { OTHER, STRIPE_KEY = "d" } = process.env;',
      'const d = Deno.env.get("STRIPE_KEY");',
      'use(STRIPE_KEY); // STRIPE_KEY is used',
      'process.env.STRIPE_KEY = "x";',
      'delete process.env.STRIPE_KEY;',
      '// const old = process.env.STRIPE_KEY;',
      'const more = process.env.STRIPE_KEY_OLD;',
    ].join('\n'),
    'b.ts': 'import { STRIPE_KEY, OTHER } from "$env/static/private";\n',
  };
  expect((await renamed(files, 'a.ts')).sure).toEqual([
    'a.ts: const a = process.env.PAY_KEY;',
    'a.ts: const b = process.env["PAY_KEY"] ?? "STRIPE_KEY is not set";',
    'a.ts: const { PAY_KEY: STRIPE_KEY } = process.env;',
    'a.ts: const { PAY_KEY: own } = process.env;',
    'a.ts: const { OTHER, PAY_KEY: STRIPE_KEY = "d" } = process.env;',
    'a.ts: const d = Deno.env.get("PAY_KEY");',
    'a.ts: process.env.PAY_KEY = "x";',
    'a.ts: delete process.env.PAY_KEY;',
    'a.ts: // const old = process.env.PAY_KEY;',
    'b.ts: import { PAY_KEY as STRIPE_KEY, OTHER } from "$env/static/private";',
  ]);
});

test('Python and Elixir, tests that set the variable, and names that come from a constant or a list', async () => {
  const files = {
    'a.py': [
      'import os',
      'a = os.environ["STRIPE_KEY"]',
      'b = os.getenv("STRIPE_KEY", "x")',
      'if "STRIPE_KEY" in os.environ: pass',
      'STRIPE_KEY = a',
      'print("os.environ[\'STRIPE_KEY\']")',
      '# os.environ["STRIPE_KEY"]',
    ].join('\n'),
    'test_a.py': 'def test_a(monkeypatch):\n    monkeypatch.setenv("STRIPE_KEY", "x")\n',
    'b.py': 'import os\nNAME = "STRIPE_KEY"\nkey = os.environ[NAME]\n',
    'c.py': 'import environ\nenv = environ.Env()\na = env.db()\nb = env.str("STRIPE_KEY")\n',
    'lib/a.ex': [
      'defmodule A do',
      '  def a, do: System.fetch_env!("STRIPE_KEY")',
      '  def b, do: Enum.map(~w(STRIPE_KEY OTHER_KEY), &System.fetch_env!/1)',
      'end',
    ].join('\n'),
    'test/a_test.exs': 'System.put_env("STRIPE_KEY", "x")\n',
  };
  const { sure } = await renamed(files, 'a.py');
  expect(sure).toEqual([
    'a.py: a = os.environ["PAY_KEY"]',
    'a.py: b = os.getenv("PAY_KEY", "x")',
    'a.py: if "PAY_KEY" in os.environ: pass',
    'a.py: # os.environ["PAY_KEY"]',
    'test_a.py: monkeypatch.setenv("PAY_KEY", "x")',
    'b.py: NAME = "PAY_KEY"',
    'c.py: b = env.str("PAY_KEY")',
    'lib/a.ex: def a, do: System.fetch_env!("PAY_KEY")',
    'lib/a.ex: def b, do: Enum.map(~w(PAY_KEY OTHER_KEY), &System.fetch_env!/1)',
    'test/a_test.exs: System.put_env("PAY_KEY", "x")',
  ]);
  expect((await renamed(files, 'c.py', 'DATABASE_URL', 'MAIN_DB')).sure).toEqual(['c.py: a = env.db("MAIN_DB")']);
});

test('every file that declares, with what uses the name beside it', async () => {
  const files = {
    '.env.example': '# STRIPE_KEY=old\nexport STRIPE_KEY=\nURL=https://x/${STRIPE_KEY}\nSTRIPE_KEY_OLD=\n',
    'docker-compose.yml':
      'services:\n  api:\n    image: x\n    environment:\n      STRIPE_KEY: ${STRIPE_KEY:-d}\n  b:\n    image: x\n    environment:\n      - STRIPE_KEY=${STRIPE_KEY}\n      - "STRIPE_KEY"\n',
    Dockerfile: 'FROM node:20\nARG STRIPE_KEY\nENV STRIPE_KEY=$STRIPE_KEY\nRUN test -n "$STRIPE_KEY"\n',
    '.github/workflows/ci.yml':
      'on: push\njobs:\n  a:\n    runs-on: x\n    env:\n      STRIPE_KEY: ${{ secrets.STRIPE_KEY }}\n    steps:\n      - run: echo "$STRIPE_KEY" ${{ env.STRIPE_KEY }}\n',
    'run.sh': '#!/bin/sh\n: "${STRIPE_KEY:?is missing}"\ncurl -H "$STRIPE_KEY"\n# about STRIPE_KEY\n',
    'app.json': '{ "env": { "STRIPE_KEY": { "value": "" } } }',
    'k8s.yaml':
      'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: a\n      image: x\n      env:\n        - name: STRIPE_KEY\n          valueFrom:\n            secretKeyRef: { name: s, key: k }\n',
    'schema.prisma': 'datasource db {\n  provider = "postgresql"\n  url = env("STRIPE_KEY")\n}\n',
  };
  const found = await renamed(files, '.env.example');
  expect(found.sure).toEqual([
    '.env.example: # PAY_KEY=old',
    '.env.example: export PAY_KEY=',
    '.env.example: URL=https://x/${PAY_KEY}',
    'docker-compose.yml: PAY_KEY: ${PAY_KEY:-d}',
    'docker-compose.yml: - PAY_KEY=${PAY_KEY}',
    'docker-compose.yml: - "PAY_KEY"',
    'Dockerfile: ARG PAY_KEY',
    'Dockerfile: ENV PAY_KEY=$PAY_KEY',
    'Dockerfile: RUN test -n "$PAY_KEY"',
    '.github/workflows/ci.yml: PAY_KEY: ${{ secrets.STRIPE_KEY }}',
    '.github/workflows/ci.yml: - run: echo "$PAY_KEY" ${{ env.PAY_KEY }}',
    'run.sh: : "${PAY_KEY:?is missing}"',
    'run.sh: curl -H "$PAY_KEY"',
    'app.json: { "env": { "PAY_KEY": { "value": "" } } }',
    'k8s.yaml: - name: PAY_KEY',
    'schema.prisma: url = env("PAY_KEY")',
  ]);
  expect(found.asked).toEqual(['.github/workflows/ci.yml:6 Kept outside of the repository']);
  expect(found.all).toContain('.github/workflows/ci.yml: PAY_KEY: ${{ secrets.PAY_KEY }}');
});

test('what only looks like the variable is left to the person, and prose is left alone', async () => {
  const files = {
    'package.json': '{ "name": "shop" }',
    'env.ts':
      'import { createEnv } from "@t3-oss/env-nextjs";\nimport { z } from "zod";\nexport const env = createEnv({\n  server: { STRIPE_KEY: z.string() },\n  runtimeEnv: {\n    STRIPE_KEY: process.env.STRIPE_KEY,\n  },\n});\n',
    'use.ts':
      'import { env } from "./env";\npay(env.STRIPE_KEY);\ncheck(["STRIPE_KEY"]);\nfail("STRIPE_KEY is missing");\n',
    'far.ts': 'use(settings.STRIPE_KEY);\n',
    'README.md': 'Set `STRIPE_KEY` first. STRIPE_KEY is secret.\n',
  };
  const found = await renamed(files, 'env.ts');
  expect(found.asked).toEqual([
    'README.md:1 Documents',
    'far.ts:1 Members of the schema',
    'use.ts:3 Texts that are the name',
  ]);
  expect(found.sure).toEqual([
    'env.ts: server: { PAY_KEY: z.string() },',
    'env.ts: PAY_KEY: process.env.PAY_KEY,',
    'use.ts: pay(env.PAY_KEY);',
  ]);
  expect(found.all).toContain('README.md: Set `PAY_KEY` first. STRIPE_KEY is secret.');
});

test('fields of settings are respelt behind their prefix, or told where they cannot be', async () => {
  const files = {
    'pyproject.toml': '[project]\nname = "ml"\nversion = "1"\n',
    'settings.py':
      'from pydantic_settings import BaseSettings, SettingsConfigDict\n\nclass Settings(BaseSettings):\n    model_config = SettingsConfigDict(env_prefix="APP_")\n    stripe_key: str\n',
    '.env.example': 'APP_STRIPE_KEY=\n',
  };
  const good = await renamed(files, '.env.example', 'APP_STRIPE_KEY', 'APP_PAY_KEY');
  expect(good.sure).toEqual(['.env.example: APP_PAY_KEY=']);
  expect(good.asked).toEqual(['settings.py:5 Fields of settings']);
  expect(good.all).toContain('settings.py: pay_key: str');
  const bad = await renamed(files, '.env.example', 'APP_STRIPE_KEY', 'PAY_KEY');
  expect(bad.asked).toEqual(['settings.py:5 Not renamed: do this by hand']);
  expect(bad.all).toContain('settings.py: stripe_key: str');
});

const MONOREPO = {
  'package.json': '{ "name": "all", "private": true, "workspaces": ["apps/*", "packages/*"] }',
  '.env.example': 'SHARED_KEY=\n',
  'docker-compose.yml': 'services:\n  a:\n    image: x\n    environment:\n      STRIPE_KEY: x\n',
  'apps/a/package.json': '{ "name": "a", "dependencies": { "db": "*" } }',
  'apps/a/.env.example': 'STRIPE_KEY=\nDB_URL=\n',
  'apps/a/index.ts': 'use(process.env.STRIPE_KEY, process.env.SHARED_KEY);\n',
  'apps/b/package.json': '{ "name": "b" }',
  'apps/b/.env.example': 'STRIPE_KEY=\n',
  'apps/b/index.ts': 'use(process.env.STRIPE_KEY, process.env.SHARED_KEY);\n',
  'packages/db/package.json': '{ "name": "db" }',
  'packages/db/index.ts': 'use(process.env.DB_URL);\n',
};

test('another application of the workspace is asked about; shared files and packages belong to it', async () => {
  const own = await renamed(MONOREPO, 'apps/a/index.ts');
  expect(own.sure).toEqual([
    'apps/a/.env.example: PAY_KEY=',
    'apps/a/index.ts: use(process.env.PAY_KEY, process.env.SHARED_KEY);',
  ]);
  expect(own.asked).toEqual([
    'apps/b/.env.example:1 Other applications: b',
    'apps/b/index.ts:1 Other applications: b',
    'docker-compose.yml:5 Other applications: b',
  ]);
  const shared = await renamed(MONOREPO, 'apps/a/index.ts', 'SHARED_KEY', 'ALL_KEY');
  expect(shared.asked).toEqual([]);
  expect(shared.sure).toHaveLength(3);
  expect((await renamed(MONOREPO, 'apps/a/.env.example', 'DB_URL', 'DSN')).sure).toEqual([
    'apps/a/.env.example: DSN=',
    'packages/db/index.ts: use(process.env.DSN);',
  ]);
});

test('refusals say why', async () => {
  const files = {
    'package.json': '{ "name": "shop" }',
    '.env.example': 'STRIPE_KEY=\nTAKEN=\n',
    'a.ts': 'use(process.env.STRIPE_KEY, process.env.TAKEN, process.env.STRPE_KEY);\n',
  };
  const snapshot = await snapshotOf(files);
  const why = (to: string, name = 'STRIPE_KEY'): string => refusal(snapshot, files, 'a.ts', name, to);
  expect(why('1X')).toMatch(/begins with a digit/);
  expect(why('PAY-KEY')).toMatch(/only letters, digits and _/);
  expect(why('')).toMatch(/name is needed/);
  expect(why('PATH')).toMatch(/given by the system/);
  expect(why('TAKEN')).toBe(
    'TAKEN is declared in .env.example:2 and is read in a.ts:1: both would become one variable. Choose another name, or take one of the two out first.',
  );
  // A name that was misspelt takes up the declaration that is there, once a person has seen it.
  const joined = edits(snapshot, files, 'a.ts', 'STRPE_KEY', 'STRIPE_KEY');
  expect(joined.map(({ note }) => [note.confirm, note.description])).toEqual([
    [true, 'STRPE_KEY becomes one with STRIPE_KEY, which is declared in .env.example:1 and is read in a.ts:1.'],
  ]);
  expect(edits(snapshot, files, 'a.ts', 'STRIPE_KEY', 'NEXT_PUBLIC_KEY').every(({ note }) => note.confirm)).toBe(true);
});

test('a name is renamed where it stands: not from a field, not from what is put together, not from PATH', async () => {
  const files = {
    'a.ts': 'use(process.env.STRIPE_KEY, process.env[`${x}_KEY`], process.env.PATH);\n',
    '.env': 'PATH=x\n',
    's.py': 'from pydantic_settings import BaseSettings\n\nclass S(BaseSettings):\n    api_token: str\n',
  };
  const snapshot = await snapshotOf(files);
  const target = (path: keyof typeof files, needle: string, into: number) =>
    renameTargetAt(snapshot, path, at(files[path], needle, into), lines(files[path]));
  expect(target('a.ts', 'process.env.STRIPE_KEY', 14)).toEqual({
    t: 'variable',
    name: 'STRIPE_KEY',
    range: { line: 0, column: 16, endLine: 0, endColumn: 26 },
  });
  expect(target('a.ts', 'process.env.STRIPE_KEY', 3)).toEqual({ t: 'none' });
  expect(target('a.ts', '_KEY`]', 2)).toMatchObject({ t: 'refused', message: expect.stringMatching(/at run time/) });
  expect(target('.env', 'PATH', 1)).toMatchObject({
    t: 'refused',
    message: expect.stringMatching(/given by the system/),
  });
  expect(target('s.py', 'api_token', 1)).toMatchObject({
    t: 'refused',
    isOtherName: true,
    message: expect.stringMatching(/variable API_TOKEN/),
  });
});
