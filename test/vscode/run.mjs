// Runs the suite inside the extension host of a real VS Code (scripts/vscode/choice.mjs says which).
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build as bundle } from 'esbuild';
import { build } from '../../scripts/build.mjs';
import { root } from '../../scripts/lib/project.mjs';
import { choice } from '../../scripts/vscode/choice.mjs';
import { writeWorkspace } from './workspace.mjs';

const results = process.env.TEST_RESULTS ?? path.join(os.tmpdir(), `atlas-editor-${process.pid}.json`);
const suite = path.join(root, 'out', 'test', 'vscode', 'index.js');

function executable() {
  if (choice() === 'download') return {};
  const file = choice() === 'npm' ? path.join(root, 'scripts', 'vscode', 'code.mjs') : path.resolve(choice());
  return { vscodeExecutablePath: file };
}

async function main() {
  fs.rmSync(results, { force: true });
  if (!process.env.IS_PACKED) await build();
  await bundle({
    entryPoints: [path.join(root, 'test/vscode/suite/index.ts')],
    outfile: suite,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'error',
  });
  const folder = writeWorkspace();
  let code = 1;
  try {
    code = await runTests({
      ...executable(),
      extensionDevelopmentPath: root,
      extensionTestsPath: suite,
      extensionTestsEnv: { TEST_RESULTS: results },
      launchArgs: [folder, '--disable-extensions'],
    });
  } catch (error) {
    console.error(String(error));
  }
  fs.rmSync(path.dirname(folder), { recursive: true, force: true, maxRetries: 3 });
  if (!fs.existsSync(results)) {
    // A killed extension host makes VS Code end with 0: only the file tells that the suite ran.
    console.error('The suite wrote no result: it never ran, or the extension host died. See out/editor-logs.');
    return 1;
  }
  const { passed, failed, lines } = JSON.parse(fs.readFileSync(results, 'utf8'));
  console.log(lines.join('\n'));
  return failed > 0 || passed === 0 ? 1 : code;
}

process.exitCode = await main();
