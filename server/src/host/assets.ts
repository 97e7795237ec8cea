import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalog } from '../catalog/catalog';
import { readCatalog } from '../catalog/catalog-file';
import type { Parts } from '../catalog/filed-lines';
import type { LanguageData } from '../syntax/language';
import type { GrammarSource } from '../syntax/syntax';
import { compiledOnce } from './compiled-once';

/** What the build gathered for the engine (`scripts/assets.mjs`). */
export interface Assets {
  readonly languages: readonly LanguageData[];
  readonly catalog: Catalog;
  readonly grammars: GrammarSource;
  /** Where they lie, for worker threads that load their own. */
  readonly dir?: string;
  /** Names the build that they belong to; without it nothing is cached. */
  readonly build?: string;
}

/**
 * Reads the assets from the build's folder, `dist/assets`. Nothing can be done before, and a call takes half as long as a
 * round through the thread pool. Grammars stay on disk until a language needs them.
 */
export async function loadAssets(dir: string): Promise<Assets> {
  const build = buildIn(dir);
  return {
    dir,
    ...(build !== undefined && { build }),
    languages: JSON.parse(readFileSync(join(dir, 'languages.json'), 'utf8')) as readonly LanguageData[],
    catalog: readCatalog(asciiParts(readFileSync(join(dir, 'catalog.txt')))),
    grammars: {
      runtime: () => readFile(join(dir, 'tree-sitter.wasm')),
      compiledOnce,
      grammar: (file) => readFile(join(dir, file)),
    },
  };
}

function buildIn(dir: string): string | undefined {
  try {
    return readFileSync(join(dir, 'build.txt'), 'utf8');
  } catch {
    return undefined;
  }
}

/** Bytes that become text where it is asked for: most of the catalog never is. */
function asciiParts(bytes: Buffer): Parts {
  return { slice: (from, to) => bytes.toString('latin1', from, to) };
}
