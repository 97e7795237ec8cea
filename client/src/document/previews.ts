import * as vscode from 'vscode';
import { type Connection, isOnlyProgress } from '../connection';
import { Preview } from './preview';

const VIEW_TYPE = 'integrationAtlas.document';

/** The open previews, one a workspace folder. */
export class DocumentPreviews implements vscode.Disposable {
  readonly #connection: Connection;
  readonly #extension: vscode.Uri;
  readonly #open = new Map<string, Preview>();
  readonly #subscriptions: vscode.Disposable[];

  constructor(connection: Connection, extension: vscode.Uri) {
    this.#connection = connection;
    this.#extension = extension;
    this.#subscriptions = [
      connection.onDidChange((state) => {
        if (isOnlyProgress(state)) return;
        for (const preview of this.#open.values()) preview.update();
      }),
      // After a reload of the window VS Code hands the panel back with what the page had stored.
      vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
        deserializeWebviewPanel: async (panel, state: unknown) => {
          const folder = folderOfState(state);
          if (folder === undefined) panel.dispose();
          else this.#adopt(panel, folder);
        },
      }),
    ];
  }

  /** Opens the folder's preview beside the editor, or brings it to the front. */
  show(folder: vscode.WorkspaceFolder): Preview {
    const known = this.#open.get(folder.uri.toString());
    if (known !== undefined) {
      known.reveal();
      return known;
    }
    const column = vscode.window.activeTextEditor === undefined ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
    const panel = vscode.window.createWebviewPanel(
      VIEW_TYPE,
      'Integrations',
      { viewColumn: column, preserveFocus: true },
      { enableScripts: true, enableFindWidget: true, localResourceRoots: [this.#media] },
    );
    return this.#adopt(panel, folder);
  }

  /** The folder of the preview in front, if one is. */
  get activeFolder(): vscode.WorkspaceFolder | undefined {
    return [...this.#open.values()].find((preview) => preview.isActive)?.folder;
  }

  dispose(): void {
    for (const preview of this.#open.values()) preview.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #adopt(panel: vscode.WebviewPanel, folder: vscode.WorkspaceFolder): Preview {
    const key = folder.uri.toString();
    panel.iconPath = vscode.Uri.joinPath(this.#media, 'icon.png');
    const preview = new Preview(panel, folder, this.#connection, this.#media);
    this.#open.set(key, preview);
    panel.onDidDispose(() => this.#open.delete(key));
    return preview;
  }

  get #media(): vscode.Uri {
    return vscode.Uri.joinPath(this.#extension, 'media');
  }
}

function folderOfState(state: unknown): vscode.WorkspaceFolder | undefined {
  if (typeof state !== 'object' || state === null || !('folder' in state)) return undefined;
  return vscode.workspace.workspaceFolders?.find((folder) => folder.uri.toString() === state.folder);
}
