import { matcherOf } from '../../../server/src/catalog/match';
import { wantedCode } from '../../../server/src/catalog/wanted-code';
import { languageOf, lookAt } from '../../../server/src/extract/extract-file';
import { fileRole } from '../../../server/src/extract/file-role';
import { closerLooks } from '../../../server/src/index/closer-look/closer-look';
import type { FileFacts } from '../../../server/src/model/facts';
import { testAssets } from '../../host/support';
import { extract } from '../../support/extract';

type Texts = Readonly<Record<string, string>>;

/** What a map's first look at these files says of them: most are only looked at. */
export function atFirstSight(texts: Texts): Promise<readonly FileFacts[]> {
  return Promise.all(Object.entries(texts).map(async ([path, text]) => lookOnce(path, text)));
}

/** The files that a closer look asks for after it. */
export async function askedFor(files: readonly FileFacts[]): Promise<readonly string[]> {
  return closerLooks(matcherOf((await testAssets()).catalog), 'map')(files);
}

async function lookOnce(path: string, text: string): Promise<FileFacts> {
  const { languages, catalog } = await testAssets();
  const language = languageOf(languages, path);
  const file = { path, text, role: fileRole(path), depth: 'map' } as const;
  const glanced = language && lookAt(language, file, wantedCode(matcherOf(catalog)));
  return glanced ?? extract(path, text);
}
