import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Row, treeItemOf } from '../../../client/src/tree/tree-item';
import { api, closeAll, eventually, folder, labels, nodes, type, uriOf } from './support';

export function treeTests(): void {
  afterEach(closeAll);

  it('shows the service, what proves it, and the variables', async () => {
    assert.deepEqual(await labels('integration'), ['Stripe']);
    assert.deepEqual(await labels('variable'), ['PAGE_KEY', 'STRIPE_SECRET_KEY']);
    const evidence = (await nodes()).filter(({ kind }) => kind === 'evidence').map(({ location }) => location);
    assert.ok(evidence.some((place) => place?.path === 'package.json' && place.line === 3));
    assert.ok(evidence.some((place) => place?.path === 'src/pay.ts' && place.line === 2));
  });

  it('gives VS Code items with ids of their own, icons, and labels for screen readers', async () => {
    const { view } = await api();
    const all = async (rows: readonly Row[]): Promise<readonly vscode.TreeItem[]> =>
      (
        await Promise.all(rows.map(async (row) => [view.getTreeItem(row), ...(await all(await view.getChildren(row)))]))
      ).flat();
    await nodes();
    const items = await all(await view.getChildren());
    assert.ok(items.length > 8);
    assert.equal(new Set(items.map(({ id }) => id)).size, items.length);
    for (const item of items) {
      assert.ok(item.iconPath instanceof vscode.ThemeIcon, `${item.label} has no icon`);
      assert.ok(item.accessibilityInformation?.label, `${item.label} has no spoken label`);
    }
  });

  it('opens the line that a row stands for', async () => {
    const read = (await nodes()).find(({ kind, location }) => kind === 'read' && location?.path.includes('(group)'));
    assert.ok(read);
    const { command } = treeItemOf({ folder: folder().uri, node: read });
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    const editor = await eventually('The editor', () => vscode.window.activeTextEditor);
    assert.equal(editor.document.uri.toString(), uriOf('src/[id]/(group)/page.ts').toString());
    assert.equal(editor.document.getText(editor.selection), 'process.env.PAGE_KEY');
  });

  it('follows a text that is not saved, and forgets it when it is dropped', async () => {
    const document = await vscode.workspace.openTextDocument(uriOf('src/pay.ts'));
    await vscode.window.showTextDocument(document);
    await type(document, 'export const key = process.env.UNSAVED_KEY;\n');
    await eventually('The new variable', async () => (await labels('variable')).includes('UNSAVED_KEY'));
    await closeAll();
    await eventually('The old state', async () => !(await labels('variable')).includes('UNSAVED_KEY'));
  });

  it('follows files that come and go on disk, folders too', async () => {
    const bytes = new TextEncoder().encode('export const key = process.env.DISK_KEY;\n');
    await vscode.workspace.fs.writeFile(uriOf('lib/deep/disk.ts'), bytes);
    await eventually('The new file', async () => (await labels('variable')).includes('DISK_KEY'));
    await vscode.workspace.fs.delete(uriOf('lib'), { recursive: true });
    await eventually('The deletion', async () => !(await labels('variable')).includes('DISK_KEY'));
  });
}
