import { expect, test } from 'vitest';
import { parseProjectFile } from '../../server/src/host/project-file';
import type { Category } from '../../server/src/model/integration';
import { scanMemory } from './support';

const categories: readonly Category[] = [
  { id: 'payments', title: 'Payments', type: 'service' },
  { id: 'internal', title: 'Internal services', type: 'service' },
];
const parse = (text: string) => parseProjectFile(text, { categories, services: [] });

test('reads every field, with comments and trailing commas', () => {
  const { project, services, problems } = parse(`{
    // What is ours.
    "include": ["apps/"],
    "exclude": ["*.gen.py", "!vendor/"],
    "ignore": [{ "integration": "redis", "reason": "only a name" }, { "env": "EDITOR", "reason": "the user's" },],
    "document": { "path": "docs/INTEGRATIONS.md", "sections": ["CI/CD & Deployment"], "links": "github", "length": "compact" },
    "services": { "billing": { "name": "Billing", "env": ["BILLING_*"] } },
  }`);
  expect(problems).toEqual([]);
  expect(project).toEqual({
    include: ['apps/'],
    exclude: ['*.gen.py', '!vendor/'],
    ignore: [
      { integration: 'redis', reason: 'only a name' },
      { env: 'EDITOR', reason: "the user's" },
    ],
    document: { path: 'docs/INTEGRATIONS.md', sections: ['CI/CD & Deployment'], links: 'github', length: 'compact' },
  });
  expect(services).toMatchObject([{ id: 'billing', fields: { name: 'Billing', env: ['BILLING_*'] }, replace: false }]);
});

test('a mistake is told with its line and costs no other field', () => {
  const { project, problems } = parse(
    [
      '{',
      '  "include": "apps/",',
      '  "exclud": ["a"],',
      '  "ignore": [{ "env": "A" }, { "reason": "b" }, { "env": "C", "reason": "kept" }, 7],',
      '  "document": { "path": "../up.md", "links": "none",',
      '    "length": "full" }',
      '}',
    ].join('\n'),
  );
  expect(problems.map(({ line, message }) => `${(line ?? 0) + 1} ${message}`)).toEqual([
    '2 This must be a list, not string.',
    '3 There is no field "exclud"; known are $schema, include, exclude, ignore, document, diagnostics, services.',
    '4 Say why this is ignored: "reason" is missing.',
    '4 Name either an "integration" or an "env" to ignore.',
    '4 This must be an object, not number.',
    '5 The path must be relative, with "/", and stay inside the folder.',
    '5 "none" is not known here; it can be relative, github, plain.',
  ]);
  expect(project).toMatchObject({ include: [], ignore: [{ env: 'C' }], document: { length: 'full' } });
});

test('broken JSON is told, and what can be read holds', () => {
  const { project, problems } = parse('{\n  "exclude": ["a/"]\n  "include": [\n');
  expect(problems.length).toBeGreaterThan(0);
  expect(problems[0]?.line).toBe(2);
  expect(project.exclude).toEqual(['a/']);
  expect(parse('').project.exclude).toEqual([]);
  expect(parse('[1]').problems).toMatchObject([{ line: 0 }]);
  expect(parse('{"__proto__": {"a": 1}, "constructor": 1}').problems).toHaveLength(2);
});

test('a scan tells what is wrong in it', async () => {
  const { problems, project } = await scanMemory({ '.integration-atlas.json': '{"exclude": 1}' });
  expect(problems).toEqual([
    { path: '.integration-atlas.json', line: 0, column: 12, message: 'This must be a list, not number.' },
  ]);
  expect(project.exclude).toEqual([]);
});
