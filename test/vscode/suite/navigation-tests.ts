import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, type, uriOf } from './support';

/** What the editor's own command answers at a position of a file. */
async function ask<T>(command: string, path: string, line: number, character: number): Promise<T> {
  const uri = uriOf(path);
  await vscode.workspace.openTextDocument(uri);
  return vscode.commands.executeCommand<T>(command, uri, new vscode.Position(line, character));
}

type Found = vscode.Location | vscode.LocationLink;

const places = (found: readonly Found[]): readonly string[] =>
  found.map((one) => {
    const [uri, range] = 'uri' in one ? [one.uri, one.range] : [one.targetUri, one.targetRange];
    return `${vscode.workspace.asRelativePath(uri)}:${range.start.line + 1}`;
  });

export function navigationTests(): void {
  afterEach(closeAll);

  it('goes to the definition of a variable', async () => {
    const found = await ask<readonly Found[]>('vscode.executeDefinitionProvider', 'src/pay.ts', 2, 45);
    assert.ok(places(found).includes('.env.example:2'), places(found).join());
  });

  it('finds the references of a variable from its declaration', async () => {
    const found = await ask<readonly Found[]>('vscode.executeReferenceProvider', '.env.example', 1, 4);
    assert.ok(places(found).includes('src/pay.ts:3'), places(found).join());
  });

  it('highlights a variable', async () => {
    const found = await ask<readonly vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      '.env.example',
      1,
      4,
    );
    assert.deepEqual(
      found.map(({ range, kind }) => [range.start.line, range.end.character, kind]),
      [[1, 17, vscode.DocumentHighlightKind.Write]],
    );
  });

  it('completes the names of variables where they are asked for', async () => {
    const document = await vscode.workspace.openTextDocument(uriOf('src/pay.ts'));
    await vscode.window.showTextDocument(document);
    const line = document.lineCount - 1;
    await type(document, `${document.getText()}process.env.`);
    const item = await eventually('The proposal', async () => {
      const list = await ask<vscode.CompletionList>('vscode.executeCompletionItemProvider', 'src/pay.ts', line, 12);
      return list.items.find(({ label, detail }) => label === 'STRIPE_SECRET_KEY' && detail?.startsWith('Stripe'));
    });
    assert.equal(item.kind, vscode.CompletionItemKind.Constant);
  });

  it('lists variables and services among the symbols of the workspace', async () => {
    const found = await vscode.commands.executeCommand<readonly vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'stripe',
    );
    const ours = found.map(({ name, kind }) => `${name} ${kind}`);
    assert.ok(ours.includes(`STRIPE_SECRET_KEY ${vscode.SymbolKind.Constant}`), ours.join());
    assert.ok(ours.includes(`Stripe ${vscode.SymbolKind.Module}`), ours.join());
  });
}
