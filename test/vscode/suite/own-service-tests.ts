import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, closeAll, eventually, folder, labels, nodes, uriOf } from './support';

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
