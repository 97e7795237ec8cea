// Packs the extension and looks at what lies in the package: nothing that it does not need, everything that it does.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readLanguages } from '../../scripts/assets.mjs';
import { manifest, node, root } from '../../scripts/lib/project.mjs';
import { listZip } from '../../scripts/lib/zip.mjs';
import { pack } from '../../scripts/package.mjs';

const MEGABYTE = 1024 * 1024;

/** What may be there besides; the rest must be. */
const OPTIONAL = new Set(['changelog.md', 'readme.md', 'LICENSE', 'LICENSE.txt', 'LICENSE.md']);

function expectedFiles() {
  const grammars = readLanguages().map(({ wasm }) => `dist/assets/${wasm}`);
  const schemas = fs.readdirSync(path.join(root, 'schemas')).map((name) => `schemas/${name}`);
  return new Set([
    'package.json',
    ...['client', 'server', 'worker', 'cli', 'command-line'].map((name) => `dist/${name}.js`),
    ...['build.txt', 'catalog.txt', 'languages.json', 'tree-sitter.wasm'].map((name) => `dist/assets/${name}`),
    ...grammars,
    ...['activity.svg', 'icon.png', 'preview.css', 'preview.js'].map((name) => `media/${name}`),
    ...fs.readdirSync(path.join(root, 'media/walkthrough')).map((name) => `media/walkthrough/${name}`),
    ...schemas,
    'docs/catalog.md',
    'docs/diagnostics.md',
  ]);
}

const TESTS = {
  'it is smaller than 8 MB': ({ size }) => assert.ok(size < 8 * MEGABYTE, `${size} bytes`),

  'it holds what runs and nothing else': ({ file }) => {
    const inside = [...listZip(file).keys()]
      .filter((name) => name.startsWith('extension/'))
      .map((name) => name.slice('extension/'.length))
      .filter((name) => !OPTIONAL.has(name));
    assert.deepEqual(inside.sort(), [...expectedFiles()].sort());
  },

  'every file that the manifest names is there': ({ file }) => {
    const inside = listZip(file);
    const { contributes } = manifest;
    const named = [
      manifest.main,
      manifest.icon,
      ...Object.values(manifest.bin),
      ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.markdown)),
      ...contributes.jsonValidation.map(({ url }) => url),
    ];
    for (const name of named) assert.ok(inside.has(path.posix.join('extension', name)), name);
  },

  'the bundled command line runs on its own': async ({ folder }) => {
    for (const name of ['dist', 'package.json']) {
      fs.cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
    }
    const { code, output } = await node([path.join(folder, 'dist/cli.js'), '--version'], { cwd: folder });
    assert.equal(code, 0, output);
    assert.ok(output.includes(manifest.version), output);
    const scan = await node([path.join(folder, 'dist/cli.js'), 'scan', path.join(root, 'demo'), '--json'], {
      cwd: folder,
    });
    assert.equal(scan.code, 0, scan.output);
    assert.ok(JSON.parse(scan.output).integrations.some(({ id }) => id === 'stripe'));
  },

  'an unchanged folder is answered before the engine is loaded': async ({ folder }) => {
    const work = path.join(folder, 'work');
    fs.cpSync(path.join(root, 'demo'), work, { recursive: true });
    // What changed just now has no stamp yet.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const scan = () =>
      node([path.join(folder, 'dist/cli.js'), 'scan', work, '--json', '--cache', path.join(folder, 'cache')], {
        cwd: folder,
      });
    const first = await scan();
    assert.equal(first.code, 0, first.output);
    fs.rmSync(path.join(folder, 'dist/command-line.js'));
    assert.deepEqual(await scan(), first);
    fs.writeFileSync(path.join(work, 'new.py'), 'import stripe\n');
    const other = await scan();
    assert.notEqual(other.code, 0, 'A new file needs the engine.');
  },

  'building twice leaves the same package': async ({ file }) => {
    // The files' order in the archive is not ours to decide.
    const contents = () => [...listZip(file)].sort(([a], [b]) => (a < b ? -1 : 1));
    const before = contents();
    await pack();
    assert.deepEqual(contents(), before);
  },
};

const counts = { passed: 0, failed: 0 };
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'atlas-package-'));
try {
  const packed = await pack();
  console.log(`  ${path.basename(packed.file)}: ${(packed.size / MEGABYTE).toFixed(2)} MB`);
  for (const [title, test] of Object.entries(TESTS)) {
    try {
      await test({ ...packed, folder });
      counts.passed += 1;
      console.log(`  ✓ ${title}`);
    } catch (error) {
      counts.failed += 1;
      console.log(`  ✗ ${title}\n${error.stack}`);
    }
  }
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
if (process.env.TEST_RESULTS) fs.writeFileSync(process.env.TEST_RESULTS, JSON.stringify(counts));
process.exitCode = counts.failed === 0 ? 0 : 1;
