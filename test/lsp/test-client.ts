import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import {
  type CancellationToken,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  type InitializeParams,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { loadAssets } from '../../server/src/host/assets';
import { startServer } from '../../server/src/lsp/start-server';
import {
  CHANGED_NOTIFICATION,
  CHILDREN_REQUEST,
  type ChangedParams,
  DOCUMENT_REQUEST,
  type DocumentResult,
  RESCAN_REQUEST,
  SAVE_REQUEST,
  type SaveResult,
  TREE_REQUEST,
  type TreeNode,
  type TreeResult,
} from '../../server/src/protocol';
import { ASSETS } from '../support/extract';

export type Files = Readonly<Record<string, string>>;

/** An editor for tests: talks to a server in the same process about folders on a real disk. */
export class TestClient {
  readonly folders: readonly string[];
  readonly news: ChangedParams[] = [];
  readonly logged: { readonly type: number; readonly message: string }[] = [];
  readonly watched: string[] = [];
  /** What each file was told of last, and the files in the order in which they were told of. */
  readonly diagnostics = new Map<string, readonly Diagnostic[]>();
  readonly publications: string[] = [];
  settings: Readonly<Record<string, unknown>> = {};
  readonly #heard: Buffer[] = [];
  readonly #base: string;
  readonly #connection: ProtocolConnection;
  readonly #waiting = new Set<() => void>();

  private constructor(base: string, folders: readonly string[]) {
    this.#base = base;
    this.folders = folders;
    const up = new PassThrough();
    const down = new PassThrough();
    down.on('data', (bytes: Buffer) => this.#heard.push(bytes));
    const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
    startServer(server, { assets: loadAssets(ASSETS) });
    this.#connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    this.#connection.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) =>
      items.map(() => this.settings),
    );
    this.#connection.onRequest('client/registerCapability', ({ registrations }) => {
      for (const { method } of registrations) this.watched.push(method);
    });
    this.#connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri, diagnostics }: { uri: string; diagnostics: readonly Diagnostic[] }) => {
        this.diagnostics.set(uri, diagnostics);
        this.publications.push(uri);
      },
    );
    this.#connection.onNotification('window/logMessage', (message) => {
      this.logged.push(message);
    });
    this.#connection.onNotification(CHANGED_NOTIFICATION, (counts: ChangedParams) => {
      this.news.push(counts);
      for (const wake of this.#waiting) wake();
    });
    this.#connection.listen();
  }

  /** Starts on one folder for each map of files, and waits for the first scan. */
  static async start(...workspaces: readonly Files[]): Promise<TestClient> {
    const base = await realpath(await mkdtemp(join(tmpdir(), 'atlas-lsp-')));
    const folders = workspaces.map((_, index) => join(base, `folder ${index + 1}`));
    const client = new TestClient(base, folders);
    for (const [index, files] of workspaces.entries()) {
      await mkdir(folders[index] ?? base, { recursive: true });
      for (const [path, text] of Object.entries(files)) await client.write(path, text, index);
    }
    return client;
  }

  async initialize(capabilities: InitializeParams['capabilities'] = CAPABILITIES): Promise<void> {
    const workspaceFolders = this.folders.map((folder, index) => ({ uri: uriOf(folder), name: `folder ${index + 1}` }));
    await this.#connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities,
      workspaceFolders,
    });
    await this.#connection.sendNotification('initialized', {});
    await this.until(({ scanning }, { length }) => !scanning && length > 0);
    await this.until(async () => {
      const { folders } = await this.tree();
      return folders.length === this.folders.length && folders.every(({ ready }) => ready);
    });
  }

  /** Every byte that the server has sent. */
  get heard(): string {
    return Buffer.concat(this.#heard).toString('utf8');
  }

  uri(path: string, folder = 0): string {
    return uriOf(join(this.folders[folder] ?? this.#base, path));
  }

  async write(path: string, text: string, folder = 0): Promise<void> {
    const file = join(this.folders[folder] ?? this.#base, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }

  async remove(path: string, folder = 0): Promise<void> {
    await rm(join(this.folders[folder] ?? this.#base, path), { recursive: true });
  }

  notify(method: string, params: object): Promise<void> {
    return this.#connection.sendNotification(method, params);
  }

  request<T>(method: string, params: object = {}, token?: CancellationToken): Promise<T> {
    return this.#connection.sendRequest<T>(method, params, ...(token === undefined ? [] : [token]));
  }

  /** What an editor's watcher says. */
  changed(...uris: readonly string[]): Promise<void> {
    return this.notify('workspace/didChangeWatchedFiles', { changes: uris.map((uri) => ({ uri, type: 2 })) });
  }

  open(uri: string, text: string): Promise<void> {
    return this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'x', version: 1, text } });
  }

  edit(uri: string, text: string, version = 2): Promise<void> {
    return this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
  }

  close(uri: string): Promise<void> {
    return this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  hover(uri: string, line: number, character: number): Promise<Hover | null> {
    return this.request('textDocument/hover', { textDocument: { uri }, position: { line, character } });
  }

  tree(): Promise<TreeResult> {
    return this.request(TREE_REQUEST);
  }

  /** A folder's rows with all that is below them, asked for as an editor does that opens every row. */
  async rows(folder = 0): Promise<readonly TreeNode[]> {
    const { folders } = await this.tree();
    const { uri = '', nodes = [] } = folders[folder] ?? {};
    const withAll = async (node: TreeNode): Promise<readonly TreeNode[]> => {
      const children =
        node.more === undefined
          ? (node.children ?? [])
          : await this.request<readonly TreeNode[]>(CHILDREN_REQUEST, { folder: uri, id: node.id });
      return [node, ...(await Promise.all(children.map(withAll))).flat()];
    };
    return (await Promise.all(nodes.map(withAll))).flat();
  }

  /** The labels of a folder's rows of one kind. */
  async labels(kind: TreeNode['kind'], folder = 0): Promise<readonly string[]> {
    return (await this.rows(folder)).filter((node) => node.kind === kind).map(({ label }) => label);
  }

  document(folder = 0): Promise<DocumentResult> {
    return this.request(DOCUMENT_REQUEST, { folder: uriOf(this.folders[folder] ?? '') });
  }

  save(force = false): Promise<SaveResult> {
    return this.request(SAVE_REQUEST, { folder: uriOf(this.folders[0] ?? ''), force });
  }

  rescan(): Promise<void> {
    return this.request(RESCAN_REQUEST);
  }

  /** Waits for news after which the condition holds; it may hold already. */
  async until(
    holds: (news: ChangedParams, all: readonly ChangedParams[]) => boolean | Promise<boolean>,
  ): Promise<void> {
    for (;;) {
      const seen = this.news.length;
      const last = this.news.at(-1);
      if (last !== undefined && (await holds(last, this.news))) return;
      if (this.news.length === seen) {
        await new Promise<void>((resolve) => {
          this.#waiting.add(resolve);
        });
        this.#waiting.clear();
      }
    }
  }

  async stop(): Promise<void> {
    await this.#connection.sendRequest('shutdown');
    this.#connection.dispose();
    await rm(this.#base, { recursive: true, force: true });
  }
}

export const CAPABILITIES: InitializeParams['capabilities'] = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
  },
};

function uriOf(path: string): string {
  return pathToFileURL(path).href;
}
