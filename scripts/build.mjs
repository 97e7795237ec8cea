// Bundles the client, the server, its workers and the command line into dist, and gathers the assets beside them.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { buildAssets, readLanguages } from './assets.mjs';
import { isMain, root } from './lib/project.mjs';

const require = createRequire(import.meta.url);

const OPTIONS = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: true,
  legalComments: 'none',
  logLevel: 'error',
  absWorkingDir: root,
  // In a CommonJS bundle import.meta.url is empty, and the parser's ES module build needs it to find itself.
  alias: { 'web-tree-sitter': path.join(path.dirname(require.resolve('web-tree-sitter')), 'tree-sitter.cjs') },
  // Both give ES modules first, which bundle better than their UMD builds (these hide their own imports).
  mainFields: ['module', 'main'],
};

const BUNDLES = [
  { entryPoints: ['client/src/extension.ts'], outfile: 'dist/client.js', external: ['vscode'] },
  { entryPoints: ['server/src/lsp/main.ts'], outfile: 'dist/server.js' },
  { entryPoints: ['server/src/host/worker.ts'], outfile: 'dist/worker.js' },
  { entryPoints: ['server/src/command-line.ts'], outfile: 'dist/command-line.js' },
  {
    entryPoints: ['server/src/cli.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
    // Loaded only where it is needed: it is fifty times as large.
    external: ['./command-line.js'],
    supported: { 'dynamic-import': false },
  },
];

export async function build({ sourcemap = false } = {}) {
  const { build: bundle } = await import('esbuild');
  await Promise.all(BUNDLES.map((options) => bundle({ ...OPTIONS, ...options, sourcemap })));
  if (!sourcemap) for (const { outfile } of BUNDLES) writeAscii(path.join(root, outfile));
  fs.chmodSync(path.join(root, 'dist/cli.js'), 0o755);
  await buildAssets();
  removeStaleAssets();
  nameBuild();
}

/**
 * One character beyond Latin-1 doubles what a program's text takes in the memory of each thread that runs it. The bundler
 * writes such characters as escapes wherever it may change a text; what it leaves stands in regular expressions, which know
 * the same escapes.
 */
function writeAscii(file) {
  const escaped = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(/[^\0-\x7f]/g, escaped));
}

/** Caches are good for the build that wrote them: any change of the engine, the catalog or a query is another name. */
function nameBuild() {
  const dist = path.join(root, 'dist');
  const parts = ['worker.js', 'command-line.js', 'assets/languages.json', 'assets/catalog.txt'];
  const hash = createHash('sha256');
  for (const part of parts) hash.update(fs.readFileSync(path.join(dist, part)));
  fs.writeFileSync(path.join(dist, 'assets', 'build.txt'), hash.digest('hex').slice(0, 16));
}

/** A grammar that no language uses any more, or a file of an older build, would be packed as well. */
function removeStaleAssets() {
  const assets = path.join(root, 'dist', 'assets');
  const wasm = ['tree-sitter.wasm', ...readLanguages().map(({ wasm }) => wasm)];
  const used = new Set(['build.txt', 'catalog.txt', 'languages.json', ...wasm]);
  for (const name of fs.readdirSync(assets)) {
    if (!used.has(name)) fs.rmSync(path.join(assets, name));
  }
}

if (isMain(import.meta.url)) await build({ sourcemap: process.argv.includes('--sourcemap') });
