// Clicks through the packed extension in the workbench of a real VS Code, as a user would.
//   --screenshots, or SCREENSHOTS=1   writes the pictures of the README to media/screenshots
//   --only TEXT                       the tests whose titles match; those of variables want the renaming before them
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root, vsixFile } from '../../scripts/lib/project.mjs';
import { pack } from '../../scripts/package.mjs';
import { launchBrowser } from '../../scripts/vscode/browser.mjs';
import { createProfile, installVsix } from '../../scripts/vscode/profile.mjs';
import { startServer } from '../../scripts/vscode/server.mjs';
import { SCAN_TESTS } from './scan-tests.mjs';
import { TESTS } from './tests.mjs';
import { VARIABLE_TESTS } from './variable-tests.mjs';
import { Workbench } from './workbench.mjs';

const shown = process.env.SCREENSHOTS === '1' || process.argv.includes('--screenshots');
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : '';
const results = process.env.TEST_RESULTS;
const logs = path.join(root, 'out', 'browser');
const pictures = shown ? path.join(root, 'media', 'screenshots') : path.join(logs, 'screenshots');

/** A copy of the demo, so that tests may change it. */
function copyDemo() {
  const base = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'atlas-demo-')));
  const folder = path.join(base, 'harbour');
  fs.cpSync(path.join(root, 'demo'), folder, { recursive: true });
  return folder;
}

async function main() {
  fs.rmSync(logs, { recursive: true, force: true });
  fs.mkdirSync(logs, { recursive: true });
  fs.mkdirSync(pictures, { recursive: true });
  if (!process.env.IS_PACKED) await pack();
  const folder = copyDemo();
  const dir = createProfile({
    settings: { 'workbench.colorTheme': 'Dark Modern', 'editor.minimap.enabled': false },
  });
  await installVsix(dir, vsixFile);
  const server = await startServer(dir, { log: path.join(logs, 'server.log') });
  const { browser, page } = await launchBrowser({ width: 1360, height: 850, scale: shown ? 2 : 1 });
  page.setDefaultTimeout(20_000);
  page.on('console', (message) => fs.appendFileSync(path.join(logs, 'console.log'), `${message.text()}\n`));
  const workbench = new Workbench(page);
  const shoot = (name) => page.screenshot({ path: path.join(pictures, `${name}.png`) });
  const urlOf = (opened) => `${server.url}/?${new URLSearchParams({ folder: opened })}`;
  const counts = { passed: 0, failed: 0 };
  try {
    await workbench.open(urlOf(folder));
    for (const [title, test] of Object.entries({ ...TESTS, ...VARIABLE_TESTS, ...SCAN_TESTS })) {
      if (!new RegExp(only).test(title)) continue;
      const started = Date.now();
      try {
        await test({ workbench, page, folder, shoot, urlOf });
        counts.passed += 1;
        console.log(`  ✓ ${title} (${Date.now() - started} ms)`);
      } catch (error) {
        counts.failed += 1;
        await page.screenshot({ path: path.join(logs, `failure-${counts.failed}.png`) });
        console.log(`  ✗ ${title}\n${error.stack}\n    see out/browser/failure-${counts.failed}.png`);
      }
    }
  } finally {
    await browser.close();
    await server.stop();
    for (const made of [dir, path.dirname(folder)]) fs.rmSync(made, { recursive: true, force: true, maxRetries: 3 });
  }
  if (results) fs.writeFileSync(results, JSON.stringify(counts));
  return counts.failed === 0 && counts.passed > 0 ? 0 : 1;
}

process.exitCode = await main();
