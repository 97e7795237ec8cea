import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';
import { onTestFinished } from 'vitest';
import { type Assets, loadAssets } from '../../server/src/host/assets';
import type { Scanned, ScanOptions } from '../../server/src/host/folder';
import { type MemoryFile, memoryFileSystem } from '../../server/src/host/memory-file-system';
import { scanFolder } from '../../server/src/host/scan';
import type { Problem } from '../../server/src/model/facts';
import { ASSETS } from '../support/extract';

let assets: Promise<Assets> | undefined;

export function testAssets(): Promise<Assets> {
  assets ??= loadAssets(ASSETS);
  return assets;
}

/** A folder on disk that goes away with the test. */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'atlas-test-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

/** Scans files that exist in memory alone. */
export async function scanMemory(
  files: Readonly<Record<string, MemoryFile>>,
  options: ScanOptions & { readonly include?: readonly string[]; readonly exclude?: readonly string[] } = {},
): Promise<Scanned> {
  const fs = memoryFileSystem(new Map(Object.entries(files)));
  return scanFolder({ fs, assets: await testAssets(), ...options });
}

/** The paths that a scan of these files reads, without .gitignore files themselves: they have a reader too. */
export async function pathsOf(...args: Parameters<typeof scanMemory>): Promise<readonly string[]> {
  return (await scanMemory(...args)).files.map(({ path }) => path).filter((path) => !path.endsWith('.gitignore'));
}

/** All problems of a scan, as a person sees them. */
export function problemsOf({ problems, files }: Scanned): readonly string[] {
  return [...problems, ...files.flatMap((file): readonly Problem[] => file.problems)].map(({ path, line, message }) =>
    line === undefined ? `${path}: ${message}` : `${path}:${line + 1}: ${message}`,
  );
}

/** Bundles an entry as the build does, into a folder that goes away with the test. */
export function bundle(entry: string, name: string, into = temporaryFolder()): string {
  const outfile = join(into, name);
  const root = join(import.meta.dirname, '../..');
  buildSync({
    entryPoints: [join(root, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    alias: { 'web-tree-sitter': join(root, 'node_modules/web-tree-sitter/tree-sitter.cjs') },
  });
  return outfile;
}
