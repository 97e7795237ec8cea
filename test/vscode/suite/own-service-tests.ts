import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, closeAll, eventually, folder, labels, nodes, type, uriOf } from './support';

const FILE = '.integration-atlas.json';
const write = (path: string, text: string) =>
  vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text));
const remove = async (path: string) => {
  await vscode.workspace.fs.delete(uriOf(path), { useTrash: false });
};
const has = async (label: string) => (await labels('integration')).includes(label);

export function ownServiceTests(): void {
  afterEach(closeAll);

  it('appear in the tree, change and go while the editor runs', async () => {
    await write('src/bill.ts', 'fetch("https://billing.acme.internal/v1/invoices");\n');
    const services = (fields: object) => JSON.stringify({ services: { 'billing-api': fields } });
    await write(FILE, services({ name: 'Billing API', hosts: ['billing.acme.internal'] }));
    await eventually('The service', () => has('Billing API'));
    await write(FILE, services({ name: 'Invoices', hosts: ['billing.acme.internal'] }));
    await eventually('Its new name', async () => (await has('Invoices')) && !(await has('Billing API')));
    await remove(FILE);
    await eventually('Its end', async () => !(await has('Invoices')));
    await remove('src/bill.ts');
  });

  it('tell a mistake at its line, and go on', async () => {
    await write(FILE, '{\n  "services": {\n    "billing": { "hosts": ["com"], "env": ["BILLING_*"] }\n  }\n}\n');
    const told = () =>
      vscode.languages.getDiagnostics(uriOf(FILE)).filter(({ source }) => source === 'Integration Atlas');
    const [diagnostic] = await eventually('The diagnostic', () => (told().length > 0 ? told() : undefined));
    assert.ok(diagnostic);
    assert.equal(diagnostic.range.start.line, 2);
    assert.match(diagnostic.message, /hosts of everybody/);
    assert.deepEqual(await labels('integration'), ['Stripe']);
    await remove(FILE);
    await eventually('No diagnostic', () => told().length === 0);
  });

  it('come from the setting as well, below the project file', async () => {
    const setting = (value: object | undefined) =>
      vscode.workspace
        .getConfiguration('integrationAtlas', folder())
        .update('services', value, vscode.ConfigurationTarget.Workspace);
    await write('src/bill.ts', 'fetch("https://billing.acme.internal/v1/invoices");\n');
    await setting({ 'billing-api': { name: 'Billing by setting', hosts: ['billing.acme.internal'] } });
    await eventually('The service of the setting', () => has('Billing by setting'));
    await write(FILE, JSON.stringify({ services: { 'billing-api': { name: 'Billing by file' } } }));
    await eventually('The name of the file', () => has('Billing by file'));
    await remove(FILE);
    await eventually('The setting alone again', () => has('Billing by setting'));
    await setting({ 'billing-api': { hosts: ['com'] } });
    await eventually('A problem of the setting', async () =>
      (await nodes()).some(({ label, description, tooltip }) =>
        /hosts of everybody/.test(`${label} ${description ?? ''} ${JSON.stringify(tooltip ?? '')}`),
      ),
    );
    await setting(undefined);
    await eventually('Its end', async () => !(await labels('integration')).some((label) => /billing/i.test(label)));
    await remove('src/bill.ts');
  });

  it('are completed and checked by the schema while they are written', async () => {
    const text = '{\n  "services": {\n    "billing": {\n      \n    }\n  }\n}\n';
    await write(FILE, text);
    const document = await vscode.workspace.openTextDocument(uriOf(FILE));
    await vscode.window.showTextDocument(document);
    const proposed = await eventually('The fields', async () => {
      const at = new vscode.Position(3, 6);
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        at,
      );
      const words = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return words.some((word) => /hosts/.test(word)) ? words : undefined;
    });
    for (const field of ['name', 'category', 'packages', 'env', 'hosts', 'replace']) {
      assert.ok(
        proposed.some((word) => word.replaceAll('"', '') === field),
        `${field} is not among ${proposed.join(', ')}`,
      );
    }
    await type(
      document,
      text.replace('      \n', '      "hots": ["billing.acme.internal"],\n      "category": "bills"\n'),
    );
    const told = await eventually('The schema’s word', () => {
      const messages = vscode.languages.getDiagnostics(document.uri).map(({ message, range }) => ({
        message,
        line: range.start.line,
      }));
      const hasBoth = messages.some(({ message }) => /hots/.test(message)) && messages.length > 1;
      return hasBoth ? messages : undefined;
    });
    assert.ok(told.some(({ message, line }) => /hots/.test(message) && line === 3));
    assert.ok(told.some(({ line }) => line === 4));
    await closeAll();
    await remove(FILE);
  });

  it('are explained in a list whose rows lead to their places', async () => {
    const row = await eventually('Stripe', async () => (await nodes()).find(({ label }) => label === 'Stripe'));
    const pause = () => new Promise((resolve) => setTimeout(resolve, 400));
    // Nothing tells when a list is shown: whoever comes too early chooses nothing, and asks again.
    const editor = await eventually('The place of the strongest evidence', async () => {
      const shown = vscode.commands.executeCommand('integrationAtlas.explain', { folder: folder().uri, node: row });
      await pause();
      await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      await pause();
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await shown;
      return vscode.window.activeTextEditor;
    });
    assert.equal(editor.document.uri.toString(), uriOf('src/pay.ts').toString());
    assert.match(editor.document.lineAt(editor.selection.start.line).text, /stripe/i);
  });

  it('are explained, and start from what is unrecognised', async () => {
    const { connection } = await api();
    const rows = await connection.explain(folder().uri.toString(), 'stripe');
    assert.ok(
      rows?.some(({ place, detail }) => place?.path === 'src/pay.ts' && /packages\.npm: stripe/.test(detail ?? '')),
    );
    await write('src/ship.ts', 'fetch("https://orders.acme-shipping.io/list");\n');
    const row = await eventually('The host', async () => (await nodes()).find(({ kind }) => kind === 'unrecognised'));
    assert.equal(row.label, 'orders.acme-shipping.io');
    await vscode.commands.executeCommand('integrationAtlas.defineService', { folder: folder().uri, node: row });
    const editor = await eventually('The project file', () => vscode.window.activeTextEditor);
    assert.equal(editor.document.uri.toString(), uriOf(FILE).toString());
    assert.match(editor.document.getText(), /"acme-shipping": \{/);
    await editor.document.save();
    await eventually('The new service', () => has('acme-shipping'));
    await closeAll();
    await remove(FILE);
    await remove('src/ship.ts');
    await eventually('The old state', async () => !(await has('acme-shipping')));
  });
}
