import * as vscode from 'vscode';
import type { ExplanationRow } from '../../server/src/protocol';
import type { Connection } from './connection';
import { openArguments } from './tree/tree-item';

interface Item extends vscode.QuickPickItem {
  readonly place?: ExplanationRow['place'];
}

/** Shows by which rules and places a name is found, or why it is not; a row that is chosen opens its place. */
export async function explain(connection: Connection, folder: vscode.Uri, name: string): Promise<void> {
  const rows = await connection.explain(folder.toString(), name);
  if (rows === undefined) return;
  const chosen = await vscode.window.showQuickPick<Item>(rows.map(itemOf), {
    title: `Why ${name} is here, or is not`,
    placeHolder: 'Choose a row to go to its place',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen?.place !== undefined) {
    await vscode.commands.executeCommand('vscode.open', ...openArguments(folder, chosen.place));
  }
}

export function askForName(value: string | undefined): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: 'Explain an integration',
    prompt: 'A service, a package, a host or an environment variable',
    placeHolder: 'stripe',
    ...(value !== undefined && { value }),
    validateInput: (text) => (text.trim() === '' ? 'Say which.' : undefined),
  });
}

function itemOf({ heading, place, ...row }: ExplanationRow): Item {
  if (heading === true) return { label: row.label, kind: vscode.QuickPickItemKind.Separator };
  // Texts of the code may hold `$(icon)`, which VS Code would draw.
  const plain = (text: string): string => text.replace(/\$\(/g, '$\u200b(');
  return {
    label: plain(row.label),
    ...(row.description !== undefined && { description: plain(row.description) }),
    ...(row.detail !== undefined && { detail: plain(row.detail) }),
    ...(place && { place }),
  };
}
