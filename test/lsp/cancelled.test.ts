import { afterEach, expect, test } from 'vitest';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver/node';
import { TestClient } from './test-client';

let client: TestClient;

afterEach(() => client.stop());

const READS = 'export const key = process.env.STRIPE_SECRET_KEY;\n';

test('a request that nobody waits for any more is answered at once, while what it waited for goes on', async () => {
  const others = Array.from({ length: 400 }, (_, index) => [`src/other${index}.ts`, READS] as const);
  client = await TestClient.start({ 'src/pay.ts': READS, ...Object.fromEntries(others) });
  await client.initialize();
  const textDocument = { uri: client.uri('src/pay.ts') };
  await client.open(textDocument.uri, READS);
  let isScanned = false;
  const scan = client.rescan().then(() => {
    isScanned = true;
  });
  const source = new CancellationTokenSource();
  const asking = client.request(
    'textDocument/prepareRename',
    { textDocument, position: { line: 0, character: 36 } },
    source.token,
  );
  const refused = expect(asking).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  // Answered after the renaming was heard of.
  await client.tree();
  source.cancel();
  await refused;
  expect(isScanned).toBe(false);
  await scan;
  expect(await client.labels('variable')).toEqual(['STRIPE_SECRET_KEY']);
  expect(client.logged.filter(({ type }) => type === 1)).toEqual([]);
});
