import { describe, expect, test } from 'vitest';
import type { EnvVariable } from '../../server/src/model/workspace';
import { snapshotOf } from '../support/snapshot';

async function variable(files: Readonly<Record<string, string>>, name: string): Promise<EnvVariable | undefined> {
  return (await snapshotOf(files)).env.find((found) => found.name === name);
}

describe('required', () => {
  test('a read without default or guard requires the variable', async () => {
    expect((await variable({ 'a.py': 'import os\nx = os.environ["API_URL"]\n' }, 'API_URL'))?.required).toBe(true);
    expect((await variable({ 'a.ts': 'const x = process.env.API_URL;\nrun(x);\n' }, 'API_URL'))?.required).toBe(true);
  });

  test('a default makes it optional', async () => {
    const found = await variable({ 'a.py': 'import os\nx = os.getenv("PORT_NO", "80")\n' }, 'PORT_NO');
    expect(found?.required).toBe(false);
    expect(found?.defaults).toEqual(['80']);
  });

  test('of several reads the strictest decides', async () => {
    const files = {
      'a.py': 'import os\nx = os.getenv("API_URL", "http://localhost:1")\n',
      'b.py': 'import os\nx = os.environ["API_URL"]\n',
    };
    const found = await variable(files, 'API_URL');
    expect(found?.required).toBe(true);
    expect(found?.decidedBy?.path).toBe('b.py');
  });

  test('production only is said as such', async () => {
    const runtime = 'import Config\nif config_env() == :prod do\n  config :a, url: System.fetch_env!("API_URL")\nend\n';
    expect((await variable({ 'config/runtime.exs': runtime }, 'API_URL'))?.required).toBe('production');
  });

  test('the mode of Node is handed on whether it is set or not', async () => {
    const handed = { 'a.ts': 'init({ environment: process.env.NODE_ENV });\n' };
    expect((await variable(handed, 'NODE_ENV'))?.required).toBe(false);
    const asked = { 'a.ts': 'if (!process.env.NODE_ENV) throw new Error("NODE_ENV");\nrun(process.env.NODE_ENV);\n' };
    expect((await variable(asked, 'NODE_ENV'))?.required).toBe(true);
  });

  test('BASE_URL is built in where the command line of Vue builds the program', async () => {
    const router = 'export const router = make({ base: process.env.BASE_URL });\n';
    const vue = { 'package.json': '{"devDependencies":{"@vue/cli-service":"~5.0.8"}}', 'src/router.js': router };
    expect(await variable(vue, 'BASE_URL')).toBeUndefined();
    const node = { 'package.json': '{"dependencies":{"express":"4"}}', 'src/router.js': router };
    expect((await variable(node, 'BASE_URL'))?.required).toBe(true);
  });

  test('reads in tests are listed and do not decide', async () => {
    const found = await variable({ 'tests/test_a.py': 'import os\nx = os.environ["API_URL"]\n' }, 'API_URL');
    expect(found?.required).toBe(false);
    expect(found?.reads.map(({ test }) => test)).toEqual([true]);
  });
});

