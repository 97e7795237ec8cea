// npm test: everything that is checked, one suite after the other, and one line at the end that counts them all.
//   -- --only unit,editor   these suites alone        -- --update        rewrite expected documents
//   -- --screenshots        the README's pictures too
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureDependencies, manifest, node, root } from './lib/project.mjs';

const bin = (name) => path.join(root, 'node_modules', name);
const results = fs.mkdtempSync(path.join(os.tmpdir(), 'atlas-results-'));

/** A suite gives what it counted, and what to show. A check that counts nothing itself is one. */
async function check(args) {
  const { code, output } = await node(args);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output: code === 0 ? '' : output };
}

/** A suite of ours writes its counts to a file, last of all: without the file it died on its way. */
async function counted(args, file, env) {
  const { code, output } = await node(args, { env });
  const counts = readCounts(file);
  if (counts === undefined) return { passed: 0, failed: 1, output: `${output}\nThe suite ended without a result.` };
  const failed = Math.max(counts.failed, code === 0 ? 0 : 1);
  return { passed: counts.passed, failed, output: failed > 0 ? output : '' };
}

function readCounts(file) {
  try {
    const counts = JSON.parse(fs.readFileSync(file, 'utf8'));
    const passed = counts.passed ?? counts.numPassedTests;
    // A file that cannot be loaded fails without a test of its own.
    const failed =
      counts.failed ?? counts.numFailedTests + (counts.numFailedTests === 0 ? counts.numFailedTestSuites : 0);
    return passed + failed === 0 ? undefined : { passed, failed };
  } catch {
    return undefined;
  }
}

const SUITES = {
  lint: () => check([bin('@biomejs/biome/bin/biome'), 'check', '.']),
  types: () => check([bin('typescript/bin/tsc'), '-p', '.']),
  unit: ({ update }) => {
    const file = path.join(results, 'unit.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    return counted([bin('vitest/vitest.mjs'), 'run', ...reporters], file, { UPDATE: update ? '1' : '', NO_COLOR: '1' });
  },
  package: () => {
    const file = path.join(results, 'package.json');
    return counted([path.join(root, 'test/package/run.mjs')], file, { TEST_RESULTS: file });
  },
  editor: ({ isPacked }) => {
    const file = path.join(results, 'editor.json');
    return counted([path.join(root, 'test/vscode/run.mjs')], file, { TEST_RESULTS: file, IS_PACKED: isPacked });
  },
  browser: ({ screenshots, chosen, isPacked }) => {
    // VS Code from npm has been tried on Linux alone; elsewhere the suite runs when it is asked for by name.
    if (process.platform !== 'linux' && !chosen) return { passed: 0, failed: 0, output: '' };
    const file = path.join(results, 'browser.json');
    const env = { TEST_RESULTS: file, SCREENSHOTS: screenshots ? '1' : '', IS_PACKED: isPacked };
    return counted([path.join(root, 'test/browser/run.mjs')], file, env);
  },
};

/** Suites that need a VS Code. */
const IN_AN_EDITOR = ['editor', 'browser'];

function readArguments(words) {
  const options = { only: Object.keys(SUITES), chosen: false, update: false, screenshots: false };
  for (let index = 0; index < words.length; index++) {
    const [name, value] = words[index].split('=', 2);
    if (name === '--update') options.update = true;
    else if (name === '--screenshots') options.screenshots = true;
    else if (name === '--only')
      Object.assign(options, { only: (value ?? words[++index] ?? '').split(','), chosen: true });
    else throw new Error(`There is no option ${name}. Known are --only, --update and --screenshots.`);
  }
  const unknown = options.only.find((name) => !(name in SUITES));
  if (unknown !== undefined) {
    throw new Error(`There is no suite "${unknown}". Known are ${Object.keys(SUITES).join(', ')}.`);
  }
  return options;
}

/** VS Code and the browser take a while to install; they come while the first suites run. */
function startInstalling(only) {
  if (!only.includes('editor') && !only.includes('browser')) return Promise.resolve();
  const install = async () => {
    const { ensureVSCode } = await import('./vscode/install.mjs');
    const { ensureBrowser } = await import('./vscode/browser.mjs');
    const { usesDesktop } = await import('./vscode/choice.mjs');
    if (!usesDesktop()) await Promise.all([ensureVSCode({ log: console.log }), ensureBrowser({ log: console.log })]);
  };
  // What fails here fails again, and is told, where it is needed.
  return install().catch(() => {});
}

async function runSuite(name, options) {
  const started = Date.now();
  console.log(`\n${name} ...`);
  let result;
  try {
    result = await SUITES[name](options);
  } catch (error) {
    result = { passed: 0, failed: 1, output: error.stack };
  }
  if (result.output !== '') console.log(disarmed(result.output));
  const verdict =
    result.failed > 0 ? `${result.failed} FAILED of ${result.passed + result.failed}` : `${result.passed} ok`;
  const told = result.passed + result.failed === 0 ? 'left out on this system' : verdict;
  console.log(`${name}: ${told} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return result;
}

/** Only the last line may read like the result of all. */
const disarmed = (text) => text.replace(/(\d+) passed, (\d+) failed/g, '$1 passed and $2 failed');

async function main() {
  const options = readArguments(process.argv.slice(2));
  console.log(`${manifest.displayName} ${manifest.version}, Node ${process.versions.node}, ${process.platform}`);
  await ensureDependencies({ log: console.log });
  const installing = startInstalling(options.only);
  let passed = 0;
  let failed = 0;
  const run = async (name, more = {}) => {
    const result = await runSuite(name, { ...options, ...more });
    passed += result.passed;
    failed += result.failed;
  };
  for (const name of options.only.filter((one) => !IN_AN_EDITOR.includes(one))) await run(name);
  const inEditors = options.only.filter((name) => IN_AN_EDITOR.includes(name));
  await installing;
  if (inEditors.length === 1 || options.screenshots) for (const name of inEditors) await run(name);
  else if (inEditors.length > 0) {
    // They mostly wait for what is shown. Both run the same build.
    const { pack } = await import('./package.mjs');
    await pack();
    await Promise.all(inEditors.map((name) => run(name, { isPacked: '1' })));
  }
  fs.rmSync(results, { recursive: true, force: true });
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error.message);
  console.log('\n0 passed, 1 failed');
  process.exitCode = 1;
}
