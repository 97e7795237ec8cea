import { describe, expect, test } from 'vitest';
import { extract, ofKind } from '../../support/extract';

/** Routes and mounts, one line each: `router METHOD /path handler`, `router + /prefix -> target`. */
async function routes(code: string, path = 'src/a.ts'): Promise<readonly string[]> {
  const { facts, problems } = await extract(path, code);
  expect(problems).toEqual([]);
  return facts.flatMap((fact) => {
    if (fact.kind === 'route') {
      return [
        [fact.router ?? '-', fact.method, fact.path, ...(fact.handler === undefined ? [] : [fact.handler])].join(' '),
      ];
    }
    return fact.kind === 'mount' ? [`${fact.router} + ${fact.prefix} -> ${fact.target}`] : [];
  });
}

const EXPRESS = 'import express, { Router } from "express"; const app = express(); const r = Router();';
const FASTIFY = 'import Fastify from "fastify"; const app = Fastify();';
const HONO = 'import { Hono } from "hono"; const app = new Hono();';

const FORMS: readonly (readonly [code: string, ...expected: string[]])[] = [
  [`${EXPRESS} app.get("/a/:id", (q, s) => s.end())`, 'app GET /a/:id'],
  [`${EXPRESS} r.post("/a", auth, create)`, 'r POST /a create'],
  [`${EXPRESS} r.delete("/a", wrap(users.remove))`, 'r DELETE /a users.remove'],
  [`${EXPRESS} r.all("*", h)`, 'r ANY * h'],
  [`${EXPRESS} r.route("/a").get(list).post(make)`, 'r GET /a list', 'r POST /a make'],
  [`${EXPRESS} const P = "/a"; r.get(P, h)`, 'r GET /a h'],
  [`import h from "./h"; ${EXPRESS} r.get("/a", h.list)`, 'r GET /a ./h.default.list'],
  [`${EXPRESS} app.use("/api", r)`, 'app + /api -> r'],
  [`${EXPRESS} import users from "./users"; app.use("/users", auth, users)`, 'app + /users -> ./users#default'],
  [`${EXPRESS} import { users } from "./users"; app.use("/users", users)`, 'app + /users -> ./users#users'],
  [`${EXPRESS} import { make } from "./users"; app.use("/users", make(db))`, 'app + /users -> ./users#make'],
  [`${EXPRESS} app.use("/a", require("./a"))`, 'app + /a -> ./a#default'],
  [`${EXPRESS} const a = require("./a"); app.use("/a", a)`, 'app + /a -> ./a#default'],
  [`${EXPRESS} app.use(r)`, 'app +  -> r'],
  ['const express = require("express"); const r = express.Router(); r.put("/a", h)', 'r PUT /a h'],
  ['import type { Express } from "express"; export function add(app: Express) { app.get("/a", h); }', 'app GET /a h'],
  ['import { Request } from "express"; import { app } from "./app"; app.get("/a", h)', 'app GET /a h'],
  [`${FASTIFY} app.get("/a", async () => 1)`, 'app GET /a'],
  [`${FASTIFY} app.get("/a", { schema }, h)`, 'app GET /a h'],
  [`${FASTIFY} app.get("/ws", { websocket: true }, h)`, 'app WS /ws h'],
  [`${FASTIFY} app.route({ method: ["GET", "HEAD"], url: "/a", handler: h })`, 'app GET /a h', 'app HEAD /a h'],
  [`${FASTIFY} import users from "./users"; app.register(users, { prefix: "/u" })`, 'app + /u -> ./users#default'],
  [
    `${FASTIFY} app.register(async (api) => { api.get("/a", h); }, { prefix: "/v1" })`,
    'app + /v1 -> api',
    'api GET /a h',
  ],
  [
    'import { FastifyInstance } from "fastify"; export default async function (f: FastifyInstance) { f.get("/a", h); }',
    'f GET /a h',
  ],
  [`${HONO} app.get("/a", (c) => c.text("x"))`, 'app GET /a'],
  [`${HONO} app.on(["PUT", "DELETE"], "/a", h)`, 'app PUT /a', 'app DELETE /a'],
  [`${HONO} import { sub } from "./sub"; app.route("/s", sub)`, 'app + /s -> ./sub#sub'],
  [
    'import { Hono } from "hono"; const app = new Hono().basePath("/api").get("/a", h)',
    'app + /api -> app',
    'app GET /a h',
  ],
  [
    'import { Hono } from "hono"; export default new Hono().get("/a", h).post("/b", h)',
    'default GET /a h',
    'default POST /b h',
  ],
  [
    'import Router from "@koa/router"; const r = new Router({ prefix: "/u" }); r.get("/a", h)',
    'r + /u -> r',
    'r GET /a h',
  ],
  ['import { Elysia } from "elysia"; const app = new Elysia({ prefix: "/x" }).get("/a", h)', 'app GET /a h'],
  [
    'import Hapi from "@hapi/hapi"; const s = Hapi.server(); s.route({ method: "GET", path: "/a", handler: h })',
    's GET /a h',
  ],
  [
    'import { Controller, Get, Post } from "@nestjs/common"; @Controller("users") export class U { @Get(":id") one() {} @Post() make() {} }',
    'U + /users -> U',
    'U GET /:id U.one',
    'U POST / U.make',
  ],
  [
    'import { Controller, All } from "@nestjs/common"; @Controller({ path: "u", version: "2" }) class U { @All(["a", "b"]) x() {} }',
    'U + /v2/u -> U',
    'U ANY /a U.x',
    'U ANY /b U.x',
  ],
  [
    'import { NestFactory } from "@nestjs/core"; const app = await NestFactory.create(M); app.setGlobalPrefix("api")',
    ' + /api -> ',
  ],
  ['import { Server } from "socket.io"; const io = new Server(http)', '- WS /socket.io'],
  ['import { WebSocketServer } from "ws"; const w = new WebSocketServer({ server, path: "/ws" })', '- WS /ws'],
];

