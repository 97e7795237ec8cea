import { describe, expect, it } from 'vitest';
import { snapshotOf } from '../support/snapshot';

async function told(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { unrecognised } = await snapshotOf(files);
  return unrecognised.map(({ kind, name, places }) => `${kind} ${name} ${places.map(({ line }) => line + 1)}`);
}
const depends = (...names: readonly string[]) =>
  JSON.stringify({ name: 'shop', dependencies: Object.fromEntries(names.map((name) => [name, '1.0.0'])) });

describe('unrecognised', () => {
  it.each([
    ['a host that is asked', 'fetch("https://orders.acme-shipping.io/list");', ['host orders.acme-shipping.io 1']],
    [
      'an API that a constant names',
      'const BASE = "https://api.acme-shipping.io/v2";',
      ['host api.acme-shipping.io 1'],
    ],
    ['an API by its path', 'const BASE = "https://acme-shipping.io/api/v2/";', ['host acme-shipping.io 1']],
    ['no page that is linked', 'const help = "https://acme-shipping.io/help";', []],
    ['no host of an example', 'fetch("https://api.example.com/v1");', []],
    ['no machine of its own', 'fetch("http://localhost:3000/api");', []],
    ['no host that the catalog knows', 'fetch("https://api.stripe.com/v1");', []],
    ['no font', 'fetch("https://fonts.gstatic.com/s/inter/v12/a.woff2");', []],
    ['no address that is only compared', 'if (u.startsWith("https://api.acme-shipping.io/v2")) go();', []],
    ['no path that an entry knows', 'fetch("https://www.google.com/recaptcha/api/siteverify");', []],
    ['a path that it does not know', 'fetch("https://www.google.com/search?q=a");', ['host www.google.com 1']],
    ['no comment', '// fetch("https://api.acme-shipping.io/v1");', []],
  ])('tells %s', async (_, code, expected) => {
    expect(await told({ 'a.ts': code })).toEqual(expected);
  });

  it.each([
    ['a client that is imported', depends('acme-sdk'), 'import { A } from "acme-sdk";', ['package acme-sdk 1']],
    [
      'a client of a scope',
      depends('@acme/api-client'),
      'import "@acme/api-client/v2";',
      ['package @acme/api-client 1'],
    ],
    ['no client that is never imported', depends('acme-sdk'), 'export const a = 1;', []],
    ['no type alone', depends('acme-sdk'), 'import type { A } from "acme-sdk";', []],
    ['no tool', depends('core-js', 'ts-node'), 'import "core-js"; import "ts-node";', []],
    [
      'no framework',
      depends('@react-router/node', '@tauri-apps/api', 'chrono-node'),
      'import "@react-router/node"; import "@tauri-apps/api"; import "chrono-node";',
      [],
    ],
    ['no ordinary package', depends('left-pad'), 'import pad from "left-pad";', []],
    ['no alias of the project', depends('x'), 'import { A } from "@/api/client";', []],
  ])('tells %s', async (_, manifest, code, expected) => {
    expect(await told({ 'package.json': manifest, 'a.ts': code })).toEqual(expected);
  });

  it('tells nothing of members of the workspace', async () => {
    const files = {
      'package.json': '{"name": "root", "workspaces": ["packages/*"]}',
      'packages/api/package.json': '{"name": "@shop/api"}',
      'packages/web/package.json': '{"name": "web", "dependencies": {"@shop/api": "workspace:*"}}',
      'packages/web/a.ts': 'import { router } from "@shop/api";',
    };
    expect(await told(files)).toEqual([]);
  });

  it('tells nothing of tests', async () => {
    expect(await told({ 'tests/a.test.ts': 'fetch("https://api.acme-shipping.io/v1");' })).toEqual([]);
  });
});
