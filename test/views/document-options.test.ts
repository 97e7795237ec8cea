import { expect, test } from 'vitest';
import { SECTIONS, sectionsProblem } from '../../server/src/views/document/sections';
import { headings, render } from './render';

test('counts stand below the date', async () => {
  expect((await render()).split('\n').slice(0, 6)).toEqual([
    '# External Integrations',
    '',
    '**Analysis Date:** 2026-01-30',
    '',
    '1 integration in 1 application; 2 environment variables read in code',
    '',
  ]);
});

test('sections are written by heading, in the order of the document', async () => {
  const text = await render({ sections: ['environment  configuration', 'APIs & External Services'] });
  expect(headings(text)).toEqual(['## APIs & External Services', '## Environment Configuration']);
  expect(text).toContain('**Analysis Date:** 2026-01-30');
  expect(text).toContain('Integration Atlas*');
});

test('a section that there is not is a problem', () => {
  expect(sectionsProblem(undefined)).toBeUndefined();
  expect(sectionsProblem(SECTIONS.map(({ heading }) => heading))).toBeUndefined();
  expect(sectionsProblem(['Data Storage', 'Databases'])).toMatch(/no section "Databases".*Data Storage/);
  expect(sectionsProblem([])).toBe('Name at least one section.');
});

test.each([
  [{}, '[src/app.ts:3](src/app.ts#L3)', '[docs/pay.ts:2](docs/pay.ts#L2)'],
  [{ path: 'INTEGRATIONS.md' }, '[src/app.ts:3](src/app.ts#L3)', '[docs/pay.ts:2](docs/pay.ts#L2)'],
  [{ path: 'docs/INTEGRATIONS.md' }, '[src/app.ts:3](../src/app.ts#L3)', '[docs/pay.ts:2](pay.ts#L2)'],
  [{ path: 'docs/a/b/X.md' }, '[src/app.ts:3](../../../src/app.ts#L3)', '[docs/pay.ts:2](../../pay.ts#L2)'],
  [{ path: '/h/out/X.md', root: '/h/shop' }, '(../shop/src/app.ts#L3)', '(../shop/docs/pay.ts#L2)'],
  [{ path: '/h/shop/docs/X.md', root: '/h/shop' }, '(../src/app.ts#L3)', '(pay.ts#L2)'],
  [{ links: 'github' as const }, '[src/app.ts:3](src/app.ts#L3)', '[docs/pay.ts:2](docs/pay.ts#L2)'],
])('links lead from where the document lies: %j', async (options, first, second) => {
  const text = await render(options);
  expect(text).toContain(first);
  expect(text).toContain(second);
});

test('plain places are no links', async () => {
  const text = await render({ links: 'plain' });
  expect(text).toContain('`src/app.ts:3`');
  expect(text).toContain('`package.json:1`');
  expect(text).not.toContain('](');
});

test('names of files are escaped where Markdown would read them', async () => {
  const text = await render({}, { 'a b(1)#[x]/__init__.py': 'import os\nkey = os.environ["SOME_KEY"]\n' });
  expect(text).toContain('[a b(1)#\\[x\\]/\\_\\_init\\_\\_.py:2](<a b(1)%23[x]/__init__.py#L2>)');
});

test.each([
  ['app/routes/$id.$tab', '[app/routes/\\$id.\\$tab/a.ts:1](app/routes/%24id.%24tab/a.ts#L1)'],
  ['~old~', '[\\~old\\~/a.ts:1](~old~/a.ts#L1)'],
  ['a&lt;b', '[a&amp;lt;b/a.ts:1](a%26lt;b/a.ts#L1)'],
  ['a|b', '[a\\|b/a.ts:1](a|b/a.ts#L1)'],
  ['100%', '[100%/a.ts:1](100%25/a.ts#L1)'],
  // A name of several lines must not write lines of its own.
  [
    'x\n## Evil\n<!-- integration-atlas:keep -->\ny',
    '[x ## Evil \\<!-- integration-atlas:keep --\\> y/a.ts:1](<./x%0A',
  ],
  ['a\u202Eb', '[ab/a.ts:1](a%E2%80%AEb/a.ts#L1)'],
])('the folder %j is escaped in texts and targets', async (folder, link) => {
  const text = await render(
    {},
    { 'package.json': '{}', [`${folder}/a.ts`]: 'export const k = process.env.SOME_KEY;\n' },
  );
  const line = text.split('\n').find((found) => found.startsWith('- `SOME_KEY`'));
  expect(line).toContain(link);
  expect(text).not.toMatch(/^(?:## Evil|<!--)/m);
});

test('text in backticks ends where it ends, however many it holds', async () => {
  const manifest = '{"dependencies":{"stripe":"1``0"}}';
  const text = await render(
    {},
    { 'package.json': manifest, 'a.ts': "export const m = process.env.A_MODE ?? 'x``y`z';\n" },
  );
  expect(text).toContain('(default: ``` x``y`z ```)');
});
