import { describe, expect, test } from 'vitest';
import { extract, ofKind } from '../../support/extract';
import { reads } from './reads';

const FORMS: readonly (readonly [code: string, ...expected: string[]])[] = [
  // Accessors.
  ['f(process.env.NAME)', 'NAME bare'],
  ['f(process.env["NAME"])', 'NAME bare'],
  ["f(process.env['NAME'])", 'NAME bare'],
  ['f(process.env[`NAME`])', 'NAME bare'],
  ['f(process["env"].NAME)', 'NAME bare'],
  ['f(process.env?.NAME)', 'NAME bare'],
  ['f(process?.env?.NAME)', 'NAME bare'],
  ['f(globalThis.process.env.NAME)', 'NAME bare'],
  ['f((process.env as any).NAME)', 'NAME bare'],
  ['f((process.env ?? {}).NAME)', 'NAME bare'],
  ['const K = "NAME"; f(process.env[K]);', 'NAME bare'],
  ['f(import.meta.env.VITE_URL)', 'VITE_URL bare'],
  ['f(import.meta.env["VITE_URL"])', 'VITE_URL bare'],
  ['f(Deno.env.get("NAME"))', 'NAME bare'],
  ['if (Deno.env.has("NAME")) f()', 'NAME compared'],
  ['f(Bun.env.NAME)', 'NAME bare'],
  // Methods that every object has say nothing of a type.
  ['f(process.env.NAME.toString())', 'NAME bare'],
  ['constructor(process.env.NAME)', 'NAME bare'],
  ['import { z } from "zod"; z.object({ NAME: z.string().valueOf() }).parse(process.env)', 'NAME raises'],
  ['f(Netlify.env.get("NAME"))', 'NAME bare'],
  ['import { env } from "node:process"; f(env.NAME)', 'NAME bare'],
  ['import { env as e } from "process"; f(e.NAME)', 'NAME bare'],
  ['import process from "node:process"; f(process.env.NAME)', 'NAME bare'],
  ['import { env } from "$env/dynamic/private"; f(env.NAME)', 'NAME bare'],
  ['import { API_KEY, OTHER as o } from "$env/static/private";', 'API_KEY raises', 'OTHER raises'],
  ['import { env } from "cloudflare:workers"; f(env.NAME)', 'NAME bare'],
  ['const env = process.env; f(env.NAME)', 'NAME bare'],
  ['function load(env = process.env) { return env.NAME; }', 'NAME bare'],
  ['function load(env: NodeJS.ProcessEnv) { return env.NAME; }', 'NAME bare'],
  ['const { NAME, OTHER: o } = process.env;', 'NAME bare', 'OTHER bare'],
  ['const { NAME = "d", PORT: p = 3000 } = process.env;', 'NAME default =d', 'PORT default =3000'],
  ['const { NAME } = import.meta.env;', 'NAME bare'],
  ['const env = process.env; const { NAME } = env;', 'NAME bare'],
  ['function f({ NAME = "d" } = process.env) {}', 'NAME default =d'],
  ['const { env } = process; f(env.NAME)', 'NAME bare'],
  ['const { argv, env: e } = require("node:process"); f(e.NAME)', 'NAME bare'],
  ['const { cwd, env: { NAME }, argv } = process; f(NAME)', 'NAME bare'],
  ['const { argv, env } = globalThis.process; f(env.NAME)', 'NAME bare'],
  ['const { environ } = process; f(environ.NAME)'],
  ['const { env } = process.report; f(env.NAME)'],
  ['const { env } = other; const { argv } = process; f(env.NAME)'],
  [
    'import { loadEnv } from "vite"; export default ({ mode }) => { const env = loadEnv(mode, "."); f(env.VITE_A); }',
    'VITE_A bare',
  ],
  // Lines that were put aside.
  ['// const a = process.env.NAME', '#NAME bare'],
];

describe('reads', () => {
  test.each(FORMS.map(([code, ...expected]) => ({ code, expected })))('$code', async ({ code, expected }) => {
    expect(await reads(code)).toEqual(expected);
  });
});

