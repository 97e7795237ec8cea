import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalog } from '../catalog/catalog';
import { readCatalog } from '../catalog/catalog-file';
import type { LanguageData } from '../syntax/language';
import type { GrammarSource } from '../syntax/syntax';

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

/** Reads the assets from the build's folder, `dist/assets`. Grammars stay on disk until a language needs them. */
export async function loadAssets(dir: string): Promise<Assets> {
  const [languages, catalog, build] = await Promise.all([
    readFile(join(dir, 'languages.json'), 'utf8'),
    // It is ASCII, which is several times faster to read when said.
    readFile(join(dir, 'catalog.txt'), 'latin1'),
    readFile(join(dir, 'build.txt'), 'utf8').catch(() => undefined),
  ]);
  return {
    dir,
    ...(build !== undefined && { build }),
    languages: JSON.parse(languages) as readonly LanguageData[],
    catalog: readCatalog(catalog),
    grammars: {
      runtime: () => readFile(join(dir, 'tree-sitter.wasm')),
      grammar: (file) => readFile(join(dir, file)),
    },
  };
}
