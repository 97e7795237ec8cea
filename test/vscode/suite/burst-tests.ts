import * as assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { api, closeAll, eventually, folder, labels, type, uriOf } from './support';

const FILES = 2000;
const VARIABLES = 30;

const PATHS = Array.from({ length: FILES }, (_, index) => `burst/part${index % 40}/file${index}.ts`);

/** Writes files anew, as a switch to another branch does with all of them. */
function switchTo(branch: string): void {
  for (const [index, path] of PATHS.entries()) {
    const file = join(folder().uri.fsPath, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `export const value${index} = process.env.${branch}_${index % VARIABLES};\n`);
  }
}

async function variablesOf(branch: string): Promise<number> {
  return (await labels('variable')).filter((name) => name.startsWith(`${branch}_`)).length;
}

export function burstTests(): void {
  afterEach(closeAll);

  after(() => rmSync(join(folder().uri.fsPath, 'burst'), { recursive: true, force: true }));

  it('follows a switch to another branch with few refreshes, and answers meanwhile', async function () {
    this.timeout(90_000);
    const { connection, view } = await api();
    const patience = 60_000;
    switchTo('MAIN');
    await eventually('The first branch', async () => (await variablesOf('MAIN')) === VARIABLES, patience);
    await vscode.window.showTextDocument(uriOf('src/pay.ts'));
    await vscode.commands.executeCommand('integrationAtlas.tree.focus');
    const refreshes: number[] = [];
    const news: number[] = [];
    const listening: vscode.Disposable[] = [
      view.onDidRefresh((rows) => refreshes.push(rows?.length ?? 0)),
      connection.onDidChange((state) => {
        if (state.phase === 'running' && state.counts.onlyProgress !== true) news.push(state.counts.revision);
      }),
    ];
    switchTo('OTHER');
    const isThere = eventually(
      'The other branch',
      async () => (await variablesOf('OTHER')) === VARIABLES && (await variablesOf('MAIN')) === 0,
      patience,
    );
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uriOf('src/pay.ts'),
      new vscode.Position(2, 50),
    );
    assert.ok(hovers.length > 0, 'There is no hover while the files are read.');
    await isThere;
    for (const one of listening) one.dispose();
    // The editor's watcher hands over what it saw in pieces of its own.
    assert.ok(news.length > 0 && news.length <= 12, `${news.length} times something changed.`);
    assert.ok(refreshes.length <= 12, `The rows were shown anew ${refreshes.length} times.`);
  });

  it('shows anew only the rows that an edit changes', async () => {
    const { view } = await api();
    await vscode.commands.executeCommand('integrationAtlas.tree.focus');
    const document = await vscode.workspace.openTextDocument(uriOf('src/pay.ts'));
    await vscode.window.showTextDocument(document);
    await labels('variable');
    const shown: (readonly string[] | undefined)[] = [];
    const listening = view.onDidRefresh((rows) => shown.push(rows?.map(({ node }) => node.label)));
    await type(document, `${document.getText()}\nexport const another = process.env.ANOTHER_KEY;\n`);
    await eventually('The new variable', async () => (await labels('variable')).includes('ANOTHER_KEY'));
    listening.dispose();
    const rows = shown.flatMap((labelsOfOne) => labelsOfOne ?? ['everything']);
    assert.ok(rows.includes('ANOTHER_KEY'));
    assert.ok(!rows.includes('everything') && !rows.includes('PAGE_KEY'), rows.join(', '));
  });
}
