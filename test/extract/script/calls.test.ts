import { describe, expect, test } from 'vitest';
import { extract, ofKind } from '../../support/extract';

async function calls(code: string, path = 'src/a.ts'): Promise<readonly string[]> {
  const { facts, problems } = await extract(path, code);
  expect(problems).toEqual([]);
  return ofKind(facts, 'call').map((call) => `${call.construct === true ? 'new ' : ''}${call.callee}`);
}

const FORMS: readonly (readonly [code: string, ...expected: string[]])[] = [
  // Where a callee starts.
  ['import a from "x"; a()', 'x'],
  ['import a from "x"; a.b.c()', 'x.b.c'],
  ['import * as a from "x"; a.b()', 'x.b'],
  ['import { a } from "x"; a()', 'x.a'],
  ['import { a as b } from "@s/x/y"; b.c()', '@s/x/y.a.c'],
  ['import a = require("x"); a.b()', 'x.b'],
  ['const a = require("x"); a.b()', 'x.b'],
  ['const { a } = require("x"); a()', 'x.a'],
  ['const a = require("x").b; a.c()', 'x.b.c'],
  ['require("x").b()', 'x.b'],
  ['const a = await import("x"); a.b()', 'x.b'],
  ['(await import("x")).b()', 'x.b'],
  ['const { a } = await import("x"); a()', 'x.a'],
  ['import a from "./x"; a.b()', './x.default.b'],
  ['import { s } from "@/lib/x"; s.b()', '@/lib/x.s.b'],
  ['import * as a from "../x"; a.b()', '../x.b'],
  // What names are bound to.
  ['import S from "s"; const s = new S("k"); s.a.b()', 'new s', 's.a.b'],
  ['import { C } from "x"; const c = new C(); c.send(1)', 'new x.C', 'x.C.send'],
  ['import { make } from "x"; const c = make(); c.send()', 'x.make', 'x.make.send'],
  ['import { make } from "x"; const c = await make(); c.send()', 'x.make', 'x.make.send'],
  ['import { C } from "x"; let c; c = new C(); c.send()', 'new x.C', 'x.C.send'],
  ['import { C } from "x"; let c: C | undefined; c.send()', 'x.C.send'],
  ['import { C } from "x"; const c = globalThis.c ?? new C(); c.send()', 'new x.C', 'x.C.send'],
  ['import { C } from "x"; const c = (global as any).c || new C(); c.send()', 'new x.C', 'x.C.send'],
  ['import S from "s"; const { a } = new S(); a.b()', 'new s', 's.a.b'],
  ['import S from "s"; const a = new S().a; a.b()', 'new s', 's.a.b'],
  ['import { C } from "x"; class K { c = new C(); f() { this.c.send(); } }', 'new x.C', 'x.C.send'],
  ['import { C } from "x"; class K { #c = new C(); f() { this.#c.send(); } }', 'new x.C', 'x.C.send'],
  [
    'import { C } from "x"; class K { private c: C; constructor() { this.c = new C(); } f() { this.c.send(); } }',
    'new x.C',
    'x.C.send',
  ],
  ['import { C } from "x"; class K { constructor(private readonly c: C) {} f() { this.c.send(); } }', 'x.C.send'],
  ['import { C } from "x"; class K { constructor(@Inject() private c: C) {} f() { this.c.send(); } }', 'x.C.send'],
  ['import type { C } from "x"; function f(c: C) { c.send(); }', 'x.C.send'],
  ['import S from "s"; function get() { return new S(); } get().a()', 'new s', 's.a'],
  ['import S from "s"; const get = () => new S(); get().a()', 'new s', 's.a'],
  ['import S from "s"; let c; function get() { if (!c) { c = new S(); } return c; } get().a()', 'new s', 's.a'],
  ['import { useRef } from "react"; import S from "s"; const c = useRef(new S()); c.a()', 'new s', 's.a'],
  // What stands in between is looked through.
  ['import a from "x"; a?.b?.c()', 'x.b.c'],
  ['import a from "x"; a!.b()', 'x.b'],
  ['import a from "x"; (a as any).b()', 'x.b'],
  ['import a from "x"; a["b"]()', 'x.b'],
  ['import a from "x"; a.b<string>(1)', 'x.b'],
  ['import a from "x"; a.sql`select 1`', 'x.sql'],
  ['import a from "x"; (await a.b()).c()', 'x.b.c', 'x.b'],
  ['import a from "x"; a.b().c()', 'x.b', 'x.b.c'],
  ['import a from "x";\na\n  .b()\n  .c();', 'x.b', 'x.b.c'],
  // Globals that say something.
  ['fetch("https://x.io")', 'fetch'],
  ['window.fetch("/x")', 'fetch'],
  ['localStorage.setItem("token", t)', 'localStorage.setItem'],
  ['window.sessionStorage.getItem("x")', 'sessionStorage.getItem'],
  ['document.cookie = "a=b"', 'document.cookie'],
  ['new WebSocket("wss://x.io")', 'new WebSocket'],
];

describe('calls', () => {
  test.each(FORMS.map(([code, ...expected]) => ({ code, expected })))('$code', async ({ code, expected }) => {
    expect([...(await calls(code))].sort()).toEqual([...expected].sort());
  });
});

