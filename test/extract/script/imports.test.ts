import { describe, expect, test } from 'vitest';
import { extract, ofKind } from '../../support/extract';

/** The imports of a text, one line each: module, marks, and names as `exported>local`. */
async function imports(code: string, path = 'src/a.ts'): Promise<readonly string[]> {
  const { facts } = await extract(path, code);
  return ofKind(facts, 'import').map((fact) =>
    [
      fact.module,
      ...(['typeOnly', 'guarded', 'dynamic', 'commentedOut'] as const).filter((mark) => fact[mark] === true),
      ...fact.names.map(({ name, local }) => `${name}>${local}`),
    ].join(' '),
  );
}

const FORMS: readonly (readonly [code: string, ...expected: string[]])[] = [
  ['import a from "x"', 'x default>a'],
  ["import a from 'x';", 'x default>a'],
  ['import * as a from "x"', 'x *>a'],
  ['import { a, b as c } from "@s/x/sub"', '@s/x/sub a>a b>c'],
  ['import d, { a } from "x"', 'x default>d a>a'],
  ['import d, * as n from "x"', 'x default>d *>n'],
  ['import {\n  a, // from here\n  b,\n} from "x"', 'x a>a b>b'],
  ['import { default as d } from "x"', 'x default>d'],
  ['import { "a-b" as c } from "x"', 'x a-b>c'],
  ['import "x/side.css"', 'x/side.css'],
  ['import type { A } from "x"', 'x typeOnly A>A'],
  ['import type A from "x"', 'x typeOnly default>A'],
  ['import type * as T from "x"', 'x typeOnly *>T'],
  ['import { type A, type B } from "x"', 'x typeOnly A>A B>B'],
  ['import { type A, b } from "x"', 'x A>A b>b'],
  ['import type from "x"', 'x default>type'],
  ['import data from "./x.json" with { type: "json" }', './x.json default>data'],
  ['import a = require("x")', 'x *>a'],
  ['export { a, b as c } from "x"', 'x a>a b>c'],
  ['export * from "x"', 'x *>*'],
  ['export * as n from "x"', 'x *>n'],
  ['export type { A } from "x"', 'x typeOnly A>A'],
  ['const a = require("x")', 'x *>a'],
  ['const { a, b: c } = require("x")', 'x a>a b>c'],
  ['const a = require("x").b', 'x b>a'],
  ['const a = require("x")("scope")', 'x'],
  ['require("x")', 'x'],
  ['app.use(require("./x"))', './x'],
  ['let a; try { a = require("x"); } catch {}', 'x guarded *>a'],
  ['const a = await import("x")', 'x dynamic *>a'],
  ['const { a } = await import("x")', 'x dynamic a>a'],
  ['const L = lazy(() => import("./x"))', './x dynamic'],
  ['// import a from "x"', 'x commentedOut default>a'],
  ['// const a = require("x");', 'x commentedOut'],
  ['/// <reference types="vite/client" />', 'vite/client typeOnly'],
];

describe('imports', () => {
  test.each(FORMS.map(([code, ...expected]) => ({ code, expected })))('$code', async ({ code, expected }) => {
    expect(await imports(code)).toEqual(expected);
  });
});

const NO_IMPORT: readonly string[] = [
  'const a = "import b from \'x\'"',
  'const a = `require("x")`',
  '// we import the rest from "x" below',
  '/** import a from "x" */',
  'export { a, b }',
  'export const a = 1',
  'const require = make(); require("x")',
  'import(name)',
  'require(`./${name}`)',
  'loader.require("x")',
];

describe('no imports', () => {
  test.each(NO_IMPORT)('%s', async (code) => {
    expect(await imports(code)).toEqual([]);
  });
});

test('Vue and Svelte files give what their scripts import, at the right line', async () => {
  for (const path of ['a.vue', 'a.svelte']) {
    const { facts } = await extract(
      path,
      '<p>import x from "y"</p>\n<script lang="ts">\nimport a from "x";\n</script>\n',
    );
    expect(ofKind(facts, 'import')).toMatchObject([{ module: 'x', range: { line: 2, column: 0 } }]);
  }
});
