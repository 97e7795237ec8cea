import { createHash } from 'node:crypto';
import type { Snapshot } from '../model/workspace';
import type { ChildrenResult, TreeNode, TreeResult } from '../protocol';
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
    return { ...row, more: digestOf(children) };
  });
}

function digestOf(nodes: readonly TreeNode[]): string {
  return createHash('sha1').update(JSON.stringify(nodes)).digest('base64').slice(0, 12);
}
