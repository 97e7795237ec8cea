// Packs the extension as vsce does for the marketplace, offline: integration-atlas-<version>.vsix.
import fs from 'node:fs';
import { build } from './build.mjs';
import { isMain, node, root, vsixFile } from './lib/project.mjs';

const LIMIT = 8 * 1024 * 1024;

/** Builds and packs. Resolves to the file's name. */
export async function pack() {
  await build();
  const vsce = ['node_modules/@vscode/vsce/vsce', 'package', '--no-dependencies', '--out', vsixFile];
  // The script that vsce would run before packing has just been run.
  const { code, output } = await node([...vsce, '--allow-missing-repository', '--no-rewrite-relative-links'], {
    cwd: root,
  });
  if (code !== 0) throw new Error(`vsce could not pack the extension:\n${output}`);
  const { size } = fs.statSync(vsixFile);
  if (size > LIMIT) throw new Error(`The package has ${size} bytes, and ${LIMIT} is the limit.`);
  return { file: vsixFile, size };
}

if (isMain(import.meta.url)) {
  const { file, size } = await pack();
  console.log(`${file} (${(size / 1024 / 1024).toFixed(2)} MB)`);
}
