import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** A file in a folder, an import that its folder must not make, and one that it may. */
const RULES: readonly (readonly [file: string, forbidden: string, allowed: string])[] = [
  ['server/src/model/a.ts', '../extract/reader', './value'],
  ['server/src/syntax/a.ts', '../catalog/match', 'web-tree-sitter'],
  ['server/src/extract/a.ts', '../catalog/match', '../syntax/node'],
  ['server/src/extract/code/b.ts', 'web-tree-sitter', '../../model/facts'],
  ['server/src/extract/config/c.ts', 'node:fs', '../../model/facts'],
  ['server/src/catalog/a.ts', '../index/order', '../model/facts'],
  ['server/src/index/a.ts', '../views/tree', '../catalog/match'],
  ['server/src/index/b.ts', '../extract/urls', '../model/facts'],
  ['server/src/views/a.ts', '../extract/urls', '../index/order'],
  ['server/src/views/b.ts', '../engine', '../model/workspace'],
  ['server/src/views/document/c.ts', '../../lsp/uris', '../../model/workspace'],
  ['server/src/checks/a.ts', '../views/tree', '../index/order'],
  ['server/src/checks/fixes/b.ts', 'node:fs', '../../model/workspace'],
  ['server/src/index/c.ts', '../checks/finding', '../model/facts'],
  ['server/src/engine.ts', 'node:fs', './index/build-snapshot'],
  ['server/src/v8-flags.ts', './host/scan', ''],
  ['server/src/host/a.ts', '../views/tree', '../index/closer-look/closer-look'],
  ['server/src/lsp/a.ts', '../index/build-snapshot', '../engine'],
  ['server/src/lsp/b.ts', '../cli/scan', '../host/scan'],
  ['server/src/cli/a.ts', '../lsp/uris', '../engine'],
  ['client/src/a.ts', '../../server/src/engine', '../../server/src/protocol'],
  ['client/src/b.ts', '../../server/src/host/scan', '../../server/src/v8-flags'],
];

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'atlas-layers-')));
let broken: ReadonlySet<string>;

beforeAll(() => {
  copyFileSync('biome.json', join(folder, 'biome.json'));
  const write = (path: string, module: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `import { a } from '${module}';\n\nexport const b = a;\n`);
  };
  for (const [file, forbidden, allowed] of RULES) {
    write(file, forbidden);
    // Rooms of one file: what they may import is checked by the lint of the project itself.
    if (file !== 'server/src/engine.ts' && allowed !== '') write(file.replace(/(\w+)\.ts$/, '$1-allowed.ts'), allowed);
  }
  broken = new Set(lint().filter((path) => path !== ''));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Biome tells files by their whole path. */
function relativeTo(path: string): string {
  return isAbsolute(path) ? relative(folder, path) : path;
}

/** The files in which an import breaks a layer. */
function lint(): readonly string[] {
  const biome = join(import.meta.dirname, '../node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'lint', '--only=style/noRestrictedImports', '--max-diagnostics=none', '--reporter=github', '.'];
  let output = '';
  try {
    output = execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    output = error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
  }
  return [...output.matchAll(/file=([^,]+),/g)].map((match) => relativeTo(match[1] ?? '').replaceAll('\\', '/'));
}

test.each(RULES)('%s must not import %s', (file) => {
  expect([...broken]).toContain(file);
});

test('imports along the arrows are fine', () => {
  expect([...broken].filter((path) => path.includes('-allowed'))).toEqual([]);
});
