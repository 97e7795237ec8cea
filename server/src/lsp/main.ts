import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { loadAssets } from '../host/assets';
import { startServer } from './start-server';

// The language server's process: bundled to dist/server.js, with the assets and the worker beside it.
const connection = createConnection(ProposedFeatures.all);
startServer(connection, {
  assets: loadAssets(join(__dirname, 'assets')),
  workerScript: join(__dirname, 'worker.js'),
  docs: join(__dirname, '../docs/diagnostics.md'),
});
