import type { Ecosystem, FileFacts, ImportFact } from '../../model/facts';
import { fitsLine, writeImports } from '../../model/import-lines';
import type { WantedCode } from '../../model/wanted-code';
import type { LanguageData } from '../../syntax/language';
import { textFacts } from '../code/text-facts';
import type { TextFile } from '../reader';
import { suppressionsIn } from '../suppressions';
import { hasTellingAddress } from './addresses';
import { readElixirHead } from './elixir-head';
import { readPythonHead } from './python-head';
import { readScriptHead } from './script-head';
import { hasSign } from './signs';

/** What can be told of a file without its tree. */
export interface Head {
  readonly imports: readonly ImportFact[];
  /** Modules that are named where only the tree would say how: inside functions, in comments. */
  readonly mentions: readonly Mention[];
  /**
   * Module-level names that the file gives values to; `*` where it passes on those of others. `=name` says that a name is
   * given another name alone, `=*` that one without a name of its own may be.
   */
  readonly names: readonly string[];
  /**
   * Modules that code may call without importing them, where that is usual. An import alone says nothing then of what is
   * done with it.
   */
  readonly uses?: readonly string[];
  /** All modules that the text names, where names of modules hold everywhere; elsewhere those that a call takes in. */
  readonly named?: readonly string[];
}

export interface Mention {
  readonly module: string;
  readonly names: readonly string[];
}

/** `undefined` where the text alone cannot be trusted. */
type HeadReader = (text: string) => Head | undefined;

const HEAD_READERS: Readonly<Record<string, HeadReader>> = {
  elixir: readElixirHead,
  python: readPythonHead,
  script: readScriptHead,
};

/**
 * Decides from its characters whether a file is worth a tree. Where nothing speaks for it, the answer is what it says all
 * the same: its imports. `undefined` asks for a whole reading.
 *
 * What is left out here must be nothing that anybody tells: the same workspace read with and without gives the same
 * results, which tests compare byte by byte.
 */
export function glanceAt(language: LanguageData, file: TextFile, wanted: WantedCode): FileFacts | undefined {
  const { extractor = '', ecosystem, signs } = language;
  const readHead = HEAD_READERS[extractor];
  if (signs === undefined || readHead === undefined || ecosystem === undefined) return undefined;
  if (hasSign(signs, file) || hasTellingAddress(file, wanted)) return undefined;
  const head = readHead(file.text);
  if (head === undefined || wantsMore(head, ecosystem, file, wanted)) return undefined;
  const suppressions = suppressionsIn(file.text);
  const imports = writeImports(head.imports.filter(fitsLine));
  const others = head.imports.filter((fact) => !fitsLine(fact));
  return {
    path: file.path,
    role: file.role,
    facts: [...others, ...textFacts(file)],
    problems: [],
    language: language.id,
    glanced: head.names,
    ...(imports !== '' && { imports }),
    ...(head.named !== undefined && { named: head.named }),
    ...(suppressions.length > 0 && { suppressions }),
  };
}

function wantsMore(
  { imports, mentions, uses }: Head,
  ecosystem: Ecosystem,
  file: TextFile,
  wanted: WantedCode,
): boolean {
  if (mentions.some(({ module, names }) => wanted.ofImport(ecosystem, module, names) !== undefined)) return true;
  // What a test does with a service is no use of it.
  if (file.role !== 'source') return false;
  const asked = uses?.map((module) => ({ module, names: [] })) ?? imports;
  return asked.some(({ module, names }) => {
    // Of the project itself: no service's.
    if (module.startsWith('.')) return false;
    const need = wanted.ofImport(
      ecosystem,
      module,
      names.map(({ name }) => name),
    );
    return need === 'all' || (need?.some((word) => hasWord(file.text, word)) ?? false);
  });
}

/** `QueryClient`, but not `useQueryClient`. */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!/\w/.test(text[at - 1] ?? '') && !/\w/.test(text[at + word.length] ?? '')) return true;
  }
  return false;
}
