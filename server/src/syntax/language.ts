import type { Ecosystem } from '../model/facts';

/** A language as its folder in `grammars/` describes it, queries included. `grammars/README.md` tells the format. */
export interface LanguageData {
  readonly id: string;
  readonly name: string;
  /** File endings with their dot, lower case. */
  readonly extensions: readonly string[];
  /** Whole file names without an ending of their own. */
  readonly fileNames?: readonly string[];
  /** The grammar's file as an npm path, `package/path/to.wasm`. */
  readonly grammar: string;
  /** The grammar's lexer is one function, too large to be compiled a second time (`GrammarSource`). */
  readonly compileOnce?: boolean;
  /** The language whose queries come first: TSX adds to TypeScript, which adds to JavaScript. */
  readonly inherits?: string;
  /** The language's code lies in `<script>` elements (Vue, Svelte); the rest of the file is blanked. */
  readonly embedded?: boolean;
  /** Which extractor of `extract/code/` reads it; without one, the documented captures alone give facts. */
  readonly extractor?: string;
  /** The ecosystem that its imports name packages of. */
  readonly ecosystem?: Ecosystem;
  /** What in a file speaks for reading it whole (`signs.json`); without it every file is. */
  readonly signs?: readonly Sign[];
  /** All queries of the folder and of those it inherits, joined. */
  readonly query: string;
  /** The grammar's file in the build. */
  readonly wasm: string;
}

/** Texts one of which stands in everything that a pattern matches. */
export interface Needles {
  readonly words: readonly string[];
  /** Every match starts with one of them. */
  readonly isStart: boolean;
}

/** One of the alternatives of a pattern, which is looked for by itself. */
export interface SignAlternative {
  readonly text: string;
  /** Without them no letters stand in every match. */
  readonly needles?: Needles;
}

/** Something that tells from its characters that a file is worth a tree. One of `text` and `path` is given. */
export interface Sign {
  /** What it is a sign of, for people. */
  readonly of: string;
  /** A pattern for the text; `^` and `$` are those of a line. */
  readonly text?: string;
  readonly anyCase?: boolean;
  /** The alternatives of `text`, as the build works them out. */
  readonly alternatives?: readonly SignAlternative[];
  /** A word that must stand in the file as well, in any case. */
  readonly word?: string;
  /** A pattern for the path, in any case. */
  readonly path?: string;
  /** It counts in tests and examples as well, of which little is told. */
  readonly tests?: boolean;
  /** What it is a sign of is told in documents alone. */
  readonly depth?: 'document';
}
