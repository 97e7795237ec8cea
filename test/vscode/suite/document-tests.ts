import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { placeOfLink } from '../../../client/src/document/place-of-link';
import { api, closeAll, eventually, folder, type, uriOf } from './support';

const previewTab = (): vscode.Tab | undefined =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .find(
      ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('integrationAtlas.document'),
    );

async function readText(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(path)));
}

export function documentTests(): void {
  afterEach(closeAll);

  it('opens as a rendered preview beside the code', async () => {
    await vscode.window.showTextDocument(uriOf('src/pay.ts'));
    await vscode.commands.executeCommand('integrationAtlas.generateDocument');
    const tab = await eventually('The preview', previewTab);
    assert.equal(tab.group.viewColumn, vscode.ViewColumn.Two);
    const { previews } = await api();
    const preview = previews.show(folder());
    await eventually('The rendered document', () => preview.html.includes('STRIPE_SECRET_KEY'));
    assert.match(preview.html, /<h1[^>]*>External Integrations<\/h1>/);
    assert.match(preview.html, /<a [^>]*href="src\/pay\.ts#L3"/);
    assert.match(preview.html, /<code>stripe<\/code>/);
  });

  it('follows the code while it is typed', async () => {
    const document = await vscode.workspace.openTextDocument(uriOf('src/pay.ts'));
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('integrationAtlas.generateDocument');
    const { previews } = await api();
    const preview = previews.show(folder());
    await eventually('The rendered document', () => preview.html.includes('STRIPE_SECRET_KEY'));
    await type(document, `${document.getText()}export const live = process.env.LIVE_KEY;\n`);
    await eventually('The new variable', () => preview.html.includes('LIVE_KEY'));
  });

  it('is written to the workspace, and nothing foreign is overwritten unasked', async () => {
    const { connection } = await api();
    const uri = folder().uri.toString();
    await vscode.workspace.fs.writeFile(uriOf('INTEGRATIONS.md'), new TextEncoder().encode('# Mine\n'));
    assert.equal((await connection.save(uri, false))?.outcome, 'foreign');
    assert.equal(await readText('INTEGRATIONS.md'), '# Mine\n');
    await vscode.workspace.fs.delete(uriOf('INTEGRATIONS.md'));
    assert.equal((await connection.save(uri, false))?.outcome, 'written');
    assert.match(await readText('INTEGRATIONS.md'), /STRIPE_SECRET_KEY/);
    await vscode.workspace.fs.delete(uriOf('INTEGRATIONS.md'));
  });

  it('is as long, has the sections and names places as the settings say', async () => {
    const settings = vscode.workspace.getConfiguration('integrationAtlas.document');
    const set = (name: string, value: unknown): Thenable<void> =>
      settings.update(name, value, vscode.ConfigurationTarget.Workspace);
    await vscode.commands.executeCommand('integrationAtlas.generateDocument');
    const { connection, previews } = await api();
    const preview = previews.show(folder());
    await eventually('The rendered document', () => preview.html.includes('STRIPE_SECRET_KEY'));
    try {
      await set('length', 'compact');
      await eventually('A line an integration', () => !preview.html.includes('SDK/Client') || undefined);
      await set('sections', ['environment configuration']);
      await eventually('One section', () => preview.html.match(/<h2/g)?.length === 1 || undefined);
      await set('length', undefined);
      await set('links', 'plain');
      const saved = await eventually('Places that are no links', async () => {
        await connection.save(folder().uri.toString(), true);
        const text = await readText('INTEGRATIONS.md');
        return text.includes('](') ? undefined : text;
      });
      assert.match(saved, /`STRIPE_SECRET_KEY`.* `src\/pay\.ts:3`/);
      assert.deepEqual(saved.match(/^## .*$/gm), ['## Environment Configuration']);
      assert.match(preview.html, /<a [^>]*href="src\/pay\.ts#L3"/);
      await set('sections', ['No such section']);
      await eventually('What is wrong', async () => {
        const result = await connection.save(folder().uri.toString(), true);
        return result?.outcome === 'failed' && /No such section/.test(result.message ?? '') ? result : undefined;
      });
    } finally {
      for (const name of ['length', 'sections', 'links']) await set(name, undefined);
      for (const path of ['INTEGRATIONS.md', '.vscode']) {
        await vscode.workspace.fs.delete(uriOf(path), { recursive: true }).then(undefined, () => {});
      }
    }
  });

  it('is copied as Markdown', async () => {
    await vscode.env.clipboard.writeText('');
    await vscode.commands.executeCommand('integrationAtlas.copyDocument');
    assert.match(await vscode.env.clipboard.readText(), /^# External Integrations/);
  });

  it('leads nowhere outside of the folder', () => {
    assert.deepEqual(placeOfLink('src/%5Bid%5D/(group)/page.ts#L12'), {
      type: 'file',
      path: 'src/[id]/(group)/page.ts',
      line: 11,
    });
    assert.deepEqual(placeOfLink('.env.example'), { type: 'file', path: '.env.example' });
    assert.deepEqual(placeOfLink('https://docs.stripe.com'), { type: 'web', address: 'https://docs.stripe.com' });
    for (const href of [
      '../x',
      'a/../../x',
      '%2e%2e/x',
      '/etc/hosts',
      'file:///etc/hosts',
      'command:x',
      'javascript:x',
      '#top',
      '%E0%A4%A',
    ]) {
      assert.equal(placeOfLink(href), undefined, href);
    }
  });
}
