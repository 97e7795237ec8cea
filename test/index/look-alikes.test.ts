import { expect, it } from 'vitest';
import { snapshotOf } from '../support/snapshot';

type Files = Readonly<Record<string, string>>;

const npm = (dependencies: object, devDependencies: object = {}) => JSON.stringify({ dependencies, devDependencies });

/** What looks like an integration and is none, and what looks like none and is one: hand-written, a row each. */
const ROWS: readonly (readonly [what: string, files: Files, services: readonly string[]])[] = [
  ['a local Python module slack', { 'slack.py': 'def send(): pass\n', 'a.py': 'import slack\nslack.send()\n' }, []],
  ['a local package notion', { 'notion/__init__.py': '', 'a.py': 'from notion import page\npage()\n' }, []],
  [
    'a local module square',
    { 'app/square.py': 'def area(): pass\n', 'app/a.py': 'from .square import area\narea()\n' },
    [],
  ],
  ['a local file linear', { 'linear.ts': 'export const x = 1;', 'a.ts': 'import { x } from "./linear";\nx();' }, []],
  ['an alias clerk', { 'src/clerk.ts': '', 'src/a.ts': 'import { x } from "@/clerk";\nx();' }, []],
  ['a function render', { 'a.ts': 'export function render() {}\nrender();' }, []],
  ['a variable segment', { 'a.py': 'segment = [1, 2]\nsegment.append(3)\n' }, []],
  ['prose in a string', { 'a.ts': 'export const help = "Send it to Slack, Notion or Stripe";' }, []],
  ['prose in a comment', { 'a.py': '# we may use stripe one day, or slack\nx = 1\n' }, []],
  ['an import in a comment', { 'a.py': '# import stripe\nx = 1\n' }, ['stripe commented-out']],
  ['a link in a README', { 'README.md': 'See https://api.stripe.com and `npm i stripe`.' }, []],
  ['fonts', { 'index.html': '<link href="https://fonts.googleapis.com/css2?family=Inter" rel="stylesheet">' }, []],
  ['a link for people', { 'a.tsx': 'export const A = () => <a href="https://stripe.com/docs">docs</a>;' }, []],
  ['raw files of GitHub', { 'a.ts': 'fetch("https://raw.githubusercontent.com/acme/x/main/a.json");' }, []],
  ['a service of the same name elsewhere', { 'a.ts': 'fetch("https://stripe.acme-shop.com/pay");' }, []],
  ['a variable that begins alike', { 'a.py': 'import os\nos.environ["STRIPED_COLORS"]\n' }, []],
  ['tooling alone', { 'package.json': npm({}, { stripe: '1.0.0' }) }, []],
  ['types alone', { 'package.json': npm({}, { '@types/stripe': '1.0.0' }) }, []],
  [
    'a type-only import',
    { 'package.json': npm({ stripe: '1' }), 'a.ts': 'import type S from "stripe";' },
    ['stripe declared'],
  ],
  ['a test', { 'tests/test_a.py': 'import stripe\nstripe.Charge.create()\n' }, ['stripe test-only']],
  ['a manifest line in a comment', { 'requirements.txt': '# stripe==8.0.0\n' }, ['stripe commented-out']],
  ['the API of GitHub', { 'a.ts': 'fetch("https://api.github.com/repos/acme/x");' }, ['github called']],
  ['analytics by a bare global', { 'a.ts': 'gtag("event", "purchase", { value: 1 });' }, ['google-analytics called']],
  ['a local function gtag', { 'a.ts': 'function gtag(a: string) {}\ngtag("event");' }, []],
  ['a global of the window', { 'a.ts': 'window.gtag("event", "x");' }, ['google-analytics called']],
  ['a pixel by a bare global', { 'a.ts': 'fbq("track", "Purchase");' }, ['meta-pixel called']],
];

it.each(ROWS)('%s', async (_, files, services) => {
  const { integrations } = await snapshotOf(files);
  const found = integrations.filter(({ type }) => type === 'service').map(({ id, status }) => `${id} ${status}`);
  expect(found).toEqual(services);
});
