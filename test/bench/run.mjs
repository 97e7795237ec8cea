// npm run bench: builds the extension, installs what it is compared with, and runs the benchmarks of src/.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../scripts/build.mjs';
import { cacheFolder, ensureDependencies, node, npm, root } from '../../scripts/lib/project.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const cache = path.join(cacheFolder(), 'bench');

async function installPeers() {
  if (fs.existsSync(path.join(here, 'node_modules/.package-lock.json'))) return;
  console.log('Installing what is compared with ...');
  const { code, output } = await npm(['ci', '--prefer-offline'], { cwd: here });
  if (code !== 0) throw new Error(`npm ci failed:\n${output}`);
}

/** What is measured is a copy: a build in the meantime changes nothing. */
async function copyProduct() {
  await build();
  const product = path.join(cache, `product-${process.pid}`);
  for (const name of ['dist', 'package.json']) {
    fs.cpSync(path.join(root, name), path.join(product, name), { recursive: true });
  }
  return product;
}

async function bundle() {
  const { build: esbuild } = await import('esbuild');
  const outfile = path.join(cache, 'bench.cjs');
  await esbuild({
    entryPoints: [path.join(here, 'src/main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  return outfile;
}

await ensureDependencies();
fs.mkdirSync(cache, { recursive: true });
const words = process.argv.slice(2);
if (!words.includes('--help') && !words.includes('--no-peers')) await installPeers();
const product = words.includes('--help') ? '' : await copyProduct();
try {
  const env = {
    BENCH_PRODUCT: product,
    BENCH_CACHE: cache,
    BENCH_PEERS: path.join(here, 'node_modules'),
    BENCH_OUT: path.join(root, 'out'),
  };
  const { code } = await node([await bundle(), ...words], { cwd: process.cwd(), env, show: true });
  process.exitCode = code;
} finally {
  if (product !== '') fs.rmSync(product, { recursive: true, force: true });
}
