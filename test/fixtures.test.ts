import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderDocument } from '../server/src/views/document/render-document';
import { treeOf } from '../server/src/views/tree';
import type { TreeNode } from '../server/src/views/tree-node';
import { scanFixture } from './support/scan-fixture';

/**
 * Every folder of `test/fixtures/` is a workspace with the document and the tree that it must give beside it.
 * `npm test -- --update` rewrites those two. `facts.txt` is written by hand and rewritten by nothing: lines that start
 * with `+ ` must stand in the document, lines that start with `- ` must not.
 */
const FIXTURES = join(import.meta.dirname, 'fixtures');
const names = readdirSync(FIXTURES, { withFileTypes: true }).filter((entry) => entry.isDirectory());

test('there are fixtures', () => {
  expect(names.length).toBeGreaterThan(0);
});

describe.each(names.map(({ name }) => name))('%s', (name) => {
  const folder = join(FIXTURES, name);

  test('gives the expected document and tree', async () => {
    const snapshot = await scanFixture(join(folder, 'workspace'));
    compare(join(folder, 'expected'), 'INTEGRATIONS.md', renderDocument(snapshot, { date: '2026-01-30' }));
    compare(join(folder, 'expected'), 'tree.txt', treeText(treeOf(snapshot)));
  });

  test('tells every fact of facts.txt, and nothing that it forbids', async () => {
    const document = renderDocument(await scanFixture(join(folder, 'workspace')), { date: '2026-01-30' });
    const lines = readFileSync(join(folder, 'facts.txt'), 'utf8').split('\n');
    const wanted = lines.filter((line) => line.startsWith('+ ')).map((line) => line.slice(2));
    const forbidden = lines.filter((line) => line.startsWith('- ')).map((line) => line.slice(2));
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.filter((text) => !document.includes(text))).toEqual([]);
    expect(forbidden.filter((text) => document.includes(text))).toEqual([]);
  });
});

function compare(folder: string, file: string, actual: string): void {
  const path = join(folder, file);
  if (process.env['UPDATE'] === '1') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, actual);
  }
  expect(existsSync(path), `${path} is missing: run with --update, then read it line by line`).toBe(true);
  expect(actual).toBe(readFileSync(path, 'utf8'));
}

/** The tree as indented text, one row a line. */
function treeText(nodes: readonly TreeNode[], depth = 0): string {
  return nodes
    .map((node) => {
      const description = node.description === undefined || node.description === '' ? '' : `  [${node.description}]`;
      return `${'  '.repeat(depth)}${node.label}${description}\n${treeText(node.children ?? [], depth + 1)}`;
    })
    .join('');
}
