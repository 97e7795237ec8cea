import { expect, test } from 'vitest';
import type { Uri } from 'vscode';
import { FolderRows } from '../../client/src/tree/folder-rows';
import type { Row } from '../../client/src/tree/tree-item';
import { changesBetween, flatten } from '../../server/src/lsp/tree-changes';
import type { TreeNode, TreeResult } from '../../server/src/protocol';
import { type Random, randomOf } from '../support/random';

const URI = { toString: () => 'file:///shop' } as Uri;

function row(id: string, label: string, children: readonly TreeNode[] = []): TreeNode {
  return { id, label, kind: 'section', ...(children.length > 0 && { children }) };
}

function answer(nodes: readonly TreeNode[], before?: readonly TreeNode[]): TreeResult['folders'][number] {
  const changes = before && changesBetween(flatten(before), flatten(nodes));
  return { uri: 'x', name: 'shop', ready: true, state: 's', nodes: changes ? [] : nodes, ...(changes && { changes }) };
}

/** The rows as an editor asks for them. */
function shown(rows: FolderRows, id = ''): readonly TreeNode[] {
  return rows.children(id).map(({ node }) => row(node.id, node.label, shown(rows, node.id)));
}

function ids(rows: readonly Row[] | 'all'): readonly string[] | 'all' {
  return rows === 'all' ? rows : rows.map(({ node }) => node.id);
}

const BEFORE = [
  row('services', 'Services', [row('stripe', 'Stripe'), row('redis', 'Redis')]),
  row('env', 'Environment', [row('KEY', 'KEY'), row('URL', 'URL')]),
];

test('a row that says something else is told of alone', () => {
  const now = [BEFORE[0] ?? row('', ''), row('env', 'Environment', [row('KEY', 'KEY'), row('URL', 'URL twice')])];
  expect(changesBetween(flatten(BEFORE), flatten(now))).toEqual({
    rows: [{ id: 'URL', label: 'URL twice', kind: 'section' }],
    lists: [],
  });
  const rows = new FolderRows(URI, answer(BEFORE));
  const kept = rows.children('env');
  expect(ids(rows.update(answer(now, BEFORE)))).toEqual(['URL']);
  expect(rows.children('env')[1]).toBe(kept[1]);
  expect(kept[1]?.node.label).toBe('URL twice');
});

test('a new row is told of with the place that it comes to, its neighbours are not', () => {
  const now = [
    row('services', 'Services', [row('stripe', 'Stripe'), row('openai', 'OpenAI'), row('redis', 'Redis')]),
    BEFORE[1] ?? row('', ''),
  ];
  expect(changesBetween(flatten(BEFORE), flatten(now))).toEqual({
    rows: [{ id: 'openai', label: 'OpenAI', kind: 'section' }],
    lists: [{ id: 'services', ids: ['stripe', 'openai', 'redis'] }],
  });
  const rows = new FolderRows(URI, answer(BEFORE));
  expect(ids(rows.update(answer(now, BEFORE)))).toEqual(['openai', 'services']);
});

test('nothing new is nothing to tell; another first row is a matter of the whole folder', () => {
  expect(changesBetween(flatten(BEFORE), flatten(BEFORE))).toEqual({ rows: [], lists: [] });
  const rows = new FolderRows(URI, answer(BEFORE));
  expect(rows.update(answer([...BEFORE].reverse(), BEFORE))).toBe('all');
  expect(shown(rows)).toEqual([...BEFORE].reverse());
});

test('a row that lost all below it is a parent no longer', () => {
  const now = [row('services', 'Services'), BEFORE[1] ?? row('', '')];
  const rows = new FolderRows(URI, answer(BEFORE));
  expect(rows.children('')[0]?.isParent).toBe(true);
  expect(ids(rows.update(answer(now, BEFORE)))).toEqual(['services']);
  expect(rows.children('')[0]?.isParent).toBe(false);
});

/** A tree of a few of the same rows, differently arranged each time. */
function anyTree(random: Random): readonly TreeNode[] {
  const left = Array.from({ length: 14 }, (_, index) => `row${index}`).filter(() => random.below(4) > 0);
  const some = (depth: number): readonly TreeNode[] => {
    const nodes: TreeNode[] = [];
    for (let count = random.below(4); count >= 0 && left.length > 0; count -= 1) {
      const id = left.splice(random.below(left.length), 1)[0] ?? '';
      nodes.push(row(id, `${id} says ${random.below(3)}`, depth > 2 ? [] : some(depth + 1)));
    }
    return nodes;
  };
  return some(0);
}

test('whatever comes, who follows the changes shows what is there', () => {
  const random = randomOf('trees');
  let before = anyTree(random);
  const rows = new FolderRows(URI, answer(before));
  for (let round = 0; round < 300; round += 1) {
    const now = anyTree(random);
    rows.update(answer(now, before));
    expect(shown(rows)).toEqual(now);
    before = now;
  }
});
