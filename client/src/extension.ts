import * as vscode from 'vscode';
import { registerCommands } from './commands';
import { Connection } from './connection';
import { DocumentPreviews } from './document/previews';
import { StatusBar } from './status-bar';
import { AtlasView } from './tree/atlas-view';

/** What the tests of the extension ask for; nothing else may rely on it. */
export interface ExtensionApi {
  readonly connection: Connection;
  readonly view: AtlasView;
  readonly previews: DocumentPreviews;
}

let connection: Connection | undefined;

export function activate(context: vscode.ExtensionContext): ExtensionApi {
  const log = vscode.window.createOutputChannel('Integration Atlas', { log: true });
  const server = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const cacheDir = vscode.Uri.joinPath(context.globalStorageUri, 'facts').fsPath;
  connection = new Connection(server, log, cacheDir);
  const view = new AtlasView(connection);
  const previews = new DocumentPreviews(connection, context.extensionUri);
  context.subscriptions.push(log, connection, view, previews, new StatusBar(connection));
  const comesBack = vscode.window.onDidChangeWindowState(({ focused }) => {
    if (focused) void connection?.lookAgain();
  });
  context.subscriptions.push(comesBack);
  registerCommands(context, { connection, view, previews, log });
  // The views tell how far the server is; the window need not wait for it.
  void connection.start();
  return { connection, view, previews };
}

export async function deactivate(): Promise<void> {
  await connection?.stop();
}
