import * as vscode from 'vscode';
import type { TreeNode, TreeResult } from '../../../server/src/protocol';
import type { Connection, ServerState } from '../connection';
import { isShown } from '../settings';
import { type Row, treeItemOf } from './tree-item';

const VIEW = 'integrationAtlas.tree';
type Folders = TreeResult['folders'];

/** The sidebar: shows the server's rows, and asks for them again only when they changed and can be seen. */
export class AtlasView implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #connection: Connection;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #view: vscode.TreeView<Row>;
  readonly #subscriptions: vscode.Disposable[];
  #folders: Folders = [];
  #shown = '';
  #stale = true;
  #asking: Promise<void> | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#view = vscode.window.createTreeView<Row>(VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = [
      this.#view,
      this.#changed,
      connection.onDidChange((state) => this.#follow(state)),
      this.#view.onDidChangeVisibility(() => this.#update()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('integrationAtlas.badge')) this.#showCounts(connection.state);
      }),
    ];
    this.#follow(connection.state);
  }

  /** The rows as last shown, once they are up to date. */
  async rows(): Promise<Folders> {
    this.#stale = true;
    await this.#load();
    return this.#folders;
  }

  async focus(): Promise<void> {
    await vscode.commands.executeCommand(`${VIEW}.focus`);
  }

  /** The rows that are selected, for commands that were started from the keyboard. */
  get selection(): readonly Row[] {
    return this.#view.selection;
  }

  getTreeItem(row: Row): vscode.TreeItem {
    return treeItemOf(row);
  }

  async getChildren(row?: Row): Promise<Row[]> {
    if (row !== undefined) return rowsOf(row.folder, await this.#childrenOf(row));
    const [only, ...others] = this.#folders;
    if (only === undefined) return [];
    if (others.length === 0) return rowsOf(vscode.Uri.parse(only.uri), only.nodes);
    return this.#folders.map(folderRow);
  }

  async #childrenOf({ folder, node }: Row): Promise<readonly TreeNode[]> {
    if (node.more === undefined) return node.children ?? [];
    return (await this.#connection.children(folder.toString(), node.id)) ?? [];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #follow(state: ServerState): void {
    this.#stale = true;
    this.#showCounts(state);
    this.#update();
  }

  #update(): void {
    if (!this.#stale) return;
    // The rows of a hidden view are not needed, but the first ones decide which welcome text it shows.
    if (this.#view.visible || this.#shown === '') void this.#load();
  }

  /** One request at a time; a change while it runs asks once more. */
  #load(): Promise<void> {
    this.#asking ??= this.#askUntilFresh().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #askUntilFresh(): Promise<void> {
    while (this.#stale) {
      this.#stale = false;
      const result = await this.#connection.tree();
      // A server that is starting or gone leaves the rows as they are: they were true a moment ago.
      if (result !== undefined) this.#show(result.folders);
    }
  }

  #show(folders: Folders): void {
    this.#setState(folders);
    const text = JSON.stringify(folders);
    // Rows that are the same are left alone: a refresh would move the scroll position and end a search.
    if (text === this.#shown) return;
    this.#shown = text;
    this.#folders = folders;
    this.#changed.fire(undefined);
  }

  #setState(folders: Folders): void {
    const server = this.#connection.state;
    const ready = folders.some((folder) => folder.ready);
    // A server that has nothing to do and still nothing to say has failed at it; its log tells why.
    const idle = server.phase === 'running' && !server.counts.scanning;
    const failed = server.phase === 'failed' || (idle && folders.length === 0);
    const state = failed ? 'failed' : server.phase === 'starting' || !ready ? 'starting' : 'empty';
    void vscode.commands.executeCommand('setContext', 'integrationAtlas.state', state);
  }

  #showCounts(state: ServerState): void {
    const counts = state.phase === 'running' ? state.counts : undefined;
    void vscode.commands.executeCommand('setContext', 'integrationAtlas.scanning', counts?.scanning === true);
    const value = counts?.integrations ?? 0;
    this.#view.badge = isShown('badge') && value > 0 ? { value, tooltip: `${value} integrations` } : undefined;
    this.#view.message = state.phase === 'failed' ? `The server is not running: ${state.reason}` : '';
    if (state.phase === 'failed') this.#setState([]);
  }
}

/** One folder of several. It gets a new id when it is read: the closed state of an empty row would stay with the old. */
function folderRow({ uri, name, nodes, ready }: Folders[number]): Row {
  const node: TreeNode = ready
    ? { id: 'folder', kind: 'section', label: name, icon: 'root-folder', expanded: true, children: nodes }
    : { id: 'folder (unread)', kind: 'section', label: name, icon: 'root-folder', description: 'reading ...' };
  return { folder: vscode.Uri.parse(uri), node };
}

/** VS Code shows nothing at all where two rows share an id, so a second one of the same id gets another. */
function rowsOf(folder: vscode.Uri, nodes: readonly TreeNode[]): Row[] {
  const seen = new Map<string, number>();
  return nodes.map((node) => {
    const count = (seen.get(node.id) ?? 0) + 1;
    seen.set(node.id, count);
    return { folder, node: count === 1 ? node : { ...node, id: `${node.id}#${count}` } };
  });
}
