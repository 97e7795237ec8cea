import { join } from 'node:path';
import { extractFile, languageOf } from '../../server/src/extract/extract-file';
import { fileRole } from '../../server/src/extract/file-role';
import { loadAssets } from '../../server/src/host/assets';
import type { Fact, FactKind, FactOf, FileFacts } from '../../server/src/model/facts';
import { Syntax } from '../../server/src/syntax/syntax';

export const ASSETS = join(import.meta.dirname, '../../dist/assets');

let syntax: Promise<Syntax> | undefined;

/** The facts of one file, as the engine would see them. */
export async function extract(path: string, text: string): Promise<FileFacts> {
  syntax ??= loadAssets(ASSETS).then((assets) => new Syntax(assets.languages, assets.grammars));
  const ready = await syntax;
  const language = languageOf(ready.languages, path);
  if (language !== undefined) await ready.load([language.id]);
  return extractFile(ready, { path, text, role: fileRole(path) });
}

/** The facts of one kind, for short assertions. */
export function ofKind<K extends FactKind>(facts: readonly Fact[], kind: K): readonly FactOf<K>[] {
  return facts.filter((fact): fact is FactOf<K> => fact.kind === kind);
}
