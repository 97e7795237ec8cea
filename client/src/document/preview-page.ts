import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/**
 * The empty page that the document is put into. Its policy lets no script of the document run and loads nothing from
 * anywhere: what a repository says may stand in it.
 */
export function previewPage(webview: vscode.Webview, media: vscode.Uri, folder: vscode.WorkspaceFolder): string {
  const nonce = randomBytes(16).toString('hex');
  const file = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(media, name)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${file('preview.css')}">
<title>Integrations</title>
</head>
<body data-folder="${attribute(folder.uri.toString())}">
<nav aria-label="Sections"></nav>
<main aria-live="off"><p class="waiting">Reading the code ...</p></main>
<script nonce="${nonce}" src="${file('preview.js')}"></script>
</body>
</html>`;
}

function attribute(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
