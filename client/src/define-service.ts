import * as vscode from 'vscode';
import type { Connection } from './connection';
import type { Row } from './tree/tree-item';

/** Opens the project file with the start of an entry for what the catalog does not know. Nothing is saved unasked. */
export async function defineService(connection: Connection, { folder, node }: Row): Promise<void> {
  const kind = node.id.startsWith('unrecognised/host:') ? 'host' : 'package';
  const file = vscode.Uri.joinPath(folder, '.integration-atlas.json');
  const before = await textOf(file);
  const defined = await connection.define({ kind, name: node.label, ...(before !== undefined && { text: before }) });
  if (defined === undefined) return;
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(file, { ignoreIfExists: true });
  edit.replace(file, new vscode.Range(0, 0, Number.MAX_SAFE_INTEGER, 0), defined.text);
  await vscode.workspace.applyEdit(edit);
  const selection = new vscode.Range(defined.line, 0, defined.line, 0);
  await vscode.window.showTextDocument(file, { selection });
}

async function textOf(file: vscode.Uri): Promise<string | undefined> {
  try {
    return (await vscode.workspace.openTextDocument(file)).getText();
  } catch {
    return undefined;
  }
}
