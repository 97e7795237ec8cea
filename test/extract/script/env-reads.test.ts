import { describe, expect, test } from 'vitest';
import { extract, ofKind } from '../../support/extract';

/** The reads of a text, one line each: name, presence, default, cast, and `#` where the line is commented out. */
async function reads(code: string, path = 'src/config.ts'): Promise<readonly string[]> {
  const { facts, problems } = await extract(path, code);
  expect(problems).toEqual([]);
  return ofKind(facts, 'envRead').map((read) =>
    [
      read.commentedOut === true ? `#${read.name}` : read.name,
      read.presence,
      ...(read.production === true ? ['production'] : []),
      ...(read.default === undefined ? [] : [`=${read.default}`]),
      ...(read.cast === undefined ? [] : [`:${read.cast}`]),
    ].join(' '),
  );
}

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
  // Defaults and why a read is required.
  ['const a = process.env.NAME ?? "d"', 'NAME default =d'],
  ['const a = process.env.NAME || "d"', 'NAME default =d'],
  ['const a = process.env.PORT || 3000', 'PORT default =3000'],
  ['const a = process.env.TTL ?? 60 * 60', 'TTL default =3600'],
  ['const a = process.env.NAME || ""', 'NAME default ='],
  ['const a = process.env.NAME ?? undefined', 'NAME default'],
  ['const a = process.env.NAME ?? null', 'NAME default'],
  ['const D = "d"; const a = process.env.NAME ?? D', 'NAME default =d'],
  ['const a = process.env.NAME ?? other()', 'NAME default'],
  ['const a = process.env.API_SECRET || "not-a-real-secret"', 'API_SECRET default =(hidden)'],
  ['const a = process.env.DB_URL || "postgres://u:p@localhost/x"', 'DB_URL default =postgres://***:***@localhost/x'],
  ['const a = process.env.NAME ? process.env.NAME : "d"', 'NAME default =d', 'NAME default =d'],
  ['const a = process.env.A || process.env.B || "d"', 'A default', 'B default =d'],
  ['const a = process.env.A || process.env.B', 'A default', 'B guarded'],
  ['process.env.NAME ||= "d"', 'NAME default =d'],
  ['const a = process.env.NAME!', 'NAME bare'],
  ['const a = process.env.NAME as string', 'NAME bare'],
  ['const a = <string>process.env.NAME', 'NAME bare'],
  ['if (!process.env.NAME) throw new Error("x")', 'NAME raises'],
  ['if (!process.env.NAME) { console.error("x"); process.exit(1); }', 'NAME raises'],
  ['if (process.env.NAME === undefined) throw new Error("x")', 'NAME raises'],
  ['if (!process.env.A || !process.env.B) throw new Error("x")', 'A raises', 'B raises'],
  ['const a = process.env.NAME; if (!a) throw new Error("x")', 'NAME raises'],
  ['const a = process.env.NAME; if (!a) { return; }', 'NAME guarded'],
  ['const a = process.env.NAME; if (a) { f(a); }', 'NAME guarded'],
  ['const { NAME } = process.env; if (!NAME) throw new Error("x")', 'NAME raises'],
  ['const a = process.env.NAME || (() => { throw new Error("x"); })()', 'NAME raises'],
  ['const a = process.env.NAME ?? fail("x")', 'NAME raises'],
  ['invariant(process.env.NAME, "x")', 'NAME raises'],
  ['if (!process.env.NAME) throw new Error("x"); f(process.env.NAME)', 'NAME raises', 'NAME raises'],
  [
    'if (process.env.NODE_ENV === "production" && !process.env.NAME) throw new Error("x")',
    'NODE_ENV compared',
    'NAME raises production',
  ],
  ['if (process.env.NAME) f(process.env.NAME)', 'NAME compared', 'NAME guarded'],
  ['const a = process.env.NAME && f(process.env.NAME)', 'NAME compared', 'NAME guarded'],
  ['const a = process.env.NAME ? f(process.env.NAME) : null', 'NAME guarded', 'NAME guarded'],
  ['const a = process.env.NAME?.trim()', 'NAME guarded'],
  ['const a = process.env.NODE_ENV === "production"', 'NODE_ENV compared'],
  ['const a = !!process.env.NAME', 'NAME compared'],
  ['const a = Boolean(process.env.NAME)', 'NAME compared'],
  ['const a = "NAME" in process.env', 'NAME compared'],
  // Functions of this file that get the value.
  ['const clean = (v: string | undefined) => v?.trim() ?? null; clean(process.env.NAME)', 'NAME guarded'],
  ['function time(v: string | undefined, fallback: string) {} time(process.env.NAME, "15m")', 'NAME default =15m'],
  ['function sure(v?: string) { if (!v) throw new Error(); return v; } sure(process.env.NAME)', 'NAME raises'],
  ['function use(v: string) { if (!v.length) throw new Error(); } use(process.env.NAME)', 'NAME bare'],
  // Casts.
  ['const a = parseInt(process.env.PORT || "3000", 10)', 'PORT default =3000 :int'],
  ['const a = parseInt(process.env.PORT) || 3000', 'PORT default =3000 :int'],
  ['const a = Number(process.env.PORT ?? 80)', 'PORT default =80 :number'],
  ['const a = process.env.DEBUG === "true"', 'DEBUG compared :bool'],
  ['const a = (process.env.HOSTS || "a,b").split(",")', 'HOSTS default =a,b :list'],
  ['const a = new URL(process.env.URL)', 'URL bare :url'],
  ['const a = +process.env.PORT', 'PORT bare :number'],
  // Loops over names.
  ['for (const k of ["A", "B"]) { if (!process.env[k]) throw new Error(k); }', 'A raises', 'B raises'],
  ['["A", "B"].forEach((k) => { if (!process.env[k]) throw new Error(k); })', 'A raises', 'B raises'],
  [
    'const need = ["A", "B"]; const no = need.filter((k) => !process.env[k]); if (no.length) throw new Error();',
    'A raises',
    'B raises',
  ],
  // Functions that read what they are told to.
  [
    'function need(n: string) { const v = process.env[n]; if (!v) throw new Error(n); return v; } need("NAME");',
    'NAME raises',
  ],
  ['const get = (n, d = "") => process.env[n] ?? d; get("A"); get("B", "b");', 'A default =', 'B default =b'],
  ['const get = (n) => process.env[n]; const a = get("A") ?? "x";', 'A default =x'],
  [
    'function need(n) { return process.env[n] || fail(n) } function two(k) { return need(k) } two("NAME")',
    'NAME raises',
  ],
  ['class C { get(n) { return process.env[n]; } load() { return this.get("NAME"); } }', 'NAME bare'],
  ['class C { static get(n) { return process.env[n]; } } C.get("NAME");', 'NAME bare'],
  ['function num(n, d) { return parseInt(process.env[n] ?? d) } num("NAME", "5")', 'NAME default =5 :int'],
  // Schemas.
  [
    'import { z } from "zod"; z.object({ A: z.string(), B: z.string().optional(), C: z.coerce.number().default(3) }).parse(process.env)',
    'A raises',
    'B guarded',
    'C default =3 :number',
  ],
  [
    'import { z } from "zod"; const s = z.object({ A: z.string().url() }); const r = s.safeParse(process.env);',
    'A raises :url',
  ],
  [
    'import * as z from "zod"; const b = z.object({ A: z.string() }); b.extend({ B: z.string() }).parse(process.env)',
    'A raises',
    'B raises',
  ],
  [
    'import { z } from "zod"; z.object({ port: z.string().default("1") }).parse({ port: process.env.PORT })',
    'PORT default =1',
    'PORT default =1',
  ],
  [
    'import { z } from "zod"; export const envSchema = z.object({ A_KEY: z.string(), B_KEY: z.string().optional() });',
    'A_KEY raises',
    'B_KEY guarded',
  ],
  [
    'import { createEnv } from "@t3-oss/env-nextjs"; createEnv({ server: { A: z.string().optional() }, runtimeEnv: process.env })',
    'A guarded',
  ],
  [
    'import { createEnv } from "@t3-oss/env-nextjs"; createEnv({ server: { A: z.string().optional() }, runtimeEnv: { A: process.env.A } })',
    'A guarded',
    'A guarded',
  ],
  [
    'import { cleanEnv, str, port } from "envalid"; cleanEnv(process.env, { A: str(), P: port({ default: 80 }) })',
    'A raises',
    'P default =80 :int',
  ],
  ['import { parseEnv } from "znv"; parseEnv(process.env, { A: z.string().min(1) })', 'A raises'],
  [
    'import * as v from "valibot"; v.parse(v.object({ A: v.string(), B: v.optional(v.string(), "b") }), process.env)',
    'A raises',
    'B default =b',
  ],
  [
    'import Joi from "joi"; import { ConfigModule } from "@nestjs/config"; ConfigModule.forRoot({ validationSchema: Joi.object({ A: Joi.string().required(), B: Joi.string() }) })',
    'A raises',
    'B guarded',
  ],
  [
    'import env from "env-var"; env.get("A").required().asPortNumber(); env.get("B").default("b").asString();',
    'A raises :int',
    'B default =b',
  ],
  ['import convict from "convict"; convict({ port: { env: "PORT", default: 80, doc: "x" } })', 'PORT default =80'],
  [
    'import { ConfigService } from "@nestjs/config"; class S { constructor(private readonly c: ConfigService) { this.c.get("A", "a"); c.getOrThrow<string>("B"); } }',
    'A default =a',
    'B raises',
  ],
  ['import { defineSecret } from "firebase-functions/params"; const k = defineSecret("NAME");', 'NAME bare'],
  ['import { env } from "prisma/config"; export default { url: env("DATABASE_URL") }', 'DATABASE_URL raises'],
  [
    'import { Type } from "@sinclair/typebox"; import { Value } from "@sinclair/typebox/value"; Value.Parse(Type.Object({ A: Type.String(), B: Type.Optional(Type.String()), C: Type.Number({ default: 3 }) }), process.env)',
    'A raises',
    'B guarded',
    'C default =3 :number',
  ],
  [
    'import fastifyEnv from "@fastify/env"; import Fastify from "fastify"; const app = Fastify(); const schema = { type: "object", required: ["A"], properties: { A: { type: "string" }, B: { type: "integer", default: 3 }, C: { type: "string" } } }; app.register(fastifyEnv, { schema });',
    'A raises',
    'B default =3 :int',
    'C guarded',
  ],
  [
    'import { plainToInstance } from "class-transformer"; class EnvironmentVariables { @IsString() A: string; @IsOptional() @IsString() B?: string; PORT: number = 3000; } function validate(c) { return plainToInstance(EnvironmentVariables, c); }',
    'A raises',
    'B guarded',
    'PORT default =3000 :number',
  ],
  ['function load(e) { return e.NAME; } load(process.env)', 'NAME bare'],
  ['const load = (e: Source) => e.NAME ?? "d"; load(process.env)', 'NAME default =d'],
  ['import Config from "react-native-config"; f(Config.API_URL)', 'API_URL bare'],
  ['import { API_URL } from "@env"', 'API_URL bare'],
  // Workers.
  [
    'interface Env { NAME: string; DB: D1Database } export default { fetch(r: Request, env: Env) { f(env.NAME, env.DB); } }',
    'NAME bare',
  ],
  [
    'import { Hono } from "hono"; const app = new Hono<{ Bindings: { NAME: string; KV: KVNamespace } }>(); app.get("/", (c) => f(c.env.NAME, c.env.KV));',
    'NAME bare',
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