const NO_CALL: readonly string[] = [
  'local()',
  'console.log("x")',
  'function f() {} f()',
  'import a from "x"; function f(a) { a.b(); }',
  'import a from "x"; const f = ({ a }) => a.b();',
  'import a from "x"; const f = ([a]) => a.b();',
  'import a from "x"; function f() { const a = local(); a.b(); }',
  'import a from "x"; for (const a of list) { a.b(); }',
  'import { C } from "x"; class K { c = new Local(); f() { this.c.send(); } }',
  'import { C } from "x"; function f(c: C[]) { c.push(1); }',
  'function fetch() {} fetch("x")',
  'const a = "import"; a.b()',
  '// import a from "x"; a.b()',
];

describe('no calls', () => {
  test.each(NO_CALL)('%s', async (code) => {
    expect(await calls(code)).toEqual([]);
  });
});

test('what a call returned is not the function that returned it', async () => {
  expect(await calls('import { useT } from "x"; const t = useT(); t("key")')).toEqual(['x.useT']);
  expect(await calls('import a from "x"; const { data } = await a.get(); data.b()')).toEqual(['x.get']);
});

test('a call tells its arguments, its result and where it stands', async () => {
  const { facts } = await extract(
    'a.ts',
    [
      'import Stripe from "stripe";',
      'const VERSION = "2024-04-10";',
      'export class Pay {',
      '  readonly client = new Stripe(process.env.STRIPE_KEY!, { apiVersion: VERSION, timeout: 30 * 1000 });',
      '  charge = async (amount: number) => { const made = await this.client.charges.create({ amount, to: `c-${amount}` }); };',
      '}',
    ].join('\n'),
  );
  expect(ofKind(facts, 'call')).toMatchObject([
    {
      callee: 'stripe',
      construct: true,
      result: 'this.client',
      scope: 'Pay',
      args: [
        { t: 'env', name: 'STRIPE_KEY' },
        { t: 'map', entries: { apiVersion: { t: 'string', v: '2024-04-10' }, timeout: { t: 'number', v: 30_000 } } },
      ],
    },
    {
      callee: 'stripe.charges.create',
      result: 'made',
      scope: 'Pay.charge',
      args: [
        {
          t: 'map',
          entries: {
            amount: { t: 'ref', path: 'amount' },
            to: {
              t: 'template',
              parts: [
                { t: 'string', v: 'c-' },
                { t: 'ref', path: 'amount' },
              ],
            },
          },
        },
      ],
    },
  ]);
});

test('decorators tell what they stand before', async () => {
  const { facts } = await extract(
    'a.ts',
    'import { Injectable, Get } from "n";\n@Injectable()\nexport class A {\n  @Get("x")\n  async list() {}\n}',
  );
  expect(ofKind(facts, 'call')).toMatchObject([
    { callee: 'n.Injectable', decorates: 'A' },
    { callee: 'n.Get', decorates: 'list', scope: 'A' },
  ]);
});

test('values say what can be told without running', async () => {
  const value = async (code: string): Promise<unknown> => {
    const { facts } = await extract('a.ts', `import { f, B } from "x"; f(${code});`);
    return ofKind(facts, 'call').find((call) => call.callee === 'x.f')?.args[0];
  };
  expect(await value('"a\\n\\u0041"')).toEqual({ t: 'string', v: 'a\nA' });
  expect(await value('1_000')).toEqual({ t: 'number', v: 1000 });
  expect(await value('-2')).toEqual({ t: 'number', v: -2 });
  expect(await value('[1, true, null]')).toEqual({
    t: 'list',
    items: [{ t: 'number', v: 1 }, { t: 'bool', v: true }, { t: 'null' }],
  });
  expect(await value('B.c')).toEqual({ t: 'ref', path: 'x.B.c' });
  expect(await value('new B(1)')).toEqual({ t: 'call', callee: 'x.B', args: [{ t: 'number', v: 1 }], keywords: {} });
  expect(await value('a ?? "b"')).toEqual({
    t: 'either',
    options: [
      { t: 'ref', path: 'a' },
      { t: 'string', v: 'b' },
    ],
  });
  expect(await value('process.env.A ?? "b"')).toEqual({ t: 'env', name: 'A', default: { t: 'string', v: 'b' } });
  expect(await value('process.env.A?.split(",") ?? ["b"]')).toEqual({
    t: 'env',
    name: 'A',
    default: { t: 'list', items: [{ t: 'string', v: 'b' }] },
  });
  expect(await value('"a" + b')).toEqual({
    t: 'template',
    parts: [
      { t: 'string', v: 'a' },
      { t: 'ref', path: 'b' },
    ],
  });
  expect(await value('() => 1')).toEqual({ t: 'other' });
});

test('secrets never become values', async () => {
  const { facts } = await extract(
    'a.ts',
    'import a from "x"; const password = "not-a-real-password"; a({ apiKey: "not-a-real-key", password, url: "https://u:not-a-real-pw@h.io" });',
  );
  expect(JSON.stringify(facts)).not.toContain('not-a-real');
});

test('hostile code is read within bounds', async () => {
  const chain = `import a from "x"; a${'.b()'.repeat(3000)};`;
  const nested = `import a from "x"; a(${'['.repeat(2000)}${']'.repeat(2000)});`;
  const circle = 'const a = b; const b = a; a.c(); function f() { return f(); } f().x();';
  for (const code of [chain, nested, circle]) {
    const { facts, problems } = await extract('a.ts', code);
    expect(problems).toEqual([]);
    expect(facts.length).toBeLessThan(200);
  }
});
