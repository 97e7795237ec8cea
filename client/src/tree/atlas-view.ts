import * as vscode from 'vscode';
import type { TreeNode, TreeResult } from '../../../server/src/protocol';
import { type Connection, isOnlyProgress, type ServerState } from '../connection';
import { isShown } from '../settings';
import { FolderRows } from './folder-rows';
import { type Row, treeItemOf } from './tree-item';

const VIEW = 'integrationAtlas.tree';
type Folders = TreeResult['folders'];

/** The sidebar: shows the server's rows, and asks for them again only when they changed and can be seen. */
export class AtlasView implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #connection: Connection;
  readonly #changed = new vscode.EventEmitter<Row[] | undefined>();
  readonly #refreshed = new vscode.EventEmitter<readonly Row[] | undefined>();
  readonly #view: vscode.TreeView<Row>;
  readonly #subscriptions: vscode.Disposable[];
  #folders: ReadonlyMap<string, FolderRows> = new Map();
  #isShown = false;
  #stale = true;
  #asking: Promise<void> | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#view = vscode.window.createTreeView<Row>(VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = [
      this.#view,
      this.#changed,
      this.#refreshed,
      connection.onDidChange((state) => this.#follow(state)),
      this.#view.onDidChangeVisibility(() => this.#update()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('integrationAtlas.badge')) this.#showCounts(connection.state);
      }),
    ];
    this.#follow(connection.state);
  }

  /** The folders as last shown, once they are up to date. */
  async rows(): Promise<readonly FolderRows[]> {
    this.#stale = true;
    await this.#load();
    return [...this.#folders.values()];
  }

  /** Tells each time which rows are shown anew: all of them, or so many. */
  get onDidRefresh(): vscode.Event<readonly Row[] | undefined> {
    return this.#refreshed.event;
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
    if (row !== undefined) return this.#childrenOf(row);
    const [only, ...others] = this.#folders.values();
    if (only === undefined) return [];
    return others.length === 0 ? [...only.children('')] : [...this.#folders.values()].map(folderRow);
  }

  async #childrenOf({ folder, node }: Row): Promise<Row[]> {
    if (node.kind === 'section' && node.id === FOLDER)
      return [...(this.#folders.get(folder.toString())?.children('') ?? [])];
    if (node.children !== undefined) return rowsOf(folder, node.children);
    if (node.more === undefined) return [...(this.#folders.get(folder.toString())?.children(node.id) ?? [])];
    return rowsOf(folder, (await this.#connection.children(folder.toString(), node.id)) ?? []);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #follow(state: ServerState): void {
    this.#showCounts(state);
    if (isOnlyProgress(state)) return;
    this.#stale = true;
    this.#update();
  }

  #update(): void {
    if (!this.#stale) return;
    // The rows of a hidden view are not needed, but the first ones decide which welcome text it shows.
    if (this.#view.visible || !this.#isShown) void this.#load();
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
      const known = [...this.#folders].map(([uri, { state }]) => [uri, state]);
      const result = await this.#connection.tree(Object.fromEntries(known));
      // A server that is starting or gone leaves the rows as they are: they were true a moment ago.
      if (result !== undefined) this.#show(result.folders);
    }
  }

  #show(folders: Folders): void {
    this.#setState(folders);
    this.#isShown = true;
    const before = [...this.#folders.keys()];
    const changed: Row[] = [];
    let isOther = before.length !== folders.length;
    const now = folders.map((folder, index) => {
      const known = this.#folders.get(folder.uri);
      isOther ||= before[index] !== folder.uri;
      if (known === undefined) return [folder.uri, new FolderRows(vscode.Uri.parse(folder.uri), folder)] as const;
      const rows = known.update(folder);
      if (rows === 'all') isOther = true;
      else changed.push(...rows);
      return [folder.uri, known] as const;
    });
    this.#folders = new Map(now);
    // Rows that are the same are left alone: a refresh would move the scroll position and end a search.
    if (isOther) this.#refresh(undefined);
    else if (changed.length > 0) this.#refresh([...new Set(changed)]);
  }

  #refresh(rows: Row[] | undefined): void {
    this.#changed.fire(rows);
    this.#refreshed.fire(rows);
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

const FOLDER = 'folder';

/** One folder of several. It gets a new id when it is read: the closed state of an empty row would stay with the old. */
function folderRow({ uri, name, ready }: FolderRows): Row {
  const node: TreeNode = ready
    ? { id: FOLDER, kind: 'section', label: name, icon: 'root-folder', expanded: true }
    : { id: 'folder (unread)', kind: 'section', label: name, icon: 'root-folder', description: 'reading ...' };
  return { folder: uri, node, isParent: ready };
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
