import * as vscode from 'vscode';
import type { ChangedParams } from '../../server/src/protocol';
import type { Connection, ServerState } from './connection';
import { isShown } from './settings';

/** The number of integrations at the foot of the window; a click opens the panel. */
export class StatusBar implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('integrationAtlas.status', vscode.StatusBarAlignment.Left, 0);
  readonly #subscriptions: vscode.Disposable[];

  constructor(connection: Connection) {
    this.#item.name = 'Integration Atlas';
    this.#item.command = 'integrationAtlas.focus';
    this.#subscriptions = [
      this.#item,
      connection.onDidChange((state) => this.#show(state)),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#show(connection.state)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('integrationAtlas.statusBar')) this.#show(connection.state);
      }),
    ];
    this.#show(connection.state);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #show(state: ServerState): void {
    if (!isShown('statusBar') || (vscode.workspace.workspaceFolders ?? []).length === 0) {
      this.#item.hide();
      return;
    }
    const { text, tooltip, spoken } = textOf(state);
    this.#item.text = text;
    this.#item.tooltip = new vscode.MarkdownString(tooltip, true);
    this.#item.accessibilityInformation = { label: spoken };
    this.#item.backgroundColor =
      state.phase === 'failed' ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    this.#item.show();
  }
}

interface StatusText {
  readonly text: string;
  readonly tooltip: string;
  readonly spoken: string;
}

function textOf(state: ServerState): StatusText {
  if (state.phase === 'failed') {
    const tooltip = `**Integration Atlas** is not running\n\n${state.reason}`;
    return { text: '$(warning) Integrations', tooltip, spoken: 'Integration Atlas is not running' };
  }
  if (state.phase === 'starting') {
    return {
      text: '$(loading~spin) Integrations',
      tooltip: '**Integration Atlas** is starting',
      spoken: 'Integration Atlas is starting',
    };
  }
  return countsText(state.counts);
}

function countsText(counts: ChangedParams): StatusText {
  const { scanning, scanned, integrations, variables, problems } = counts;
  const found = [plural(integrations, 'integration'), plural(variables, 'environment variable')];
  if (problems > 0) found.push(plural(problems, 'problem'));
  const lines = ['**Integration Atlas**', found.map((line) => `- ${line}`).join('\n')];
  if (scanning)
    lines.push(scanned === undefined ? 'Reading the code ...' : `Reading the code: ${plural(scanned, 'file')} so far`);
  return {
    text: `${scanning ? '$(loading~spin)' : '$(type-hierarchy)'} ${plural(integrations, 'integration')}`,
    tooltip: lines.join('\n\n'),
    spoken: `${scanning ? 'Reading the code. ' : ''}${found.join(', ')}`,
  };
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
