import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { Language, Query } from 'web-tree-sitter';
import { startRuntime } from '../../server/src/syntax/runtime';
import { extractorSource, isGrammarLanguage, queryFiles } from './query-files';
import { problemsOf } from './query-problems';
import { ROOT, readLanguages } from './support';

const require = createRequire(import.meta.url);
const DIR = join(ROOT, 'grammars');
const LANGUAGES = readdirSync(DIR)
  .filter((name) => isGrammarLanguage(DIR, name))
  .sort();

beforeAll(async () => {
  await startRuntime(() => readFile(require.resolve('web-tree-sitter/tree-sitter.wasm')));
});

test('there are languages, and each has a query of its own or inherits one', () => {
  expect(LANGUAGES.length).toBeGreaterThanOrEqual(7);
});

describe.each(LANGUAGES)('%s', (id) => {
  test('language.json is complete', async () => {
    const [languages, own] = [await readLanguages(DIR), readFileSync(join(DIR, id, 'language.json'), 'utf8')];
    const data = JSON.parse(own) as Readonly<Record<string, unknown>>;
    expect(data['id']).toBe(id);
    const known = [
      'id',
      'name',
      'extensions',
      'fileNames',
      'ecosystem',
      'extractor',
      'inherits',
      'embedded',
      'grammar',
      'compileOnce',
    ];
    expect(Object.keys(data).filter((field) => !known.includes(field))).toEqual([]);
    expect(() => require.resolve(String(data['grammar']))).not.toThrow();
    const language = languages.find((candidate) => candidate.id === id);
    expect(language?.query.trim()).not.toBe('');
    const others = languages.filter((candidate) => candidate.id !== id).flatMap(({ extensions }) => extensions);
    expect(language?.extensions.filter((ending) => others.includes(ending) || !/^\.[a-z0-9]+$/.test(ending))).toEqual(
      [],
    );
  });

  test('every query compiles on this grammar, with predicates that exist and captures that somebody reads', async () => {
    const languages = await readLanguages(DIR);
    const data = languages.find((candidate) => candidate.id === id);
    const grammar = await Language.load(await readFile(require.resolve(data?.grammar ?? '')));
    const source = extractorSource(ROOT, data?.extractor);
    const files = queryFiles(DIR, id);
    expect(files.length).toBeGreaterThan(0);
    for (const { path, text } of files) {
      expect([path, problemsOf(grammar, text, source)]).toEqual([path, []]);
    }
    expect(() => new Query(grammar, data?.query ?? '')).not.toThrow();
  });
});

test('the check itself finds what is wrong', async () => {
  const path = require.resolve('@vscode/tree-sitter-wasm/wasm/tree-sitter-go.wasm');
  const grammar = await Language.load(await readFile(path));
  const check = (query: string): readonly string[] => problemsOf(grammar, query, undefined);
  expect(check('(no_such_node) @import')).toHaveLength(1);
  expect(check('((comment) @comment (#has-ancestor? @comment "x"))')).toEqual(['unknown predicate #has-ancestor?']);
  expect(check('((comment) @comment (#eq? @comment "x"))')).toEqual([]);
  expect(check('((comment) @coment)')).toEqual(['unknown capture @coment']);
  expect(check('((comment) @_private @comment)')).toEqual([]);
  expect(problemsOf(grammar, '(comment) @note', "captures.get('note')")).toEqual([]);
  expect(problemsOf(grammar, '(comment) @note', "captures.get('nota')")).toEqual(['unknown capture @note']);
});
