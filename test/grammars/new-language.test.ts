import { expect, test } from 'vitest';
import type { Fact } from '../../server/src/model/facts';
import { extractWith } from './support';

const GO = {
  id: 'go',
  name: 'Go',
  extensions: ['.go'],
  grammar: '@vscode/tree-sitter-wasm/wasm/tree-sitter-go.wasm',
};

const GO_QUERY = `
(import_spec name: (package_identifier)? @import.alias path: (_) @import.module) @import
(comment) @comment
(function_declaration name: (identifier) @scope.name) @scope
(interpreted_string_literal) @string
(call_expression function: (_) @call.callee arguments: (_) @call.arguments) @call
((call_expression
  function: (selector_expression operand: (identifier) @_package field: (field_identifier) @_function)
  arguments: (argument_list . (interpreted_string_literal) @env.name .)) @env.read
  (#eq? @_package "os") (#eq? @_function "Getenv") (#set! accessor "os.Getenv"))
((call_expression
  function: (selector_expression operand: (identifier) @_package field: (field_identifier) @_function)
  arguments: (argument_list . (identifier))) @env.dynamic
  (#eq? @_package "os") (#eq? @_function "Getenv") (#set! accessor "os.Getenv"))
`;

const GO_TEXT = `package main

import (
	"os"
	pay "github.com/stripe/stripe-go/v76"
	"github.com/redis/go-redis/v9"
)

func connect(name string) {
	// The key of the shop.
	key := os.Getenv("STRIPE_KEY")
	pay.New("sk", 3, true, key)
	helper("https://api.stripe.com/v1/charges?secret=no")
	os.Getenv(name)
	println("not a url")
}
`;

/** What a fact says, its place shortened to the line from 1. */
function short({ range, ...fact }: Fact): unknown {
  return { line: range.line + 1, ...fact };
}

test('a folder with language.json and a query gives imports, reads, calls and URLs', async () => {
  const { facts, problems, language } = await extractWith(GO, GO_QUERY, 'cmd/main.go', GO_TEXT);
  expect(problems).toEqual([]);
  expect(language).toBe('go');
  expect(facts.map(short)).toEqual([
    { line: 4, kind: 'import', module: 'os', names: [{ name: '*', local: 'os' }] },
    { line: 5, kind: 'import', module: 'github.com/stripe/stripe-go/v76', names: [{ name: '*', local: 'pay' }] },
    { line: 6, kind: 'import', module: 'github.com/redis/go-redis/v9', names: [{ name: '*', local: 'go-redis' }] },
    {
      line: 11,
      kind: 'envRead',
      scope: 'connect',
      name: 'STRIPE_KEY',
      accessor: 'os.Getenv',
      presence: 'bare',
      comment: 'The key of the shop.',
    },
    {
      line: 11,
      kind: 'call',
      scope: 'connect',
      callee: 'os.Getenv',
      module: 'os',
      args: [{ t: 'string', v: 'STRIPE_KEY' }],
      keywords: {},
    },
    {
      line: 12,
      kind: 'call',
      scope: 'connect',
      callee: 'github.com/stripe/stripe-go/v76.New',
      module: 'github.com/stripe/stripe-go/v76',
      args: [{ t: 'string', v: 'sk' }, { t: 'number', v: 3 }, { t: 'bool', v: true }, { t: 'other' }],
      keywords: {},
    },
    {
      line: 13,
      kind: 'url',
      scope: 'connect',
      host: 'api.stripe.com',
      url: 'https://api.stripe.com/v1/charges',
    },
    { line: 14, kind: 'dynamicRead', scope: 'connect', accessor: 'os.Getenv' },
    {
      line: 14,
      kind: 'call',
      scope: 'connect',
      callee: 'os.Getenv',
      module: 'os',
      args: [{ t: 'other' }],
      keywords: {},
    },
  ]);
});

const RUBY = {
  id: 'ruby',
  name: 'Ruby',
  extensions: ['.rb'],
  fileNames: ['gemfile'],
  grammar: 'tree-sitter-wasms/out/tree-sitter-ruby.wasm',
};

const RUBY_QUERY = `
((call method: (identifier) @_method arguments: (argument_list (string) @import.module)) @import
  (#eq? @_method "require"))
((element_reference object: (constant) @_object . (string) @env.name) @env.read
  (#eq? @_object "ENV") (#set! accessor "ENV"))
((call receiver: (constant) @_object method: (identifier) @_method
  arguments: (argument_list . (string) @env.name .)) @env.read
  (#eq? @_object "ENV") (#eq? @_method "fetch") (#set! accessor "ENV.fetch") (#set! presence "raises"))
((call receiver: (constant) @_object method: (identifier) @_method
  arguments: (argument_list . (string) @env.name . (_) @env.default .)) @env.read
  (#eq? @_object "ENV") (#eq? @_method "fetch") (#set! accessor "ENV.fetch"))
`;

test('presence and defaults come from the query, secrets among defaults stay hidden', async () => {
  const text = [
    'require "stripe"',
    'a = ENV["PLAIN"]',
    'b = ENV.fetch("NEEDED")',
    'c = ENV.fetch("PORT", "4000")',
    'd = ENV.fetch("API_TOKEN", "not-a-real-token")',
    'e = ENV.fetch("LIMIT", 5)',
    'f = ENV.fetch("OTHER", other)',
    'g = ENV["not a name"]',
    'h = CONFIG["PLAIN_TOO"]',
  ].join('\n');
  const { facts, problems } = await extractWith(RUBY, RUBY_QUERY, 'Gemfile', text);
  expect(problems).toEqual([]);
  const reads = facts.filter((fact) => fact.kind === 'envRead');
  expect(facts.filter((fact) => fact.kind === 'import').map(({ module }) => module)).toEqual(['stripe']);
  expect(reads.map((fact) => [fact.name, fact.presence, fact.default, fact.accessor])).toEqual([
    ['PLAIN', 'bare', undefined, 'ENV'],
    ['NEEDED', 'raises', undefined, 'ENV.fetch'],
    ['PORT', 'default', '4000', 'ENV.fetch'],
    ['API_TOKEN', 'default', '(hidden)', 'ENV.fetch'],
    ['LIMIT', 'default', '5', 'ENV.fetch'],
    ['OTHER', 'default', undefined, 'ENV.fetch'],
  ]);
});
