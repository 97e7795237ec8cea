import type { Fact, FileFacts, Problem } from '../model/facts';
import type { WantedCode } from '../model/wanted-code';
import type { LanguageData } from '../syntax/language';
import { TooSlow } from '../syntax/patience';
import type { Syntax } from '../syntax/syntax';
import { CODE_EXTRACTORS } from './code/extractors';
import { extractByCaptures } from './code/generic/extract-by-captures';
import { blankAllButScripts } from './code/script/embedded';
import { textFacts } from './code/text-facts';
import { glanceAt } from './glance/glance';
import { baseName } from './paths';
import type { TextFile } from './reader';
import { hasReader, readersOf } from './readers-of';
import { suppressionsIn } from './suppressions';

/** The languages by the endings of their files, where that is all they go by. */
const byEndings = new WeakMap<readonly LanguageData[], ReadonlyMap<string, LanguageData> | undefined>();

/** The language that a path is written in, if it is one of ours. */
export function languageOf(languages: readonly LanguageData[], path: string): LanguageData | undefined {
  if (!byEndings.has(languages)) byEndings.set(languages, byEnding(languages));
  const known = byEndings.get(languages);
  const name = baseName(path).toLowerCase();
  if (known !== undefined) return known.get(name.slice(name.lastIndexOf('.')));
  return languages.find(
    ({ fileNames, extensions }) => fileNames?.includes(name) === true || extensions.some((one) => name.endsWith(one)),
  );
}

function byEnding(languages: readonly LanguageData[]): ReadonlyMap<string, LanguageData> | undefined {
  const known = new Map<string, LanguageData>();
  for (const language of languages) {
    if (language.fileNames !== undefined) return undefined;
    for (const one of language.extensions) {
      if (!/^\.[^.]+$/.test(one)) return undefined;
      if (!known.has(one)) known.set(one, language);
    }
  }
  return known;
}

/** Whether any reader or language wants this file at all. */
export function isWanted(languages: readonly LanguageData[], path: string): boolean {
  return languageOf(languages, path) !== undefined || hasReader(path);
}

/** What a file of code says at first sight, where that is enough; `undefined` where it must be read whole. */
export function lookAt(language: LanguageData, file: TextFile, wanted: WantedCode): FileFacts | undefined {
  if (hasReader(file.path)) return undefined;
  return glanceAt(language, { ...file, text: codeOf(language, file) }, wanted);
}

/**
 * All that one file says. The languages that it needs must have been loaded into `syntax`. Whatever goes wrong becomes
 * a problem that names the file; only a WebAssembly `RuntimeError` is passed on.
 */
export function extractFile(syntax: Syntax, file: TextFile): FileFacts {
  const facts: Fact[] = [];
  const problems: Problem[] = [];
  const locked: Record<string, readonly string[]> = {};
  const language = languageOf(syntax.languages, file.path);

  const attempt = (what: string, run: () => void): void => {
    try {
      run();
    } catch (error) {
      // The parser's memory is broken, which no other file must suffer from: the host starts a new one.
      if (error instanceof Error && error.name === 'RuntimeError') throw error;
      const reason = error instanceof Error ? error.message : String(error);
      problems.push({
        path: file.path,
        message: `${what} could not be read: ${reason}`,
        ...(error instanceof TooSlow && { passing: true }),
      });
    }
  };

  if (language !== undefined) {
    attempt(`The ${language.name} code`, () => {
      facts.push(...extractCode(syntax, language, file));
    });
  }
  for (const reader of readersOf(file.path)) {
    attempt('The file', () => {
      const extracted = reader.read(file);
      facts.push(...extracted.facts);
      problems.push(...(extracted.problems ?? []).map((problem) => ({ path: file.path, ...problem })));
      Object.assign(locked, extracted.locked);
    });
  }
  const suppressions = suppressionsIn(file.text);
  return {
    path: file.path,
    role: file.role,
    facts,
    problems,
    ...(language && { language: language.id }),
    ...(Object.keys(locked).length > 0 && { locked }),
    ...(suppressions.length > 0 && { suppressions }),
  };
}

function extractCode(syntax: Syntax, language: LanguageData, file: TextFile): readonly Fact[] {
  const text = codeOf(language, file);
  const extractor = language.extractor === undefined ? extractByCaptures : CODE_EXTRACTORS[language.extractor];
  if (extractor === undefined) throw new Error(`there is no extractor ${language.extractor}`);
  return syntax.parse(
    language.id,
    text,
    (parsed) => {
      const code = { ...parsed, ...file, text, language };
      return [...extractor(code), ...textFacts(code)];
    },
    file.held,
  );
}

function codeOf(language: LanguageData, { text }: TextFile): string {
  return language.embedded === true ? blankAllButScripts(text) : text;
}
