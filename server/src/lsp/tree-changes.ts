import type { TreeChanges, TreeNode } from '../protocol';
import { madeOnce } from '../views/made-once';

/** The rows of a folder one by one, as a client keeps them. */
export interface FlatRows {
  readonly rows: ReadonlyMap<string, FlatRow>;
  /** The ids of children by their parent's; the folder's is empty. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
}

interface FlatRow {
  readonly row: TreeNode;
  /** To compare it by. */
  readonly text: string;
}

export function flatten(nodes: readonly TreeNode[]): FlatRows {
  const rows = new Map<string, FlatRow>();
  const lists = new Map<string, readonly string[]>();
  const add = (parent: string, list: readonly TreeNode[]): void => {
    lists.set(
      parent,
      list.map(({ id }) => id),
    );
    for (const node of list) {
      rows.set(node.id, flatRow('', node));
      if (node.children !== undefined && node.children.length > 0) add(node.id, node.children);
    }
  };
  add('', nodes);
  return { rows, lists };
}

const flatRow = madeOnce((_, { children: __, ...row }: TreeNode): FlatRow => ({ row, text: JSON.stringify(row) }));

/** What a client has to be told that has other rows. Rows that are in no list any more need no telling. */
export function changesBetween(before: FlatRows, now: FlatRows): TreeChanges {
  const rows = [...now.rows].flatMap(([id, flat]) => (isSameRow(before.rows.get(id), flat) ? [] : [flat.row]));
  const lists = [...now.lists].flatMap(([id, ids]) => (isSame(before.lists.get(id), ids) ? [] : [{ id, ids }]));
  const emptied = [...before.lists.keys()].filter((id) => !now.lists.has(id) && now.rows.has(id));
  return { rows, lists: [...lists, ...emptied.map((id) => ({ id, ids: [] }))] };
}

function isSameRow(before: FlatRow | undefined, now: FlatRow): boolean {
  return before === now || before?.text === now.text;
}

function isSame(before: readonly string[] | undefined, now: readonly string[]): boolean {
  return before?.length === now.length && now.every((id, index) => before[index] === id);
}