describe('what is told of a variable', () => {
  test('two defaults are both told', async () => {
    const files = { 'a.py': 'import os\nx = os.getenv("N", "1")\n', 'b.py': 'import os\nx = os.getenv("N", "2")\n' };
    expect((await variable(files, 'N'))?.defaults).toEqual(['1', '2']);
  });

  test('a default that a constant of another file gives', async () => {
    const files = {
      'app/constants.py': 'DEFAULT_API_URL = "http://localhost:8000"\n',
      'app/a.py': 'import os\nfrom app.constants import DEFAULT_API_URL\nx = os.getenv("API_URL", DEFAULT_API_URL)\n',
    };
    expect((await variable(files, 'API_URL'))?.defaults).toEqual(['http://localhost:8000']);
    const secret = {
      'app/constants.py': 'FALLBACK_VALUE = "not-a-real-key"\n',
      'app/a.py': 'import os\nfrom app.constants import FALLBACK_VALUE\nx = os.getenv("JWT_SECRET", FALLBACK_VALUE)\n',
    };
    expect((await variable(secret, 'JWT_SECRET'))?.defaults.join()).not.toContain('not-a-real');
  });

  test('the default of a secret is hidden', async () => {
    const found = await variable(
      { 'a.py': 'import os\nx = os.getenv("JWT_SECRET", "fake-for-tests")\n' },
      'JWT_SECRET',
    );
    expect(found?.defaults).toEqual(['(hidden)']);
  });

  test('declarations carry their comment, never their value', async () => {
    const files = { '.env.example': '# Where the API lives\nAPI_URL=http://canary.test\n# OLD_URL=x\n' };
    const snapshot = await snapshotOf(files);
    expect(snapshot.env.map(({ name, purpose }) => [name, purpose])).toEqual([
      ['API_URL', 'Where the API lives'],
      ['OLD_URL', undefined],
    ]);
    expect(snapshot.env[1]?.declarations[0]?.commentedOut).toBe(true);
    expect(JSON.stringify(snapshot)).not.toContain('canary');
  });

  test('plumbing is left out unless declared', async () => {
    const code = { 'a.py': 'import os\nx = os.environ["HOME"]\n' };
    expect(await variable(code, 'HOME')).toBeUndefined();
    expect(await variable({ ...code, '.env.example': 'HOME=\n' }, 'HOME')).toBeDefined();
  });

  test('a variable belongs to the client that it is handed to, whatever its name', async () => {
    const files = {
      'package.json': '{ "dependencies": { "stripe": "^15.0.0" } }',
      'pay.ts': 'import Stripe from "stripe";\nexport const stripe = new Stripe(process.env.PAY_KEY ?? "");\n',
    };
    expect((await variable(files, 'PAY_KEY'))?.integrations).toEqual(['stripe']);
  });

  test('each application knows what it requires itself', async () => {
    const files = {
      'api/package.json': '{ "name": "api" }',
      'api/a.ts': 'export const x = process.env.API_URL ?? "d";\n',
      'web/package.json': '{ "name": "web" }',
      'web/a.ts': 'use(process.env.API_URL);\n',
    };
    expect((await variable(files, 'API_URL'))?.applications).toEqual([
      { name: 'api', required: false },
      { name: 'web', required: true },
    ]);
  });
});

describe('wrappers that other files call', () => {
  test('a read is told where the wrapper is called, one import away', async () => {
    const files = {
      'app/env.py':
        'import os\n\ndef require_env(name):\n    value = os.environ.get(name)\n    if value is None:\n        raise RuntimeError(name)\n    return value\n',
      'app/main.py': 'from app.env import require_env\n\nURL = require_env("API_URL")\n',
    };
    const found = await variable(files, 'API_URL');
    expect(found?.required).toBe(true);
    expect(found?.reads.map(({ path, line }) => [path, line])).toEqual([['app/main.py', 2]]);
    expect((await snapshotOf(files)).dynamicReads).toEqual([]);
  });
});

test('a wrapper in another module of Elixir is followed as well', async () => {
  const files = {
    'lib/env.ex':
      'defmodule App.Env do\n  def get_integer(name, default), do: String.to_integer(System.get_env(name) || default)\nend\n',
    'config/runtime.exs': 'import Config\nconfig :app, size: App.Env.get_integer("QUEUE_SIZE", "5")\n',
  };
  const found = await variable(files, 'QUEUE_SIZE');
  expect(found?.required).toBe(false);
  expect(found?.reads.map(({ path, line }) => [path, line])).toEqual([['config/runtime.exs', 1]]);
});

test('a wrapper exported by another TypeScript file is followed as well', async () => {
  const files = {
    'src/env.ts':
      'export function requireEnv(name: string): string {\n  const value = process.env[name];\n  if (!value) throw new Error(name);\n  return value;\n}\n',
    'src/main.ts': 'import { requireEnv } from "./env";\nexport const url = requireEnv("API_URL");\n',
  };
  const found = await variable(files, 'API_URL');
  expect(found?.required).toBe(true);
  expect(found?.reads.map(({ path, line }) => [path, line])).toEqual([['src/main.ts', 1]]);
});
