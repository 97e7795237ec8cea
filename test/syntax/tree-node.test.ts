import { beforeAll, describe, expect, test } from 'vitest';
import { Language, type Node, Parser, Query, type Tree } from 'web-tree-sitter';
import { loadAssets } from '../../server/src/host/assets';
import type { SyntaxNode } from '../../server/src/syntax/node';
import { runQuery } from '../../server/src/syntax/run-query';
import { startRuntime } from '../../server/src/syntax/runtime';
import { rootOf } from '../../server/src/syntax/tree-node';
import { ASSETS } from '../support/extract';

/** Nodes are read from the parser's memory; they must say what the parser's own library says of them. */
const TEXTS: Readonly<Record<string, string>> = {
  python:
    'import os\n\nclass A(B):\n    """é 😀"""\n    x: int = f(1, *a, k=os.environ["X"])\n\ndef g(:\n    return (\n',
  typescript: 'export const a = new B<C>({ x, y: `é${z}😀`, w() {} }) ?? c?.d!;\nfor (const k of l) { if (\n',
  tsx: 'const A = ({ b }: P) => <Div c="d" {...e}>{f ? <G /> : "é"}</Div>;\n',
  elixir:
    'defmodule A do\n  @b System.get_env("É") || "😀"\n  def c(d), do: {System, :e}\n  {Other, :f}\n  x = [\nend\n',
};

let grammars: ReadonlyMap<string, { readonly language: Language; readonly query: Query }>;

beforeAll(async () => {
  const assets = await loadAssets(ASSETS);
  await startRuntime(() => assets.grammars.runtime());
  const all = new Map<string, { readonly language: Language; readonly query: Query }>();
  for (const { id, wasm, query } of assets.languages) {
    if (TEXTS[id] === undefined) continue;
    const language = await Language.load(await assets.grammars.grammar(wasm));
    all.set(id, { language, query: new Query(language, query) });
  }
  grammars = all;
});

function parse(id: string, text: string): Tree {
  const parser = new Parser();
  parser.setLanguage(grammars.get(id)?.language ?? null);
  const tree = parser.parse(text);
  if (tree === null) throw new Error('no tree');
  return tree;
}

const FIELDS = ['name', 'value', 'left', 'right', 'arguments', 'body', 'no such field'];

/** Both kinds of nodes have these; what they answer is written down in the same way. */
function told(node: Node | SyntaxNode): unknown {
  const { type, id, text, startIndex, endIndex, startPosition, endPosition, isNamed, hasError, namedChildCount } = node;
  return {
    ...{ type, id, text, startIndex, endIndex, startPosition, endPosition, isNamed, hasError, namedChildCount },
    parent: node.parent?.id,
    next: node.nextNamedSibling?.id,
    previous: node.previousNamedSibling?.id,
    first: node.child(0)?.id,
    second: node.namedChild(1)?.id,
    none: node.namedChild(1000),
    fields: FIELDS.map((field) => node.childForFieldName(field)?.id),
    allOfField: node.childrenForFieldName('arguments').map((child) => child?.id),
    lists: FIELDS.map((field) => node.childrenForFieldName(field).length),
    smallest: node.namedDescendantForIndex(endIndex - 1)?.id,
    below: node.descendantsOfType(['identifier', 'string', 'no such type']).map((child) => child?.id),
    one: node.descendantsOfType('identifier').length,
    named: node.namedChildren.map((child) => child?.id),
    secondAgain: node.namedChild(1)?.id,
  };
}

function everything(node: Node | SyntaxNode): readonly unknown[] {
  return [told(node), ...node.children.flatMap((child) => (child === null ? [] : everything(child)))];
}

describe.each(Object.entries(TEXTS))('%s', (id, text) => {
  test('nodes say what the library says', () => {
    const tree = parse(id, text);
    expect(everything(rootOf(tree, text))).toEqual(everything(tree.rootNode));
  });

  test('matches are those that the library finds', () => {
    const query = grammars.get(id)?.query;
    if (query === undefined) throw new Error('no query');
    const tree = parse(id, text);
    const own = runQuery(query, rootOf(tree, text)).map(({ pattern, names, nodes }) => ({
      pattern,
      captures: names.map((name, index) => [name, nodes[index]?.id]),
    }));
    const theirs = query.matches(tree.rootNode).map(({ patternIndex, captures }) => ({
      pattern: patternIndex,
      captures: captures.map(({ name, node }) => [name, node.id]),
    }));
    expect(own.length).toBeGreaterThan(0);
    expect(own).toEqual(theirs);
  });
});

test('a text so long that its memory grows while it is asked', () => {
  const text = 'f(a, "b")\n'.repeat(60_000);
  const tree = parse('python', text);
  const calls = rootOf(tree, text).descendantsOfType('call');
  expect(calls).toHaveLength(60_000);
  expect(calls.at(-1)?.text).toBe('f(a, "b")');
  expect(rootOf(tree, text).children.at(-1)?.startPosition).toEqual({ row: 59_999, column: 0 });
  tree.delete();
});
