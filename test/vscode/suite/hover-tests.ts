import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, uriOf } from './support';

async function hoverText(path: string, line: number, character: number): Promise<string> {
  const uri = uriOf(path);
  await vscode.workspace.openTextDocument(uri);
  const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    new vscode.Position(line, character),
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

export function hoverTests(): void {
  afterEach(closeAll);

  it('tells of a variable in code: the service, where it is declared and read', async () => {
    const text = await hoverText('src/pay.ts', 2, 45);
    assert.match(text, /\*\*STRIPE_SECRET_KEY\*\*/);
    assert.match(text, /Stripe/);
    assert.match(text, /\.env\.example:2\]\(file:[^)]*\.env\.example#L2\)/);
    assert.match(text, /src\/pay\.ts:3\]\(file:[^)]*src\/pay\.ts#L3\)/);
  });

  it('tells of a variable in a .env file', async () => {
    assert.match(await hoverText('.env.example', 1, 4), /\*\*STRIPE_SECRET_KEY\*\*/);
  });

  it('links to paths that Markdown would break', async () => {
    assert.match(await hoverText('src/[id]/(group)/page.ts', 0, 34), /\/src\/%5Bid%5D\/%28group%29\/page\.ts#L1\)/);
  });

  it('says nothing elsewhere, and nothing where it is switched off', async () => {
    assert.equal(await hoverText('.env.example', 0, 3), '');
    const settings = vscode.workspace.getConfiguration('integrationAtlas');
    await settings.update('hover.enabled', false, vscode.ConfigurationTarget.Workspace);
    try {
      const end = Date.now() + 5000;
      let text = 'unasked';
      while (text !== '' && Date.now() < end) text = await hoverText('.env.example', 1, 4);
      assert.equal(text, '');
    } finally {
      await settings.update('hover.enabled', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
}
