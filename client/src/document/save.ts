import * as vscode from 'vscode';
import type { Connection } from '../connection';

const OVERWRITE = 'Overwrite';
const OPEN = 'Open';

/** Writes the folder's document, after a question where that would replace someone else's text. */
export async function saveDocument(connection: Connection, folder: vscode.WorkspaceFolder): Promise<void> {
  const uri = folder.uri.toString();
  let result = await connection.save(uri, false);
  if (result?.outcome === 'foreign') {
    const question = `${result.path} was not written by Integration Atlas. Overwrite it?`;
    const detail = 'Its present text will be lost, unless it is under version control.';
    const answer = await vscode.window.showWarningMessage(question, { modal: true, detail }, OVERWRITE);
    if (answer !== OVERWRITE) return;
    result = await connection.save(uri, true);
  }
  if (result === undefined) {
    void vscode.window.showErrorMessage(
      'The document was not written: the server does not answer. See "Integrations: Show log".',
    );
  } else if (result.outcome === 'failed') {
    void vscode.window.showErrorMessage(`The document was not written: ${result.message ?? result.path}`);
  } else {
    await offerToOpen(vscode.Uri.joinPath(folder.uri, result.path), result.path, result.outcome === 'unchanged');
  }
}

async function offerToOpen(file: vscode.Uri, path: string, unchanged: boolean): Promise<void> {
  const said = unchanged ? `${path} is up to date.` : `${path} was written.`;
  const answer = await vscode.window.showInformationMessage(said, OPEN);
  if (answer === OPEN) await vscode.window.showTextDocument(file);
}
