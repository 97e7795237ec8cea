import { describe, expect, test } from 'vitest';
import type { Value } from '../../../server/src/model/value';
import { extract, ofKind } from '../../support/extract';

async function requests(code: string, path = 'src/api.ts'): Promise<readonly string[]> {
  const { facts, problems } = await extract(path, code);
  expect(problems).toEqual([]);
  return ofKind(facts, 'setting').map(({ path: name, value, when, scope, range }) =>
    [range.line + 1, name, told(value), when, scope].filter((part) => part !== undefined).join(' | '),
  );
}

function told(value: Value): string {
  return value.t === 'map'
    ? Object.entries(value.entries)
        .map(([key, entry]) => `${key}=${entry.t === 'string' ? entry.v : entry.t}`)
        .join(' ')
    : value.t;
}

async function keys(code: string): Promise<readonly string[]> {
  const { facts } = await extract('src/a.ts', code);
  return ofKind(facts, 'call').map(
    ({ callee, args: [first] }) => `${callee} ${first?.t === 'string' ? first.v : first?.t}`,
  );
}

describe('the Authorization header', () => {
  const CASES: readonly (readonly [code: string, ...expected: string[]])[] = [
    ['fetch("/a", { headers: { Authorization: `Bearer ${t}` } })', '1 | http.Authorization | scheme=Bearer'],
    ['headers["Authorization"] = `Token ${t}`;', '1 | http.Authorization | scheme=Token'],
    ['h.set("Authorization", "Bearer " + t)', '1 | http.Authorization | scheme=Bearer'],
    [
      'const f = () => { const t = localStorage.getItem("jwt"); return { Authorization: `Bearer ${t}` }; }',
      '1 | http.Authorization | scheme=Bearer store=localStorage key=jwt | f',
    ],
    [
      'class A { t = sessionStorage.getItem("jwt"); f() { h.Authorization = `Bearer ${this.t}`; } }',
      '1 | http.Authorization | scheme=Bearer store=sessionStorage key=jwt | A.f',
    ],
    ['// Authorization: `Bearer ${t}`'],
    ['const text = "set Authorization: \'Bearer x\'";'],
    ['const docs = { Authorization: "Needed for every call" };'],
  ];
  test.each(CASES)('%s', async (code, ...expected) => {
    expect(await requests(code)).toEqual(expected);
  });

  test('with every request, where an interceptor sets it', async () => {
    const code = `import axios from 'axios';
const http = axios.create({});
http.interceptors.request.use((config) => {
  config.headers.Authorization = \`Bearer \${token()}\`;
  return config;
});`;
    expect(await requests(code)).toEqual(['4 | http.Authorization | scheme=Bearer | every request']);
  });

  test('never more of a literal than its scheme', async () => {
    const { facts } = await extract('a.ts', 'fetch("/a", { headers: { Authorization: "Bearer not-a-real-key-123" } })');
    expect(JSON.stringify(ofKind(facts, 'setting'))).not.toContain('not-a-real');
  });

  test('not what tests do', async () => {
    expect(await requests('x.Authorization = "Bearer x";', 'src/a.test.ts')).toEqual([]);
  });
});

describe('what follows a 401', () => {
  const CASES: readonly (readonly [code: string, ...expected: string[]])[] = [
    [
      'if (r.status === 401) { localStorage.removeItem("jwt"); location.href = "/login"; }',
      '1 | http.401 | store=localStorage key=jwt goesTo=/login',
    ],
    ['if (e.response && e.response.status === 401) router.push("/sign-in")', '1 | http.401 | goesTo=/sign-in'],
    ['if (e?.status == 401) { window.location.assign("/login") }', '1 | http.401 | goesTo=/login'],
    ['const f = () => { if (s === 401) navigate("/login"); }', '1 | http.401 | goesTo=/login | f'],
    ['if (r.status !== 401) { location.href = "/home"; }'],
    ['if (!(r.status === 401)) { location.href = "/home"; }'],
    ['if (r.status === 401) { retry(); } else { location.href = "/home"; }'],
    ['if (r.status === 401) { retry(); } location.href = "/home";'],
    ['if (r.status === 4010) { location.href = "/home"; }'],
    ['// if (r.status === 401) location.href = "/login"'],
  ];
  test.each(CASES)('%s', async (code, ...expected) => {
    expect(await requests(code)).toEqual(expected);
  });
});

describe('names that the browser keeps something under', () => {
  const CASES: readonly (readonly [code: string, ...expected: string[]])[] = [
    ['const TOKEN_KEY = "shop_token"; localStorage.setItem(TOKEN_KEY, t)', 'localStorage.setItem shop_token'],
    ['class A { key = "shop_token"; f() { localStorage.removeItem(this.key) } }', 'localStorage.removeItem shop_token'],
    ['import Cookies from "js-cookie"; const K = "jwt"; Cookies.set(K, t)', 'js-cookie.set jwt'],
    ['let K = "a"; K = "b"; localStorage.setItem(K, t)', 'localStorage.setItem ref'],
  ];
  test.each(CASES)('%s', async (code, ...expected) => {
    expect(await keys(code)).toEqual(expected);
  });

  test('a constant elsewhere keeps its secret', async () => {
    const code = 'import { send } from "x"; const TOKEN_KEY = "not-a-real-key"; send(TOKEN_KEY)';
    expect(await keys(code)).toEqual(['x.send (hidden)']);
  });
});

describe('development proxies', () => {
  test('of the Vue command line', async () => {
    const code = 'module.exports = { devServer: { proxy: { "/api": { target: "http://localhost:8000" } } } }';
    expect(await requests(code, 'vue.config.js')).toEqual([
      '1 | vue.devServer.proxy./api | target=http://localhost:8000',
    ]);
  });

  test('of Create React App, and of nothing else', async () => {
    const proxied = '{ "proxy": "http://localhost:8000", "dependencies": { "react-scripts": "5.0.1" } }';
    expect(await requests(proxied, 'package.json')).toEqual(['1 | proxy | string']);
    expect(await requests('{ "proxy": "http://localhost:8000" }', 'package.json')).toEqual([]);
  });
});
