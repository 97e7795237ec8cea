import { Language, Parser, Query } from 'web-tree-sitter';
import { MOST_HELD } from './held-node';
import { HeldText, type Reading } from './held-text';
import { KeptTrees } from './kept-trees';
import type { LanguageData } from './language';
import type { Parsed } from './node';
import { parseText } from './parse-text';
import { TooSlow } from './patience';
import { runQuery } from './run-query';
import { startRuntime } from './runtime';
import { rootOf } from './tree-node';

/** Where compiled grammars come from; the host knows, this folder does no input of its own. */
export interface GrammarSource {
  /** The parser's own `tree-sitter.wasm`. */
  runtime(): Promise<Uint8Array>;
  grammar(file: string): Promise<Uint8Array>;
  /** Has what is loaded meanwhile compiled once, where that can be had. */
  compiledOnce?<T>(load: () => Promise<T>): Promise<T>;
}

/** Parsers and compiled queries by language, each loaded once and only when asked for. */
export class Syntax {
  readonly languages: readonly LanguageData[];
  readonly #source: GrammarSource;
  readonly #loaded = new Map<string, Reading>();
  readonly #loading = new Map<string, Promise<void>>();
  readonly #kept = new KeptTrees<HeldText>();

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
    if (kept !== undefined && text.length < MOST_HELD) return this.#parseHeld(loaded, id, text, read, kept);
    return this.#parseOnce(loaded, text, read);
  }

  /** Forgets the trees of texts that no editor holds any more. */
  forget(isClosed: (kept: string) => boolean): void {
    for (const name of this.#kept.names) if (isClosed(name)) this.#kept.forget(name);
  }

  #parseOnce<T>(loaded: Reading, text: string, read: (parsed: Parsed) => T): T {
    const tree = parseText(loaded.parser, text);
    try {
      const root = rootOf(tree, text);
      return read({ root, matches: runQuery(loaded.query, root) });
    } finally {
      tree.delete();
    }
  }

  #parseHeld<T>(loaded: Reading, language: string, text: string, read: (parsed: Parsed) => T, name: string): T {
    const held = this.#kept.take(name, language) ?? new HeldText(loaded);
    let told: T;
    try {
      told = read(held.read(text));
    } catch (error) {
      held.delete();
      if (error instanceof TooSlow) throw error;
      // The text before may be why. What this one says must not rest on it.
      return this.#parseOnce(loaded, text, read);
    }
    this.#kept.keep(name, { language, text, held });
    return told;
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
    await startRuntime(() => this.#source.runtime());
    const bytes = await this.#source.grammar(data.wasm);
    const load = (): Promise<Language> => Language.load(bytes);
    const { compiledOnce } = data.compileOnce === true ? this.#source : {};
    const language = await oneByOne(compiledOnce === undefined ? load : () => compiledOnce(load));
    const parser = new Parser();
    parser.setLanguage(language);
    this.#loaded.set(id, { parser, query: new Query(language, data.query) });
  }
}

/** Linking two grammars at the same time makes one of them find symbols of the other. */
let linking: Promise<unknown> = Promise.resolve();

function oneByOne<T>(link: () => Promise<T>): Promise<T> {
  const linked = linking.then(link);
  linking = linked.catch(() => {});
  return linked;
}
