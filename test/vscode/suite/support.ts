import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../../client/src/extension';
import type { Row } from '../../../client/src/tree/tree-item';
import type { TreeNode } from '../../../server/src/protocol';

export const EXTENSION = 'integration-atlas.integration-atlas';

export async function api(): Promise<ExtensionApi> {
  const extension = vscode.extensions.getExtension<ExtensionApi>(EXTENSION);
  assert.ok(extension, 'The extension is not installed.');
  return extension.activate();
}

export function folder(): vscode.WorkspaceFolder {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(first, 'No folder is open.');
  return first;
}

export function uriOf(path: string): vscode.Uri {
  return vscode.Uri.joinPath(folder().uri, path);
}

/** Asks again until the answer is there: what follows the code does so in its own time. */
export async function eventually<T>(
  what: string,
  ask: () => T | undefined | Promise<T | undefined>,
  patience = 15_000,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`${what} did not come about.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export async function nodes(): Promise<readonly TreeNode[]> {
  const { view } = await api();
  await eventually('The first scan', async () => (await view.rows()).some(({ ready }) => ready));
  const all = async (rows: readonly Row[]): Promise<readonly TreeNode[]> =>
    (await Promise.all(rows.map(async (row) => [row.node, ...(await all(await view.getChildren(row)))]))).flat();
  return all(await view.getChildren());
}

export async function labels(kind: TreeNode['kind']): Promise<readonly string[]> {
  return (await nodes()).filter((node) => node.kind === kind).map(({ label }) => label);
}

/** Replaces the text of an editor without saving it. */
export async function type(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  edit.replace(document.uri, all, text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
