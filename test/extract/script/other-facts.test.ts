import { describe, expect, test } from 'vitest';
import { extract, ofKind } from '../../support/extract';

describe('addresses', () => {
  const urls = async (code: string): Promise<readonly string[]> =>
    ofKind((await extract('src/a.tsx', code)).facts, 'url').map(
      (url) => `${url.fetched === true ? '! ' : ''}${url.url}`,
    );

  test.each([
    ['fetch("https://api.x.io/v1/a")', '! https://api.x.io/v1/a'],
    [`fetch(\`https://api.x.io/\${id}/b?q=\${q}\`)`, '! https://api.x.io/{}/b'],
    ['const BASE = "https://api.x.io"; fetch(`${BASE}/a`)', '! https://api.x.io'],
    ['const BASE = process.env.B || "https://api.x.io"; fetch(BASE + "/a")', '! https://api.x.io'],
    ['import axios from "axios"; axios.create({ baseURL: "https://api.x.io" })', '! https://api.x.io'],
    ['import axios from "axios"; const c = axios.create(); c.post("https://api.x.io/a")', '! https://api.x.io/a'],
    ['import OpenAI from "openai"; new OpenAI({ baseURL: "https://api.x.io/v1" })', '! https://api.x.io/v1'],
    ['new WebSocket("wss://rt.x.io")', '! wss://rt.x.io'],
    ['fetch(new URL("https://api.x.io/a"))', '! https://api.x.io/a'],
    ['const a = "https://u:p@x.io/a"', 'https://x.io/a'],
    ['const origins = ["https://app.x.io"]', 'https://app.x.io'],
    ['local("https://x.io")', 'https://x.io'],
    ['<img src="https://cdn.x.io/a.png" />', 'https://cdn.x.io/a.png'],
  ])('%s', async (code, expected) => {
    expect(await urls(code)).toEqual([expected]);
  });

  test('servers of calls between browsers', async () => {
    const code =
      'new RTCPeerConnection({ iceServers: [{ urls: "stun:stun.x.io:3478" }, { urls: ["turns:t.x.io?transport=tcp"] }] })';
    expect(await urls(code)).toEqual(['stun:stun.x.io:3478', 'turns:t.x.io']);
    expect(
      await urls('const a = `turn:${host}:3478`; const b = { turn: "turn:left", urls: "stun:", c: "turn: to x.io" };'),
    ).toEqual([]);
  });

  test.each([
    '// https://x.io',
    '/* https://x.io */',
    'const a = "see https://x.io for more"',
    '<a href="https://x.io">x</a>',
    '<input placeholder="https://x.io" />',
    '<p>https://x.io</p>',
    'import a from "https://deno.land/x/a.ts"',
    'const a = `${b}://x.io`',
    'const a = "http://www.w3.org/2000/svg"',
    'ApiProperty({ example: "https://x.io" })',
  ])('none: %s', async (code) => {
    expect(await urls(code)).toEqual([]);
  });
});

describe('bindings', () => {
  const bindings = async (code: string, path = 'src/a.ts'): Promise<unknown> =>
    Object.fromEntries(
      ofKind((await extract(path, code)).facts, 'binding').map(({ name, value, exported }) => [
        name,
        [exported === true, value],
      ]),
    );

  test('constants, clients and what is exported of them', async () => {
    expect(
      await bindings(
        [
          'import S from "s"; import { other } from "./other";',
          'const LIMIT = 10;',
          'export const s = new S("k"), MODEL = "m";',
          'const hidden = () => 1;',
          'export { LIMIT as MOST, other };',
          'export { deep as d } from "./deep";',
          'export default s;',
          'export type T = string;',
          'function f() { const inner = 1; }',
        ].join('\n'),
      ),
    ).toEqual({
      LIMIT: [true, { t: 'number', v: 10 }],
      s: [true, { t: 'call', callee: 's', args: [{ t: 'string', v: 'k' }], keywords: {} }],
      MODEL: [true, { t: 'string', v: 'm' }],
      MOST: [true, { t: 'ref', path: 'LIMIT' }],
      other: [true, { t: 'ref', path: './other.other' }],
      d: [true, { t: 'ref', path: './deep.deep' }],
      default: [true, { t: 'ref', path: 's' }],
    });
  });

  test('functions and classes that are exported', async () => {
    expect(
      await bindings(
        'import S from "s"; export function get() { return new S(); } export class A {} export default function main() {} function no() {}',
      ),
    ).toEqual({
      get: [true, { t: 'call', callee: 's', args: [], keywords: {} }],
      A: [true, { t: 'other' }],
      main: [true, { t: 'other' }],
      default: [true, { t: 'ref', path: 'main' }],
    });
  });

  test('a function that reads the variable it is told', async () => {
    expect(await bindings('export function need(n: string, d = "x") { return process.env[n] ?? d; }')).toEqual({
      need: [
        true,
        {
          t: 'call',
          callee: 'process.env',
          args: [{ t: 'ref', path: '{0}' }],
          keywords: {
            presence: { t: 'string', v: 'default' },
            fallback: { t: 'ref', path: '{1}' },
            default: { t: 'string', v: 'x' },
          },
        },
      ],
    });
  });

  test('CommonJS exports', async () => {
    expect(await bindings('const a = 1; exports.b = 2; module.exports = { a };', 'a.js')).toEqual({
      b: [true, { t: 'number', v: 2 }],
      default: [true, { t: 'map', entries: { a: { t: 'number', v: 1 } } }],
      a: [true, { t: 'number', v: 1 }],
    });
  });
});

