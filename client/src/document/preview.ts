import * as vscode from 'vscode';
import type { Connection } from '../connection';
import { placeOfLink } from './place-of-link';
import { previewPage } from './preview-page';

/** What the page says to the extension. */
type PageMessage = { readonly type: 'ready' } | { readonly type: 'open'; readonly href: string };

/** The rendered document of one folder in a panel. It follows the code for as long as it can be seen. */
export class Preview {
  readonly folder: vscode.WorkspaceFolder;
  readonly #panel: vscode.WebviewPanel;
  readonly #connection: Connection;
  readonly #shown = new vscode.EventEmitter<string>();
  #known: string | undefined;
  #html = '';
  #stale = true;
  #asking: Promise<void> | undefined;
  #loaded = false;

  /** Tells the HTML each time that it changes. */
  readonly onDidShow = this.#shown.event;

  constructor(panel: vscode.WebviewPanel, folder: vscode.WorkspaceFolder, connection: Connection, media: vscode.Uri) {
    this.folder = folder;
    this.#panel = panel;
    this.#connection = connection;
    panel.webview.options = { enableScripts: true, localResourceRoots: [media] };
    panel.webview.onDidReceiveMessage((message: PageMessage) => this.#answer(message));
    panel.onDidChangeViewState(() => this.update(false));
    panel.onDidDispose(() => this.#shown.dispose());
    panel.webview.html = previewPage(panel.webview, media, folder);
    panel.title = `Integrations: ${folder.name}`;
    this.update();
  }

  get html(): string {
    return this.#html;
  }

  get isActive(): boolean {
    return this.#panel.active;
  }

  reveal(): void {
    this.#panel.reveal(undefined, true);
  }

  dispose(): void {
    this.#panel.dispose();
  }

  /** Asks for the document again, at once where it can be seen, else when it is seen next. */
  update(changed = true): void {
    this.#stale ||= changed;
    if (!this.#stale || !this.#panel.visible) return;
    this.#asking ??= this.#askUntilFresh().finally(() => {
      this.#asking = undefined;
    });
  }

  async #askUntilFresh(): Promise<void> {
    while (this.#stale) {
      this.#stale = false;
      const answer = await this.#connection.document(this.folder.uri.toString(), this.#known);
      if (answer?.markdown === undefined) continue;
      this.#known = answer.state;
      this.#html = await render(answer.markdown);
      this.#send();
      this.#shown.fire(this.#html);
    }
  }

  #send(): void {
    if (this.#loaded && this.#html !== '') void this.#panel.webview.postMessage({ type: 'document', html: this.#html });
  }

  #answer(message: PageMessage): void {
    if (message.type === 'ready') {
      // The page is made anew whenever its tab comes back to the front, so it asks for its content.
      this.#loaded = true;
      this.#send();
    } else {
      void this.#open(message.href);
    }
  }

  async #open(href: string): Promise<void> {
    const place = placeOfLink(href);
    if (place === undefined) return;
    if (place.type === 'web') {
      await vscode.env.openExternal(vscode.Uri.parse(place.address));
      return;
    }
    const uri = vscode.Uri.joinPath(this.folder.uri, place.path);
    const selection = place.line === undefined ? undefined : new vscode.Range(place.line, 0, place.line, 0);
    const viewColumn =
      this.#panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
    try {
      const options = { viewColumn, preview: true, ...(selection && { selection }) };
      await vscode.commands.executeCommand('vscode.open', uri, options);
    } catch {
      void vscode.window.showWarningMessage(`${place.path} could not be opened.`);
    }
  }
}

/** VS Code's own Markdown, so that the preview looks and reads as the saved file will. */
async function render(markdown: string): Promise<string> {
  try {
    return await vscode.commands.executeCommand<string>('markdown.api.render', markdown);
  } catch {
    // The built-in Markdown extension is switched off: the text itself is still worth reading.
    return `<pre>${markdown.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'))}</pre>`;
  }
}
