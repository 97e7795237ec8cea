import { createHash } from 'node:crypto';
import type { Snapshot } from '../model/workspace';
import type { ChildrenResult, TreeNode, TreeResult } from '../protocol';
import { madeOnce } from '../views/made-once';
import { treeOf } from '../views/tree';
import type { OpenFolder } from './folders';

/** Rows of these kinds hold what a large workspace has by the thousand; few of them are ever opened. */
const OPENED_LATER: ReadonlySet<TreeNode['kind']> = new Set(['integration', 'variable']);

interface Rows {
  /** Without what is opened later. */
  readonly shown: readonly TreeNode[];
  readonly later: ReadonlyMap<string, readonly TreeNode[]>;
}

/** The rows of all folders, down to the rows that are opened later. */
export function treeAnswer(folders: readonly OpenFolder[]): TreeResult {
  return {
    folders: folders.map(({ uri, name, session }) => ({
      uri,
      name,
      // Before the first scan has ended everything would seem not to be there.
      nodes: session.ready ? rowsOf(session.snapshot()).shown : [],
      ready: session.ready,
    })),
  };
}

export function childrenAnswer({ session }: OpenFolder, id: string): ChildrenResult {
  return rowsOf(session.snapshot()).later.get(id) ?? [];
}

const known = new WeakMap<Snapshot, Rows>();

/** Computed once a snapshot: opened rows ask one by one. */
function rowsOf(snapshot: Snapshot): Rows {
  let rows = known.get(snapshot);
  if (rows === undefined) {
    const later = new Map<string, readonly TreeNode[]>();
    const nodes = treeOf(snapshot);
    rows = { shown: isEmpty(nodes) ? [] : shallow(nodes, later), later };
    known.set(snapshot, rows);
  }
  return rows;
}

/** Where all that can be said is what was not detected, the editor says so in words of its own. */
function isEmpty(nodes: readonly TreeNode[]): boolean {
  return nodes.every(({ children = [] }) => children.every(({ kind }) => kind === 'notDetected'));
}

function shallow(nodes: readonly TreeNode[], later: Map<string, readonly TreeNode[]>): readonly TreeNode[] {
  return nodes.map((node) => {
    const { children = [], ...row } = node;
    if (children.length === 0) return row;
    if (!OPENED_LATER.has(node.kind)) return { ...row, children: shallow(children, later) };
    later.set(node.id, children);
    return rowLater('', node);
  });
}

/** A row whose children are opened later. */
const rowLater = madeOnce((_, { children = [], ...row }: TreeNode): TreeNode => ({ ...row, more: digestOf(children) }));

/** Long lists change in few of their rows. */
function digestOf(nodes: readonly TreeNode[]): string {
  const rows = nodes.map((node) => digestOfRow('', node)).join(' ');
  return createHash('sha1').update(rows).digest('base64').slice(0, 12);
}

const digestOfRow = madeOnce((_, node: TreeNode): string => {
  let [low, high] = [0x811c9dc5, 0x01000193];
  const text = JSON.stringify(node);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
  }
  return `${low}.${high}.${text.length}`;
});