test('models, tables and collections', async () => {
  const models = async (code: string): Promise<readonly string[]> =>
    ofKind((await extract('src/a.ts', code)).facts, 'model').map((m) => [m.orm, m.name, m.table ?? '-'].join(' '));
  expect(
    await models('import { pgTable } from "drizzle-orm/pg-core"; export const users = pgTable("app_users", {})'),
  ).toEqual(['drizzle users app_users']);
  expect(await models('import mongoose from "mongoose"; mongoose.model("User", schema)')).toEqual(['mongoose User -']);
  expect(await models('import { model } from "mongoose"; model("User", schema)')).toEqual(['mongoose User -']);
  expect(await models('import { Entity } from "typeorm"; @Entity("users") export class User {}')).toEqual([
    'typeorm User users',
  ]);
  expect(await models('import { Entity } from "typeorm"; @Entity({ name: "users" }) export class User {}')).toEqual([
    'typeorm User users',
  ]);
  expect(
    await models('import { Sequelize } from "sequelize"; const s = new Sequelize(u); s.define("User", {})'),
  ).toEqual(['sequelize User -']);
  expect(await models('import { MongoClient } from "mongodb"; new MongoClient(u).db("x").collection("users")')).toEqual(
    ['mongodb users -'],
  );
  expect(
    await models(
      'import { createClient } from "@supabase/supabase-js"; const s = createClient(u, k); s.from("users").select(); s.from("users"); s.storage.from("files")',
    ),
  ).toEqual(['supabase users -']);
  expect(
    await models('import { Entity } from "./x"; @Entity("a") class A {} Array.from("a"); db.collection("a")'),
  ).toEqual([]);
});

test('jobs', async () => {
  const jobs = async (code: string): Promise<readonly string[]> =>
    ofKind((await extract('src/a.ts', code)).facts, 'job').map((job) =>
      [job.system, job.name, job.queue ?? '-', job.schedule ?? '-'].join(' | '),
    );
  expect(
    await jobs(
      'import { Queue, Worker } from "bullmq"; const q = new Queue("mail"); new Worker("mail", h); q.add("daily", {}, { repeat: { pattern: "0 3 * * *" } }); q.add("once", {});',
    ),
  ).toEqual(['bullmq | mail | mail | -', 'bullmq | mail | mail | -', 'bullmq | daily | mail | 0 3 * * *']);
  expect(await jobs('import cron from "node-cron"; const AT = "0 * * * *"; cron.schedule(AT, cleanUp)')).toEqual([
    'node-cron | cleanUp | - | 0 * * * *',
  ]);
  expect(await jobs('import { CronJob } from "cron"; const job = new CronJob("* * * * *", () => {})')).toEqual([
    'cron | job | - | * * * * *',
  ]);
  expect(
    await jobs(
      'import { Inngest } from "inngest"; const i = new Inngest({ id: "x" }); i.createFunction({ id: "f" }, { cron: "0 0 * * *" }, h); i.createFunction({ id: "g" }, { event: "a/b" }, h);',
    ),
  ).toEqual(['inngest | f | - | 0 0 * * *', 'inngest | g | a/b | -']);
  expect(
    await jobs(
      'import { Cron, CronExpression } from "@nestjs/schedule"; class A { @Cron(CronExpression.EVERY_HOUR) f() {} @Cron("0 1 * * *") g() {} }',
    ),
  ).toEqual(['nestjs-schedule | f | - | EVERY_HOUR', 'nestjs-schedule | g | - | 0 1 * * *']);
  expect(await jobs('import { Processor } from "@nestjs/bullmq"; @Processor("mail") class P {}')).toEqual([
    'bullmq | P | mail | -',
  ]);
  expect(await jobs('import { schedule } from "./cron"; schedule("0 * * * *", f); new Queue("x")')).toEqual([]);
});

test('build settings', async () => {
  const settings = async (path: string, code: string): Promise<readonly string[]> =>
    ofKind((await extract(path, code)).facts, 'setting').map((s) => `${s.system} ${s.path} ${JSON.stringify(s.value)}`);
  expect(
    await settings(
      'web/vite.config.ts',
      'import { defineConfig } from "vite"; export default defineConfig(({ mode }) => { return { server: { port: 3000, proxy: { "/api": { target: "http://localhost:8000" }, "/ws": "ws://localhost:8000" } }, test: { a: 1 } }; });',
    ),
  ).toEqual([
    'vite server.port {"t":"number","v":3000}',
    'vite server.proxy./api {"t":"map","entries":{"target":{"t":"string","v":"http://localhost:8000"}}}',
    'vite server.proxy./ws {"t":"string","v":"ws://localhost:8000"}',
  ]);
  expect(
    await settings(
      'next.config.js',
      'const config = { output: "standalone", async rewrites() { return [{ source: "/a", destination: "https://x.io/a" }]; } }; module.exports = withX(config);',
    ),
  ).toEqual([
    'next output {"t":"string","v":"standalone"}',
    'next rewrites {"t":"list","items":[{"t":"map","entries":{"source":{"t":"string","v":"/a"},"destination":{"t":"string","v":"https://x.io/a"}}}]}',
  ]);
  expect(await settings('src/server.ts', 'export default { server: { port: 1 } }')).toEqual([]);
});
