// node test/bench/catalog-start/run.mjs [RUNS]: builds the extension and tells what the catalog adds to a start.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileCatalog, readCatalog } from '../../../scripts/assets.mjs';
import { build } from '../../../scripts/build.mjs';
import { cacheFolder, ensureDependencies, root } from '../../../scripts/lib/project.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const work = path.join(cacheFolder(), `catalog-start-${process.pid}`);

/** Loaded into each process: what it took with all its threads, finer than the system's tools tell. */
const METER = `process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  process.stderr.write('took ' + JSON.stringify({ cpu: (user + system) / 1000, wall: process.uptime() * 1000 }));
});`;

/** A copy of what was built, with some of the catalog's services. Its command line is asked for the demo folder. */
async function scanWith(name, isIn) {
  const product = path.join(work, name);
  for (const part of ['dist', 'package.json']) {
    fs.cpSync(path.join(root, part), path.join(product, part), { recursive: true });
  }
  const { categories, services } = readCatalog();
  const catalog = await compileCatalog({ categories, services: services.filter(isIn) });
  fs.writeFileSync(path.join(product, 'dist/assets/catalog.txt'), catalog);
  return [path.join(product, 'dist/cli.js'), 'scan', path.join(root, 'demo'), '--json', '--no-cache'];
}

async function firstQuestions() {
  const { build: bundle } = await import('esbuild');
  const outfile = path.join(work, 'first-questions.cjs');
  const options = { bundle: true, minify: true, platform: 'node', format: 'cjs', target: 'node20', logLevel: 'error' };
  await bundle({ entryPoints: [path.join(here, 'first-questions.ts')], outfile, ...options });
  return [outfile, path.join(root, 'dist/assets')];
}

function measured(args) {
  const { stderr, status } = spawnSync(process.execPath, ['--require', path.join(work, 'meter.cjs'), ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const took = /took (\{.*\})$/.exec(stderr)?.[1];
  if (status !== 0 || took === undefined) throw new Error(stderr);
  // What the questions alone took stands before what their process did.
  return JSON.parse(/asked (\{.*?\})/.exec(stderr)?.[1] ?? took);
}

function told(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return `${sorted[Math.floor(sorted.length / 2)].toFixed(1)} (${sorted[0].toFixed(1)})`;
}

await ensureDependencies();
await build();
fs.mkdirSync(work, { recursive: true });
try {
  fs.writeFileSync(path.join(work, 'meter.cjs'), METER);
  const programs = {
    'everything asked once': await firstQuestions(),
    'scan of the demo folder': await scanWith('full', () => true),
    'the same with a catalog of one service': await scanWith('small', ({ id }) => id === 'stripe'),
  };
  const runs = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  // They take turns, so that a noisy moment of the machine hits all of them.
  for (let turn = 0; turn < Number(process.argv[2] ?? 15); turn += 1) {
    for (const [name, args] of Object.entries(programs)) runs[name].push(measured(args));
  }
  console.log('Milliseconds, the median and the least:');
  for (const [name, took] of Object.entries(runs)) {
    console.log(`${name}: CPU ${told(took.map(({ cpu }) => cpu))}, clock ${told(took.map(({ wall }) => wall))}`);
  }
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}
