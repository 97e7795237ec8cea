import type * as vscode from 'vscode';
import type { TreeNode, TreeResult } from '../../../server/src/protocol';
import type { Row } from './tree-item';

type Folder = TreeResult['folders'][number];

/**
 * The rows of one folder. A row stays the same object for as long as it is there: by it VS Code knows which rows it
 * shows, so that those can be shown anew that have changed, and only those.
 */
export class FolderRows {
  readonly uri: vscode.Uri;
  #folder: Folder;
  readonly #rows = new Map<string, KeptRow>();
  readonly #lists = new Map<string, readonly string[]>();

  constructor(uri: vscode.Uri, folder: Folder) {
    this.uri = uri;
    this.#folder = folder;
    this.update(folder);
  }

  get name(): string {
    return this.#folder.name;
  }

  get ready(): boolean {
    return this.#folder.ready;
  }

  /** Names what is shown, for the server to tell what has changed since. */
  get state(): string {
    return this.#folder.state;
  }

  /** Follows what the server tells, and tells which rows are others, or have other children; `all`: the folder itself. */
  update(folder: Folder): readonly Row[] | 'all' {
    const isOther = folder.ready !== this.#folder.ready || folder.name !== this.#folder.name;
    this.#folder = { ...folder, nodes: [] };
    if (folder.changes === undefined) {
      // A folder that is being read has nothing to show, again and again.
      if (!isOther && this.#rows.size === 0 && folder.nodes.length === 0) return [];
      this.#rows.clear();
      this.#lists.clear();
      this.#add('', folder.nodes);
      return 'all';
    }
    const { rows, lists } = folder.changes;
    for (const node of rows) this.#set(node);
    for (const { id, ids } of lists) this.#lists.set(id, ids);
    this.#sweep();
    if (isOther || lists.some(({ id }) => id === '')) return 'all';
    return [...rows, ...lists].flatMap(({ id }) => this.#rows.get(id) ?? []);
  }

  /** The rows below a row, and with an empty id those of the folder. */
  children(id: string): readonly Row[] {
    return (this.#lists.get(id) ?? []).flatMap((child) => this.#rows.get(child) ?? []);
  }

  #add(parent: string, nodes: readonly TreeNode[]): void {
    this.#lists.set(
      parent,
      nodes.map(({ id }) => id),
    );
    for (const { children = [], ...node } of nodes) {
      this.#set(node);
      if (children.length > 0) this.#add(node.id, children);
    }
  }

  #set(node: TreeNode): void {
    const known = this.#rows.get(node.id);
    if (known === undefined) this.#rows.set(node.id, new KeptRow(this, node));
    else known.node = node;
  }

  /** Forgets rows that are in no list any more. */
  #sweep(): void {
    const shown = new Set<string>();
    const see = (id: string): void => {
      shown.add(id);
      for (const child of this.#lists.get(id) ?? []) see(child);
    };
    see('');
    for (const id of this.#rows.keys()) if (!shown.has(id)) this.#rows.delete(id);
    for (const id of this.#lists.keys()) if (!shown.has(id)) this.#lists.delete(id);
  }
}

class KeptRow implements Row {
  node: TreeNode;
  readonly #of: FolderRows;

  constructor(of: FolderRows, node: TreeNode) {
    this.#of = of;
    this.node = node;
  }

  get folder(): vscode.Uri {
    return this.#of.uri;
  }

  get isParent(): boolean {
    return this.node.more !== undefined || this.#of.children(this.node.id).length > 0;
  }
}
