import { describe, expect, test } from 'vitest';
import { reads } from './reads';

const FORMS: readonly (readonly [code: string, ...expected: string[]])[] = [
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
];

describe('loops, wrappers and schemas', () => {
  test.each(FORMS.map(([code, ...expected]) => ({ code, expected })))('$code', async ({ code, expected }) => {
    expect(await reads(code)).toEqual(expected);
  });
});
