/**
 * The part of a syntax node that extractors may use. web-tree-sitter's nodes have this shape; naming it here keeps the
 * parser out of every other folder. A node is only good inside the callback that it was handed to: its tree is freed
 * soon after (WebAssembly memory is not garbage-collected).
 *
 * Every property but `startIndex` and `startPosition` crosses into WebAssembly: ask for what is needed, once.
 */
export interface SyntaxNode {
  readonly id: number;
  readonly type: string;
  readonly text: string;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly startPosition: Point;
  readonly endPosition: Point;
  readonly isNamed: boolean;
  readonly hasError: boolean;
  /** Of a node that outlives its tree, and is the same object after an edit elsewhere: what is noted of it. */
  readonly notes?: unknown[];
  readonly parent: SyntaxNode | null;
  readonly namedChildren: readonly (SyntaxNode | null)[];
  readonly children: readonly (SyntaxNode | null)[];
  readonly namedChildCount: number;
  readonly nextNamedSibling: SyntaxNode | null;
  readonly previousNamedSibling: SyntaxNode | null;
  namedChild(index: number): SyntaxNode | null;
  child(index: number): SyntaxNode | null;
  childForFieldName(name: string): SyntaxNode | null;
  childrenForFieldName(name: string): readonly (SyntaxNode | null)[];
  /** The smallest named node that holds the index: for places found in the text, where a capture for all would cost. */
  namedDescendantForIndex(index: number): SyntaxNode | null;
  descendantsOfType(types: string | string[]): readonly (SyntaxNode | null)[];
}

export interface Point {
  readonly row: number;
  readonly column: number;
}

/** One match of one pattern: what each capture name caught, in order. */
export interface Match {
  /** The captures by name, without the `@`; a quantified capture holds several nodes. */
  readonly captures: ReadonlyMap<string, readonly SyntaxNode[]>;
  /** Of a match that is the same after an edit elsewhere: what is noted of it. */
  readonly notes?: unknown[];
  /** What the pattern states with `#set!`. */
  readonly properties: Readonly<Record<string, string | null>>;
}

/** What an extractor is handed: the root, and every match of the language's combined query. */
export interface Parsed {
  readonly root: SyntaxNode;
  readonly matches: readonly Match[];
  /** Of a text that an editor holds: the same object at all its readings, to know by it what was read before. */
  readonly keeper?: object;
}
