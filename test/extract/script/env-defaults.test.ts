import { describe, expect, test } from 'vitest';
import { reads } from './reads';

const FORMS: readonly (readonly [code: string, ...expected: string[]])[] = [
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
];

describe('defaults, casts, and why a read is required', () => {
  test.each(FORMS.map(([code, ...expected]) => ({ code, expected })))('$code', async ({ code, expected }) => {
    expect(await reads(code)).toEqual(expected);
  });
});