/** Nothing in these asks for a variable. */
const NOT_READ: readonly string[] = [
  'process.env.NAME = "x"',
  'process.env["NAME"] = "x"',
  'delete process.env.NAME',
  'const a = { ...process.env }',
  'spawn("x", { env: process.env })',
  'Object.keys(process.env)',
  'const a = "process.env.NAME"',
  'const a = `process.env.NAME`',
  '// process.env.NAME is set by the platform',
  '/* process.env.NAME */',
  '/** @example process.env.NAME */',
  'const a = /process.env.NAME/',
  'f(other.process.env.NAME)',
  'f(config.env.NAME)',
  'f(env.NAME)',
  'function f(process) { return process.env.NAME; }',
  'const process = fake(); f(process.env.NAME)',
  'import { env } from "./env"; f(env.NAME)',
  'const env = load(); f(env.NAME)',
  'const env = process.env; function f(env) { return env.NAME; }',
  'f(import.meta.env.DEV, import.meta.env.MODE, import.meta.env.BASE_URL)',
  'Deno.env.set("NAME", "x")',
  'f(map.get("NAME"))',
  'class C { constructor(private c: Store) { this.c.get("NAME"); } }',
  'import { ConfigService } from "./config"; class C { constructor(private c: ConfigService) { this.c.get("NAME"); } }',
  'import { ConfigService } from "@nestjs/config"; class C { constructor(private c: ConfigService) { this.c.get("jwt.secret"); } }',
  'import { z } from "zod"; z.object({ NAME: z.string() }).parse(body)',
  'import { z } from "zod"; const userSchema = z.object({ NAME: z.string() });',
  'interface Env { DB: D1Database } export default { fetch(r: Request, env: Env) { env.DB.prepare("x"); } }',
  'function need(n) { return store[n]; } need("NAME")',
  'function need(n) { return process.env[n]; } { const need = (x) => x; }',
  'defineConfig({ define: { "process.env.NAME": "1" } })',
  '<p>process.env.NAME</p>',
  'function load(e) { return e.NAME; } load(other); save(process.env)',
  'import { plainToInstance } from "class-transformer"; class User { NAME: string; } plainToInstance(User, c); f(env)',
];

describe('no reads', () => {
  test.each(NOT_READ)('%s', async (code) => {
    expect(await reads(code, 'src/a.tsx')).toEqual([]);
  });
});

test('a name built at run time is told as dynamic', async () => {
  const { facts } = await extract('a.ts', 'const f = (x: string, y: string) => process.env[`PREFIX_${x}_${y}`];');
  expect(ofKind(facts, 'dynamicRead')).toMatchObject([{ accessor: 'process.env', scope: 'f' }]);
  const wrapped = await extract('a.ts', 'const f = (x: string) => process.env[x]; f("A");');
  expect(ofKind(wrapped.facts, 'dynamicRead')).toEqual([]);
});

test('a read tells its place, what keeps it, its comment and what it may be', async () => {
  const { facts } = await extract(
    'a.ts',
    [
      'import { z } from "zod";',
      '/** Where mail comes from. */',
      'export const FROM = process.env.MAIL_FROM;',
      'const config = {',
      '  db: { url: process.env.DATABASE_URL, // the main database',
      '  },',
      '};',
      'const env = z.object({ MODE_X: z.enum(["a", "b"]).describe("how") }).parse(process.env);',
      'function start() {',
      '  // Step 1: listen.',
      '  return process.env.PORT;',
      '}',
    ].join('\n'),
  );
  expect(ofKind(facts, 'envRead')).toMatchObject([
    {
      name: 'MAIL_FROM',
      boundTo: 'FROM',
      comment: 'Where mail comes from.',
      range: { line: 2, column: 20, endColumn: 41 },
    },
    { name: 'DATABASE_URL', boundTo: 'config.db.url', comment: 'the main database' },
    { name: 'MODE_X', boundTo: 'env.MODE_X', comment: 'how', allowed: ['a', 'b'] },
    { name: 'PORT', scope: 'start' },
  ]);
  expect(ofKind(facts, 'envRead')[3]?.comment).toBeUndefined();
});
