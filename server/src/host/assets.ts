import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CatalogData } from '../catalog/service';
import type { LanguageData } from '../syntax/language';
import type { GrammarSource } from '../syntax/syntax';

/** What the build gathered for the engine (`scripts/assets.mjs`). */
export interface Assets {
  readonly languages: readonly LanguageData[];
  readonly catalog: CatalogData;
  readonly grammars: GrammarSource;
  /** Where they lie, for worker threads that load their own. */
  readonly dir?: string;
}

/** Reads the assets from the build's folder, `dist/assets`. Grammars stay on disk until a language needs them. */
export async function loadAssets(dir: string): Promise<Assets> {
  const json = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(dir, name), 'utf8'));
  const [languages, catalog] = await Promise.all([json('languages.json'), json('catalog.json')]);
  return {
    dir,
    languages: languages as readonly LanguageData[],
    catalog: catalog as CatalogData,
    grammars: {
      runtime: () => readFile(join(dir, 'tree-sitter.wasm')),
      grammar: (file) => readFile(join(dir, file)),
    },
  };
}
