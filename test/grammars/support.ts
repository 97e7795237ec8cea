import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { extractFile } from '../../server/src/extract/extract-file';
import type { FileFacts } from '../../server/src/model/facts';
import type { LanguageData } from '../../server/src/syntax/language';
import { type GrammarSource, Syntax } from '../../server/src/syntax/syntax';
import { temporaryFolder } from '../host/support';

const require = createRequire(import.meta.url);
export const ROOT = join(import.meta.dirname, '../..');

/** The languages of a folder as the build reads them. */
export async function readLanguages(dir: string): Promise<readonly LanguageData[]> {
  const build = (await import(pathToFileURL(join(ROOT, 'scripts/assets.mjs')).href)) as {
    readLanguages(dir: string): readonly LanguageData[];
  };
  return build.readLanguages(dir);
}

/** Grammars straight from their packages. */
export function grammarsOf(languages: readonly LanguageData[]): GrammarSource {
  return {
    runtime: () => readFile(require.resolve('web-tree-sitter/tree-sitter.wasm')),
    grammar: (wasm) => {
      const language = languages.find((candidate) => candidate.wasm === wasm);
      return readFile(require.resolve(language?.grammar ?? wasm));
    },
  };
}

/** Facts of a text in a language that is nothing but these two files in a folder. */
export async function extractWith(
  language: Readonly<Record<string, unknown>> & { readonly id: string },
  query: string,
  path: string,
  text: string,
): Promise<FileFacts> {
  const dir = join(temporaryFolder(), 'grammars');
  mkdirSync(join(dir, language.id), { recursive: true });
  writeFileSync(join(dir, language.id, 'language.json'), JSON.stringify(language));
  writeFileSync(join(dir, language.id, 'code.scm'), query);
  const languages = await readLanguages(dir);
  const syntax = new Syntax(languages, grammarsOf(languages));
  await syntax.load([language.id]);
  return extractFile(syntax, { path, text, role: 'source' });
}
