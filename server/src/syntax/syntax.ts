import { Language, Parser, Query, type QueryMatch, type Tree } from 'web-tree-sitter';
import { KeptTrees } from './kept-trees';
import type { LanguageData } from './language';
import type { Match, SyntaxNode } from './node';

/** Where compiled grammars come from; the host knows, this folder does no input of its own. */
export interface GrammarSource {
  /** The parser's own `tree-sitter.wasm`. */
  runtime(): Promise<Uint8Array>;
  grammar(file: string): Promise<Uint8Array>;
}

/** What an extractor is handed: the root, and every match of the language's combined query in document order. */
export interface Parsed {
  readonly root: SyntaxNode;
  readonly matches: readonly Match[];
}

interface Loaded {
  readonly parser: Parser;
  readonly query: Query;
}

/** Parsers and compiled queries by language, each loaded once and only when asked for. */
export class Syntax {
  readonly languages: readonly LanguageData[];
  readonly #source: GrammarSource;
  readonly #loaded = new Map<string, Loaded>();
  readonly #loading = new Map<string, Promise<void>>();
  readonly #kept = new KeptTrees();

  constructor(languages: readonly LanguageData[], source: GrammarSource) {
    this.languages = languages;
    this.#source = source;
  }

  /** Makes `parse` usable for these languages. */
  async load(ids: Iterable<string>): Promise<void> {
    await Promise.all([...new Set(ids)].map((id) => this.#loadOnce(id)));
  }

  isLoaded(id: string): boolean {
    return this.#loaded.has(id);
  }

  /**
   * Parses a text, runs the language's query and hands both to `read`. Nothing of the tree may be kept: it is freed when
   * `read` returns, or, where the text is one that an editor holds under the name `kept`, by the parses after it.
   */
  parse<T>(id: string, text: string, read: (parsed: Parsed) => T, kept?: string): T {
    const loaded = this.#loaded.get(id);
    if (loaded === undefined) throw new Error(`The grammar of ${id} is not loaded.`);
    const tree = this.#treeOf(loaded.parser, id, text, kept);
    try {
      const isOver = outOfPatience();
      const matches = loaded.query.matches(tree.rootNode, { progressCallback: isOver });
      if (isOver()) throw new TooSlow();
      if (loaded.query.didExceedMatchLimit()) throw new Error('The file holds more code than one query can match.');
      return read({ root: tree.rootNode, matches: matches.map(toMatch) });
    } finally {
      if (kept === undefined) tree.delete();
      else this.#kept.keep(kept, { language: id, text, tree });
    }
  }

  /** Forgets the trees of texts that no editor holds any more. */
  forget(isClosed: (kept: string) => boolean): void {
    for (const name of this.#kept.names) if (isClosed(name)) this.#kept.forget(name);
  }

  /**
   * What has an error is parsed from its start: where the parser gives up on code depends on what it knew before, and
   * the same text must say the same whatever it was made from.
   */
  #treeOf(parser: Parser, id: string, text: string, kept: string | undefined): Tree {
    const before = kept === undefined ? undefined : this.#kept.take(kept, id, text);
    if (before === undefined) return parsed(parser, text);
    try {
      const tree = parsed(parser, text, before);
      if (!tree.rootNode.hasError) return tree;
      tree.delete();
    } finally {
      before.delete();
    }
    return parsed(parser, text);
  }

  #loadOnce(id: string): Promise<void> {
    const running = this.#loading.get(id);
    if (running !== undefined) return running;
    const loading = this.#load(id);
    this.#loading.set(id, loading);
    return loading;
  }

  async #load(id: string): Promise<void> {
    const data = this.languages.find((language) => language.id === id);
    if (data === undefined) throw new Error(`There is no language ${id}.`);
    await startRuntime(this.#source);
    const bytes = await this.#source.grammar(data.wasm);
    const language = await oneByOne(() => Language.load(bytes));
    const parser = new Parser();
    parser.setLanguage(language);
    this.#loaded.set(id, { parser, query: new Query(language, data.query) });
  }
}

/**
 * Text that was made to be hard to parse takes time in the square of its length; ordinary files of the largest size
 * take a fraction of a second.
 */
const PATIENCE = 5000;

/** A matter of the machine's load, not of the text alone. */
export class TooSlow extends Error {
  constructor() {
    super('it takes too long to parse');
  }
}

/** Says whether the time for one step is over, once and for all. */
function outOfPatience(): () => boolean {
  const end = performance.now() + PATIENCE;
  let isOver = false;
  return () => {
    isOver ||= performance.now() > end;
    return isOver;
  };
}

function parsed(parser: Parser, text: string, before: Tree | null = null): Tree {
  const tree = parser.parse(text, before, { progressCallback: outOfPatience() });
  if (tree !== null) return tree;
  parser.reset();
  throw new TooSlow();
}

/** Linking two grammars at the same time makes one of them find symbols of the other. */
let linking: Promise<unknown> = Promise.resolve();

function oneByOne<T>(link: () => Promise<T>): Promise<T> {
  const linked = linking.then(link);
  linking = linked.catch(() => {});
  return linked;
}

/** The WebAssembly runtime is one for the whole process, whatever the number of `Syntax` objects. */
let runtime: Promise<void> | undefined;

function startRuntime(source: GrammarSource): Promise<void> {
  runtime ??= source.runtime().then((wasmBinary) => Parser.init({ wasmBinary }));
  return runtime;
}

function toMatch(match: QueryMatch): Match {
  const captures = new Map<string, SyntaxNode[]>();
  for (const { name, node } of match.captures) {
    const list = captures.get(name);
    if (list === undefined) captures.set(name, [node]);
    else list.push(node);
  }
  return { captures, properties: match.setProperties ?? {} };
}
