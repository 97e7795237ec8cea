import * as vscode from 'vscode';
import type { ValuePlace, ValuePlacesParams } from '../../server/src/protocol';
import type { Connection } from './connection';

/** What a hover's link names: a variable and the file that gives it a value. */
interface Named {
  readonly name: string;
  readonly uri: string;
}

const LONGEST_SHOWN = 2000;

/**
 * Shows a value until the window is closed, and keeps it nowhere. It is read from the file at that moment, here: the
 * server says where it stands. Without a name, the variable at the cursor is meant.
 */
export async function revealValue(connection: Connection, asked: unknown): Promise<void> {
  if (!vscode.workspace.isTrusted) {
    void vscode.window.showInformationMessage('Values are shown in trusted workspaces alone.');
    return;
  }
  const params = isNamed(asked) ? asked : atCursor();
  if (params === undefined) {
    void vscode.window.showInformationMessage('Place the cursor on an environment variable first.');
    return;
  }
  const place = await pick((await connection.valuePlaces(params)) ?? []);
  if (place === 'none') {
    const isOff = vscode.workspace.getConfiguration('integrationAtlas').get('values') !== 'masked';
    const text = isOff
      ? 'Values are not read: the setting Integration Atlas: Values is off.'
      : 'No .env file gives this variable a value.';
    void vscode.window.showInformationMessage(text);
  } else if (place !== undefined) await show(place);
}

function isNamed(asked: unknown): asked is Named {
  if (typeof asked !== 'object' || asked === null) return false;
  return 'name' in asked && typeof asked.name === 'string' && 'uri' in asked && typeof asked.uri === 'string';
}

function atCursor(): ValuePlacesParams | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), line, column: character };
}

async function pick(places: readonly ValuePlace[]): Promise<ValuePlace | 'none' | undefined> {
  if (places.length < 2) return places[0] ?? 'none';
  const items = places.map((place) => ({ label: place.path, place }));
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: 'Whose value?' });
  return chosen?.place;
}

async function show({ name, uri, path, line, column, endLine, endColumn }: ValuePlace): Promise<void> {
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri)));
  const lines = text.split(/\r?\n/).slice(line, endLine + 1);
  const last = lines.length - 1;
  const value = lines
    .map((content, at) => content.slice(at === 0 ? column : 0, at === last ? endColumn : undefined))
    .join('\n');
  const detail = value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)} ...` : value;
  await vscode.window.showInformationMessage(`${name} in ${path}`, { modal: true, detail });
}
