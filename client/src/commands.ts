import * as vscode from 'vscode';
import type { Connection } from './connection';
import { defineService } from './define-service';
import type { DocumentPreviews } from './document/previews';
import { saveDocument } from './document/save';
import { askForName, explain } from './explain';
import { revealValue } from './reveal-value';
import type { AtlasView } from './tree/atlas-view';
import { openArguments, type Row } from './tree/tree-item';

interface Parts {
  readonly connection: Connection;
  readonly view: AtlasView;
  readonly previews: DocumentPreviews;
  readonly log: vscode.LogOutputChannel;
}

/** Every command of the extension, by the part of its name after `integrationAtlas.`. */
export function registerCommands(context: vscode.ExtensionContext, parts: Parts): void {
  const { connection, view, previews, log } = parts;
  const onFolder = (run: (folder: vscode.WorkspaceFolder) => unknown) => async () => {
    const folder = await pickFolder(previews.activeFolder);
    if (folder !== undefined) await run(folder);
  };
  const onRow = (run: (row: Row) => unknown) => (row?: Row) => {
    const chosen = row ?? view.selection[0];
    return chosen === undefined ? undefined : run(chosen);
  };
  const commands: Record<string, (...args: never[]) => unknown> = {
    generateDocument: onFolder((folder) => {
      previews.show(folder);
    }),
    saveDocument: onFolder((folder) => saveDocument(connection, folder)),
    copyDocument: onFolder((folder) => copyDocument(connection, folder)),
    revealValue: (asked?: unknown) => revealValue(connection, asked),
    explain: async (row?: Row) => {
      const folder = row?.folder ?? (await pickFolder(previews.activeFolder))?.uri;
      const name = row === undefined ? await askForName(view.selection[0]?.node.label) : nameOf(row);
      if (folder !== undefined && name !== undefined) await explain(connection, folder, name);
    },
    defineService: onRow((row) => (row.node.kind === 'unrecognised' ? defineService(connection, row) : undefined)),
    rescan: () => connection.rescan(),
    cancelScan: () => connection.cancelScan(),
    find: async () => {
      await view.focus();
      await vscode.commands.executeCommand('list.find');
    },
    focus: () => view.focus(),
    restartServer: () => connection.restart(),
    showLog: () => log.show(),
    openSettings: () =>
      vscode.commands.executeCommand('workbench.action.openSettings', '@ext:integration-atlas.integration-atlas'),
    openDocs: onRow(({ node }) => node.docs !== undefined && vscode.env.openExternal(vscode.Uri.parse(node.docs))),
    copyName: onRow(({ node }) => copy(node.copy ?? node.label)),
    reveal: onRow(({ folder, node }) => {
      if (node.location === undefined) return undefined;
      return vscode.commands.executeCommand('vscode.open', ...openArguments(folder, node.location));
    }),
  };
  for (const [name, run] of Object.entries(commands)) {
    context.subscriptions.push(vscode.commands.registerCommand(`integrationAtlas.${name}`, run));
  }
}

/** A service goes by its id, which is the last part of its row's: names may be ambiguous. */
function nameOf({ node }: Row): string {
  return node.kind === 'integration' ? node.id.slice(node.id.lastIndexOf('/') + 1) : node.label;
}

/** The folder meant: the only one, that of the preview in front or of the editor, or the one that the user picks. */
async function pickFolder(active: vscode.WorkspaceFolder | undefined): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    void vscode.window.showInformationMessage('Open a folder first: there is no code to read.');
    return undefined;
  }
  if (folders.length === 1) return folders[0];
  if (active !== undefined) return active;
  const edited = vscode.window.activeTextEditor?.document.uri;
  const around = edited && vscode.workspace.getWorkspaceFolder(edited);
  return around ?? vscode.window.showWorkspaceFolderPick({ placeHolder: 'Whose integrations?' });
}

async function copyDocument(connection: Connection, folder: vscode.WorkspaceFolder): Promise<void> {
  const document = await connection.document(folder.uri.toString());
  if (document?.markdown !== undefined) await copy(document.markdown, 'The document');
}

async function copy(text: string, what = text): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(`$(check) ${what} was copied`, 2000);
}
