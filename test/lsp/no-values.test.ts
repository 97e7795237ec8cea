import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver/node';
import { VALUE_PLACES_REQUEST } from '../../server/src/protocol';
import { CANARY_FILES, leaksIn } from '../support/canaries';
import { CAPABILITIES, TestClient } from './test-client';

let client: TestClient;
afterEach(() => client.stop());

const EDITS = {
  ...CAPABILITIES,
  workspace: {
    ...CAPABILITIES?.workspace,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {}, resourceOperations: ['create' as const] },
  },
};

/** Asks about every line of a file what an editor can ask. */
async function askAbout(path: string, text: string): Promise<void> {
  const uri = client.uri(path);
  const textDocument = { uri };
  for (const [line, content] of text.split('\n').entries()) {
    const columns = [...content.matchAll(/[A-Z][A-Z_]{4,}/g)].map(({ index }) => index + 2);
    for (const character of [...columns, content.length]) {
      const at = { textDocument, position: { line, character } };
      await client.request('textDocument/hover', at);
      await client.request('textDocument/definition', at);
      await client.request('textDocument/references', { ...at, context: { includeDeclaration: true } });
      await client.request('textDocument/documentHighlight', at);
      await client.request('textDocument/completion', at);
      await client.request('textDocument/prepareRename', at).catch(() => {});
      await client.request('textDocument/rename', { ...at, newName: 'ANOTHER_NAME' }).catch(() => {});
      await client.request(VALUE_PLACES_REQUEST, { uri, line, column: character });
    }
    const range = { start: { line, character: 0 }, end: { line, character: content.length } };
    const context = { diagnostics: client.diagnostics.get(uri) ?? [] };
    await client.request<CodeAction[]>('textDocument/codeAction', { textDocument, range, context });
  }
}

test('no message of the server, no log and no file that it writes holds a value', async () => {
  client = await TestClient.start(CANARY_FILES);
  client.settings = { values: 'masked', trace: { server: 'verbose' } };
  await client.initialize(EDITS);
  await expect.poll(() => client.diagnostics.size).toBeGreaterThan(2);
  const asked = [
    '.env',
    '.env.example',
    'pay.ts',
    'shop/settings.py',
    'docker-compose.yml',
    '.github/workflows/ci.yml',
  ];
  for (const path of asked) {
    const text = CANARY_FILES[path] ?? '';
    await client.open(client.uri(path), text);
    await askAbout(path, text);
  }
  await client.rows();
  await client.document();
  await client.request('workspace/symbol', { query: '' });
  await client.save();
  await client.rescan();
  const { heard } = client;
  for (const seen of ['env-secret-value', 'Empty the value of', '••••••••', 'ANOTHER_NAME', 'revealValue']) {
    expect(heard).toContain(seen);
  }
  expect(leaksIn(heard)).toEqual([]);
  const root = client.folders[0] ?? '';
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  const written = names.filter((name) => !Object.hasOwn(CANARY_FILES, name) && statSync(join(root, name)).isFile());
  expect(written).toEqual(['INTEGRATIONS.md']);
  expect(leaksIn(readFileSync(join(root, 'INTEGRATIONS.md'), 'utf8'))).toEqual([]);
}, 60_000);