describe('routes', () => {
  test.each(FORMS.map(([code, ...expected]) => ({ code, expected })))('$code', async ({ code, expected }) => {
    expect([...(await routes(code))].sort()).toEqual([...expected].sort());
  });
});

const PLACES: readonly (readonly [path: string, code: string, ...expected: string[]])[] = [
  [
    'app/api/a/route.ts',
    'export async function GET() {} export const POST = h;',
    '- GET /api/a GET',
    '- POST /api/a POST',
  ],
  ['apps/web/src/app/(site)/api/[id]/route.ts', 'export function DELETE() {}', '- DELETE /api/[id] DELETE'],
  [
    'app/api/auth/[...all]/route.ts',
    'export const { GET, POST } = handlers;',
    '- GET /api/auth/[...all] GET',
    '- POST /api/auth/[...all] POST',
  ],
  [
    'app/api/auth/route.ts',
    'export { handler as GET, handler as POST };',
    '- GET /api/auth GET',
    '- POST /api/auth POST',
  ],
  ['pages/api/users/index.ts', 'export default function handler() {}', '- ANY /api/users'],
  ['src/pages/api/users/[id].js', 'module.exports = handler', '- ANY /api/users/[id]'],
  ['src/routes/api/(x)/u/+server.ts', 'export const GET = async () => {};', '- GET /api/u GET'],
  ['server/api/users/[id].put.ts', 'export default defineEventHandler(() => 1)', '- PUT /api/users/[id]'],
  ['server/routes/index.ts', 'export default defineEventHandler(() => 1)', '- ANY /'],
  ['app/api/a/route.ts', 'export const runtime = "edge"; function GET() {}'],
  ['src/app/a/page.tsx', 'export default function Page() {}'],
  ['server/api/users.ts', 'export default router'],
  ['lib/route.ts', 'export function GET() {}'],
];

describe('routes by place', () => {
  test.each(PLACES.map(([path, code, ...expected]) => ({ path, code, expected })))(
    '$path',
    async ({ path, code, expected }) => {
      expect(await routes(code, path)).toEqual(expected);
    },
  );
});

const NO_ROUTE: readonly string[] = [
  'const m = new Map(); m.get("/a", 1)',
  'import axios from "axios"; axios.get("/a", {})',
  'import axios from "axios"; const api = axios.create(); api.get("/a", h)',
  'import api from "./api"; api.get("/a", {})',
  'import request from "supertest"; request(app).get("/a")',
  'cy.get("/a", {})',
  `${EXPRESS} app.get("title")`,
  `${EXPRESS} app.set("/a", h)`,
  `${EXPRESS} app.use(express.json())`,
  `${EXPRESS} app.use(cors())`,
  `${EXPRESS} app.use("/a", (q, s) => {})`,
  `${HONO} app.use("*", auth)`,
  `${EXPRESS} function f(app) { const x = app.locals; }`,
  'const app = make(); app.get("/a", h)',
  'import { Get } from "./decorators"; class A { @Get("x") f() {} }',
];

describe('no routes', () => {
  test.each(NO_ROUTE)('%s', async (code) => {
    expect(await routes(code)).toEqual([]);
  });

  test('tests ask for routes and register none', async () => {
    expect(await routes(`${EXPRESS} app.get("/a", h)`, 'src/a.test.ts')).toEqual([]);
  });
});

test('a route names its framework', async () => {
  const framework = async (code: string, path?: string): Promise<unknown> =>
    ofKind((await extract(path ?? 'a.ts', code)).facts, 'route')[0]?.framework;
  expect(await framework(`${EXPRESS} app.get("/a", h)`)).toBe('express');
  expect(await framework(`${FASTIFY} app.get("/a", h)`)).toBe('fastify');
  expect(await framework(`${HONO} app.get("/a", h)`)).toBe('hono');
  expect(await framework('export function GET() {}', 'app/api/route.ts')).toBe('next');
});

describe('what stands around a handler', () => {
  async function around(code: string) {
    const { facts } = await extract('src/a.ts', code);
    return ofKind(facts, 'route').map(({ method, path, through, body }) => ({
      route: `${method} ${path}`,
      through,
      body,
    }));
  }

  test('middleware by its names, and the lines of a handler written in place', async () => {
    const code = `${EXPRESS}\nr.post("/a", auth, limit({ max: 5 }), async (q, s) => {\n  s.end();\n});\nr.get("/b", wrap(async () => {\n}));`;
    expect(await around(code)).toEqual([
      { route: 'POST /a', through: ['auth', 'limit'], body: [1, 3] },
      { route: 'GET /b', through: undefined, body: [4, 5] },
    ]);
  });

  test('a handler by name has no lines here', async () => {
    expect(await around(`${EXPRESS}\nr.get("/a", list);`)).toEqual([
      { route: 'GET /a', through: undefined, body: undefined },
    ]);
  });

  test('each of a chain has its own lines', async () => {
    const code = `${EXPRESS}\nr.route("/a")\n  .get(() => {})\n  .post(auth, () => {\n  });`;
    expect(await around(code)).toEqual([
      { route: 'GET /a', through: undefined, body: [2, 2] },
      { route: 'POST /a', through: ['auth'], body: [3, 4] },
    ]);
  });
});
