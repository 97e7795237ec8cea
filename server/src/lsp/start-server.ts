import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Assets } from '../host/assets';
import { defineService } from '../host/define-service';
import {
  CANCEL_NOTIFICATION,
  CHILDREN_REQUEST,
  type ChildrenParams,
  DEFINE_REQUEST,
  type DefineParams,
  DOCUMENT_REQUEST,
  type DocumentParams,
  EXPLAIN_REQUEST,
  type ExplainParams,
  LOOK_AGAIN_NOTIFICATION,
  RESCAN_REQUEST,
  SAVE_REQUEST,
  type SaveParams,
  TREE_REQUEST,
  type TreeParams,
} from '../protocol';
import { explanationRows } from '../views/explanation-rows';
import { documentAnswer } from './answers';
import { unlessCancelled } from './cancelled';
import { answerCodeActions, FIXES } from './code-actions';
import { EnvDiagnostics } from './env-diagnostics';
import { answerFeatures, FEATURES, type Guarded } from './features';
import { saveDocument } from './save-document';
import { childrenAnswer, treeAnswer } from './tree-answers';
import { Workspace } from './workspace';

export interface ServerOptions {
  /** Resolves to the build's assets; the scan waits for them, the handshake does not. */
  readonly assets: Promise<Assets>;
  /** The built `worker.js`; without it everything runs in this thread. */
  readonly workerScript?: string;
  /** The file that explains the diagnostics' codes. */
  readonly docs?: string;
}

/** Answers an editor over this connection for as long as it stands. */
export function startServer(connection: Connection, options: ServerOptions): void {
  const documents = new TextDocuments(TextDocument);
  const workspace = new Workspace(connection, options);
  const diagnostics = new EnvDiagnostics(connection, workspace, options.docs);
  let client: InitializeParams | undefined;

  /** No mistake of ours may reach the editor as an error: it would pop up, and again with each request. */
  const guarded: Guarded = async (what, otherwise, run, token) => {
    try {
      return await (token === undefined ? run() : unlessCancelled(run, token));
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      connection.console.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return otherwise;
    }
  };

  connection.onInitialize((params): InitializeResult => {
    client = params;
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...FEATURES,
        ...FIXES,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
      serverInfo: { name: 'Integration Atlas' },
    };
  });

  connection.onInitialized(() =>
    guarded('Start', undefined, async () => {
      const can = client?.capabilities.workspace;
      const register = connection.client.register.bind(connection.client);
      if (can?.didChangeConfiguration?.dynamicRegistration === true) {
        await register(DidChangeConfigurationNotification.type, { section: 'integrationAtlas' });
      }
      if (can?.didChangeWatchedFiles?.dynamicRegistration === true) {
        // All files: folders that are deleted tell of themselves alone, and which files matter is for the engine to say.
        await register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*' }] });
      }
      if (can?.workspaceFolders === true) {
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
          guarded('Folders', undefined, () => workspace.changeFolders(added, removed)),
        );
      }
      await workspace.open(foldersOf(client), can?.configuration === true, cacheDirOf(client));
    }),
  );

  connection.onDidChangeConfiguration(() => guarded('Settings', undefined, () => workspace.readSettings()));
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) workspace.touch(uri);
  });
  documents.onDidChangeContent(({ document }) => workspace.setOpen(document.uri, document.getText()));
  documents.onDidClose(({ document }) => workspace.setOpen(document.uri, undefined));
  documents.listen(connection);

  answerFeatures(connection, workspace, documents, guarded, () => client?.capabilities ?? {});

  const can = () => client?.capabilities ?? {};
  answerCodeActions(connection, { workspace, documents, diagnostics, can, guarded });

  connection.onRequest(TREE_REQUEST, (asked: TreeParams | null) =>
    guarded('Tree', { folders: [] }, () => treeAnswer(workspace.folders.all, asked ?? {})),
  );
  connection.onRequest(CHILDREN_REQUEST, ({ folder, id }: ChildrenParams) =>
    guarded('Children', [], () => {
      const open = workspace.folders.get(folder);
      return open === undefined ? [] : childrenAnswer(open, id);
    }),
  );
  connection.onRequest(DOCUMENT_REQUEST, ({ folder, known }: DocumentParams) =>
    guarded('Document', null, () => {
      const open = workspace.folders.get(folder);
      return open === undefined ? null : documentAnswer(open, workspace.settingsOf(open), known);
    }),
  );
  connection.onRequest(SAVE_REQUEST, ({ folder, force }: SaveParams) =>
    guarded('Save', null, async () => {
      const open = workspace.folders.get(folder);
      return open === undefined ? null : saveDocument(open, workspace.settingsOf(open), force);
    }),
  );
  connection.onRequest(EXPLAIN_REQUEST, ({ folder, name }: ExplainParams) =>
    guarded('Explain', null, async () => {
      const open = workspace.folders.get(folder);
      return open === undefined ? null : explanationRows(await open.session.explain(name));
    }),
  );
  connection.onRequest(DEFINE_REQUEST, ({ kind, name, text }: DefineParams) =>
    guarded('Define', null, () => defineService(text, kind, name)),
  );
  connection.onRequest(RESCAN_REQUEST, () => guarded('Rescan', null, () => workspace.rescan()));
  connection.onNotification(CANCEL_NOTIFICATION, () => workspace.cancelScans());
  connection.onNotification(LOOK_AGAIN_NOTIFICATION, () => workspace.lookAgain());
  connection.onShutdown(() => {
    diagnostics.close();
    workspace.close();
  });
  connection.listen();
}

function foldersOf(client: InitializeParams | undefined): readonly { readonly uri: string; readonly name: string }[] {
  if (client?.workspaceFolders) return client.workspaceFolders;
  // Editors without workspace folders name a root alone.
  const root = client?.rootUri;
  return root ? [{ uri: root, name: root.slice(root.lastIndexOf('/') + 1) }] : [];
}

/** Editors name the folder where an extension may keep what it can do without. */
function cacheDirOf(client: InitializeParams | undefined): string | undefined {
  const options: unknown = client?.initializationOptions;
  const dir = typeof options === 'object' && options !== null && 'cacheDir' in options ? options.cacheDir : undefined;
  return typeof dir === 'string' && dir !== '' ? dir : undefined;
}
