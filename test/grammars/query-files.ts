import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export function isGrammarLanguage(dir: string, name: string): boolean {
  return existsSync(join(dir, name, 'language.json'));
}

export interface QueryFile {
  readonly path: string;
  readonly text: string;
}

/** A language's own query files behind those of the languages that it inherits. */
export function queryFiles(dir: string, id: string): readonly QueryFile[] {
  const { inherits } = JSON.parse(readFileSync(join(dir, id, 'language.json'), 'utf8')) as { inherits?: string };
  const own = readdirSync(join(dir, id))
    .filter((name) => name.endsWith('.scm'))
    .sort()
    .map((name) => ({ path: `${id}/${name}`, text: readFileSync(join(dir, id, name), 'utf8') }));
  return [...(inherits === undefined ? [] : queryFiles(dir, inherits)), ...own];
}

/** All source of the extractor that a language names; its captures must be asked for there. */
export function extractorSource(root: string, extractor: string | undefined): string | undefined {
  if (extractor === undefined) return undefined;
  const dir = join(root, 'server/src/extract/code', extractor);
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(dir, name), 'utf8'))
    .join('\n');
}
