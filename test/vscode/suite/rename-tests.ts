import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, nodes, uriOf } from './support';

/** Written for these tests alone: the other suites count what the workspace holds. */
const FILES = {
  'rename/.env.example': 'SHIPPING_TOKEN=\nLABEL_TOKEN=\n',
  'rename/pay.ts': 'export const token = process.env.SHIPPING_TOKEN;\n',
  'rename/pay.py': 'import os\ntoken = os.environ["SHIPPING_TOKEN"]\n',
  'rename/pay.exs': 'System.fetch_env!("SHIPPING_TOKEN")\n',
  'rename/docker-compose.yml':
    'services:\n  a:\n    image: a\n    environment:\n      SHIPPING_TOKEN: ${SHIPPING_TOKEN}\n',
  '.github/workflows/rename.yml':
    'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    env:\n      SHIPPING_TOKEN: x\n    steps: []\n',
} as const;

const PATHS = Object.keys(FILES);

async function writeFiles(): Promise<void> {
  await nodes();
  for (const [path, text] of Object.entries(FILES)) {
    await vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text));
  }
}

async function removeFiles(): Promise<void> {
  for (const path of ['rename', '.github']) await vscode.workspace.fs.delete(uriOf(path), { recursive: true });
}

async function rename(path: string, line: number, character: number, name: string): Promise<vscode.WorkspaceEdit> {
  const uri = uriOf(path);
  await vscode.workspace.openTextDocument(uri);
  const at = new vscode.Position(line, character);
  return vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', uri, at, name);
}

async function texts(): Promise<readonly string[]> {
  const documents = await Promise.all(PATHS.map((path) => vscode.workspace.openTextDocument(uriOf(path))));
  return documents.map((document) => document.getText());
}

export function renameTests(): void {
  before(writeFiles);
  after(removeFiles);
  afterEach(closeAll);

  it('renames a variable in three languages and in all that declares it', async () => {
    const before = await texts();
    const edit = await eventually('The renaming', async () => {
      const found = await rename('rename/.env.example', 0, 4, 'PARCEL_TOKEN');
      return found.size === PATHS.length ? found : undefined;
    });
    // What needs no question is done by an extension as well as by a person.
    assert.ok(await vscode.workspace.applyEdit(edit));
    const after = await texts();
    assert.deepEqual(
      after,
      before.map((text) => text.replaceAll('SHIPPING_TOKEN', 'PARCEL_TOKEN')),
    );
    const back = await eventually('The way back', async () => {
      const found = await rename('rename/pay.ts', 0, 35, 'SHIPPING_TOKEN');
      return found.size === PATHS.length ? found : undefined;
    });
    assert.ok(await vscode.workspace.applyEdit(back));
    assert.deepEqual(await texts(), before);
    await vscode.workspace.saveAll();
  });

  it('says where a renaming begins, and why it is refused', async () => {
    const prepare = (path: string, line: number, character: number): Thenable<{ placeholder: string }> =>
      vscode.commands.executeCommand('vscode.prepareRename', uriOf(path), new vscode.Position(line, character));
    await vscode.workspace.openTextDocument(uriOf('rename/pay.py'));
    assert.equal((await prepare('rename/pay.py', 1, 20)).placeholder, 'SHIPPING_TOKEN');
    await assert.rejects(() => rename('rename/pay.py', 1, 20, '1ST'), /begins with a digit/);
    await assert.rejects(() => rename('rename/pay.py', 1, 20, 'PAGE-KEY'), /only letters, digits and _/);
    await assert.rejects(() => rename('rename/.env.example', 0, 4, 'LABEL_TOKEN'), /both would become one variable/);
  });
}
