import { createHash, randomUUID } from 'node:crypto';
import type { Snapshot } from '../model/workspace';
import type { ChildrenResult, TreeNode, TreeParams, TreeResult } from '../protocol';
import { madeOnce } from '../views/made-once';
import { treeOf } from '../views/tree';
import type { OpenFolder } from './folders';
import { changesBetween, flatten } from './tree-changes';

/** Rows of these kinds hold what a large workspace has by the thousand; few of them are ever opened. */
const OPENED_LATER: ReadonlySet<TreeNode['kind']> = new Set(['integration', 'variable']);

interface Rows {
  /** Without what is opened later. */
  readonly shown: readonly TreeNode[];
  readonly later: ReadonlyMap<string, readonly TreeNode[]>;
}

/** The rows of all folders, down to the rows that are opened later; of a folder that is known, what has changed. */
export function treeAnswer(folders: readonly OpenFolder[], { known = {} }: TreeParams = {}): TreeResult {
  return { folders: folders.map((folder) => folderAnswer(folder, known[folder.uri])) };
}

function folderAnswer(folder: OpenFolder, known: string | undefined): TreeResult['folders'][number] {
  const { uri, name, session } = folder;
  // Before the first scan has ended everything would seem not to be there.
  if (!session.ready) return { uri, name, nodes: [], state: '', ready: false };
  const { shown } = rowsOf(session.snapshot());
  const before = told.get(folder);
  const now = before?.shown === shown ? before : { shown, state: randomUUID() };
  const isKnown = before !== undefined && before.state === known;
  const changes = isKnown ? changesBetween(flatOf('', before.shown), flatOf('', shown)) : undefined;
  if (isKnown && changes?.rows.length === 0 && changes.lists.length === 0) {
    return { uri, name, nodes: [], changes, state: before.state, ready: true };
  }
  told.set(folder, now);
  return { uri, name, nodes: changes ? [] : shown, ...(changes && { changes }), state: now.state, ready: true };
}

/** The rows that a client was told of last. */
interface Told {
  readonly shown: readonly TreeNode[];
  readonly state: string;
}

const told = new WeakMap<OpenFolder, Told>();

const flatOf = madeOnce((_, shown: readonly TreeNode[]) => flatten(shown));

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
    rows = { shown: isEmpty(nodes) ? [] : shallow(nodes, later, new Map()), later };
    known.set(snapshot, rows);
  }
  return rows;
}

/** Where all that can be said is what was not detected, the editor says so in words of its own. */
function isEmpty(nodes: readonly TreeNode[]): boolean {
  return nodes.every(({ children = [] }) => children.every(({ kind }) => kind === 'notDetected'));
}

function shallow(
  nodes: readonly TreeNode[],
  later: Map<string, readonly TreeNode[]>,
  ids: Map<string, number>,
): readonly TreeNode[] {
  return nodes.map((given) => {
    const id = uniqueId(given.id, ids);
    const node = id === given.id ? given : { ...given, id };
    const { children = [] } = node;
    if (children.length === 0) return node;
    if (!OPENED_LATER.has(node.kind)) return { ...node, children: shallow(children, later, ids) };
    later.set(id, children);
    return rowLater('', node);
  });
}

/** Editors show nothing at all where two rows share an id, so a second one of the same id gets another. */
function uniqueId(id: string, ids: Map<string, number>): string {
  const count = (ids.get(id) ?? 0) + 1;
  ids.set(id, count);
  return count === 1 ? id : `${id}#${count}`;
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
