/**
 * The part of a syntax node that extractors may use. Naming it here keeps the parser out of
 * every other folder. A node is only good inside the callback that it was handed to: its tree is freed
 * soon after (WebAssembly memory is not garbage-collected).
 *
 * Most properties cross into WebAssembly: ask for what is needed, once. `id`, `startIndex` and `startPosition` do not, nor
 * do the type, the end and the lists of children when they are asked for again.
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

/** One match of one pattern: what it caught, in order. */
export interface Match {
  /** The names of its captures, without the `@`, and their nodes; of a quantified capture there may be several. */
  readonly names: readonly string[];
  readonly nodes: readonly SyntaxNode[];
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

/** The first node that a match caught under a name. */
export function caught({ names, nodes }: Match, name: string): SyntaxNode | undefined {
  const index = names.indexOf(name);
  return index === -1 ? undefined : nodes[index];
}

export function allCaught({ names, nodes }: Match, name: string): readonly SyntaxNode[] {
  return nodes.filter((_, index) => names[index] === name);
}
