import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, EXTENSION, eventually, labels, nodes } from './support';

export function manifestTests(): void {
  it('starts by itself and finds what the workspace holds', async () => {
    await eventually('The start', () => vscode.extensions.getExtension(EXTENSION)?.isActive);
    const { connection } = await api();
    const counts = await eventually('The first scan', () => {
      const { state } = connection;
      return state.phase === 'running' && !state.counts.scanning ? state.counts : undefined;
    });
    assert.equal(counts.variables, 2);
    assert.equal(counts.integrations, 1);
    assert.equal(counts.problems, 0);
  });

  it('has a command for each that it declares', async () => {
    const declared: readonly { readonly command: string }[] =
      vscode.extensions.getExtension(EXTENSION)?.packageJSON.contributes.commands;
    const known = new Set(await vscode.commands.getCommands(true));
    assert.ok(declared.length > 5);
    assert.deepEqual(
      declared.filter(({ command }) => !known.has(command)),
      [],
    );
  });

  it('tells the server of settings', async () => {
    const settings = vscode.workspace.getConfiguration('integrationAtlas');
    await settings.update('exclude', ['src/pay.ts'], vscode.ConfigurationTarget.Workspace);
    const readsPay = async () => (await nodes()).some(({ location }) => location?.path === 'src/pay.ts');
    await eventually('The exclusion', async () => !(await readsPay()));
    await settings.update('exclude', undefined, vscode.ConfigurationTarget.Workspace);
    await eventually('The return', readsPay);
  });

  it('comes back after the server was restarted', async () => {
    const { connection } = await api();
    await vscode.commands.executeCommand('integrationAtlas.restartServer');
    await eventually('The second scan', () => {
      const { state } = connection;
      return state.phase === 'running' && !state.counts.scanning && state.counts.variables === 2;
    });
    assert.deepEqual(await labels('integration'), ['Stripe']);
  });
}
