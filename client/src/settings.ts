import * as vscode from 'vscode';

/** Whether the user wants one of the extension's decorations. */
export function isShown(what: 'badge' | 'statusBar'): boolean {
  return vscode.workspace.getConfiguration('integrationAtlas').get<boolean>(`${what}.visible`) === true;
}
