import { expect, test } from 'vitest';
import { treeOf } from '../../server/src/views/tree';
import type { TreeNode } from '../../server/src/views/tree-node';
import { snapshotOf } from '../support/snapshot';

const FILES = {
  'requirements.txt': 'stripe==8.1.0\nsqlalchemy==2.0.0\n',
  'pay.py':
    'import os\nimport stripe\n\ndef pay():\n    stripe.Charge.create(amount=1, key=os.environ["STRIPE_KEY"])\n',
};

function find(nodes: readonly TreeNode[], ...labels: readonly string[]): TreeNode | undefined {
  const [label, ...rest] = labels;
  const node = nodes.find((candidate) => candidate.label === label);
  return rest.length === 0 || node === undefined ? node : find(node.children ?? [], ...rest);
}

function idsOf(nodes: readonly TreeNode[]): readonly string[] {
  return nodes.flatMap((node) => [node.id, ...idsOf(node.children ?? [])]);
}

test('services: category, integration, evidence with its place, the strongest first', async () => {
  const tree = treeOf(await snapshotOf(FILES));
  const stripe = find(tree, 'Services', 'Payments', 'Stripe');
  expect(stripe?.description).toBe('stripe ==8.1.0');
  expect(stripe?.children?.[0]).toMatchObject({
    label: 'stripe.Charge.create',
    description: 'pay.py:5',
    location: { path: 'pay.py', line: 4 },
  });
});

test('libraries apart from services, variables with their reads', async () => {
  const tree = treeOf(await snapshotOf(FILES));
  expect(find(tree, 'Libraries', 'ORMs, drivers and migrations', 'SQLAlchemy')?.description).toContain('declared only');
  expect(find(tree, 'Environment variables', 'STRIPE_KEY')).toMatchObject({ description: 'required · Stripe' });
  expect(find(tree, 'Environment variables', 'STRIPE_KEY')?.children).toMatchObject([
    { location: { path: 'pay.py', line: 4 } },
  ]);
});

test('what was not detected is told, what was found is not', async () => {
  const tree = treeOf(await snapshotOf(FILES));
  expect(find(tree, 'Not detected', 'Email')).toBeDefined();
  expect(find(tree, 'Not detected', 'Payments')).toBeUndefined();
});

test('ids are distinct, and the same after an unrelated edit', async () => {
  const before = idsOf(treeOf(await snapshotOf(FILES)));
  const after = idsOf(treeOf(await snapshotOf({ ...FILES, 'other.py': 'x = 1\n' })));
  expect(new Set(before).size).toBe(before.length);
  expect(after).toEqual(before);
});

test('an empty workspace has only what was not detected', async () => {
  expect(treeOf(await snapshotOf({})).map(({ label }) => label)).toEqual(['Not detected']);
});
