import { lineAt, lineStarts } from './line-starts';
import type { Point, SyntaxNode } from './node';
import type { TreeNode } from './tree-node';

interface Move {
  readonly from: number;
  readonly by: number;
}

/** Nodes that nobody asks follow so many moves at once. */
const MOST_MOVES = 200;

/** The newest tree of a text that an editor holds: what all nodes that were handed out of it ask. */
export class Newest {
  /** How often the text was moved so far. */
  moved = 0;
  /** The last of these moves. */
  lastFrom = 0;
  lastBy = 0;
  #text = '';
  #root: TreeNode | undefined;
  #round = 0;
  /** Where the lines start, as soon as somebody asks. */
  #lines: readonly number[] | undefined;
  /** How the text was moved by edits, the first of which has the number `#forgotten`. */
  #moves: Move[] = [];
  #forgotten = 0;

  renew(text: string, root: TreeNode): void {
    this.#text = text;
    this.#root = root;
    this.#round += 1;
    this.#lines = undefined;
  }

  get text(): string {
    return this.#text;
  }

  get root(): TreeNode | undefined {
    return this.#root;
  }

  /** Tells trees apart: a node of the parser is good for one alone. */
  get round(): number {
    return this.#round;
  }

  /** What starts here or behind it moves so far by an edit. */
  move(from: number, by: number): void {
    this.#moves.push({ from, by });
    this.lastFrom = from;
    this.lastBy = by;
    this.moved += 1;
  }

  /** Where something stands now that stood here after so many moves. */
  placeNow(start: number, moved: number): number {
    let place = start;
    for (let at = moved - this.#forgotten; at < this.#moves.length; at += 1) {
      const move = this.#moves[at];
      if (move === undefined) throw new Error('a node of an edited text was not followed');
      if (place >= move.from) place += move.by;
    }
    return place;
  }

  get isLongMoved(): boolean {
    return this.#moves.length >= MOST_MOVES;
  }

  /** All that stands somewhere knows where. */
  forgetMoves(): void {
    this.#forgotten = this.moved;
    this.#moves = [];
  }

  /** The smallest node that holds a stretch. */
  smallest(start: number, end: number): TreeNode | null {
    return this.#root?.descendantForIndex(start, end) ?? null;
  }

  pointAt(index: number): Point {
    const starts = this.#starts();
    const row = lineAt(starts, index);
    return { row, column: index - (starts[row] ?? 0) };
  }

  /** The end of the text, where it has no such line. */
  readonly lineStart = (row: number): number => this.#starts()[row] ?? this.#text.length;

  #starts(): readonly number[] {
    this.#lines ??= lineStarts(this.#text);
    return this.#lines;
  }
}

/**
 * A node that outlives its tree. Most of a text stays as it is when somebody types, and most of what is asked of its
 * nodes was asked before: the answers are kept, and so is where it stands, as of when it was asked last: how the text was
 * moved since is made up for at the next question. The parser is asked for the rest, for which the
 * node is looked up in the newest tree by its place and type.
 */
export class HeldNode implements SyntaxNode {
  readonly type: string;
  #notes: unknown[] | undefined;
  readonly #kind: number;
  readonly #newest: Newest;
  #start: number;
  readonly #length: number;
  #moved: number;
  #node: TreeNode;
  #round: number;
  /** The nodes below it that were asked for, by the name of their field or by their number among those with a name. */
  #below: Map<string | number, HeldNode | null> | undefined;
  #named: readonly HeldNode[] | undefined;
  #all: readonly HeldNode[] | undefined;

  constructor(node: TreeNode, newest: Newest) {
    this.#kind = node.typeId;
    this.type = node.type;
    this.#newest = newest;
    this.#start = node.startIndex;
    this.#length = node.endIndex - this.#start;
    this.#moved = newest.moved;
    this.#node = node;
    this.#round = newest.round;
  }

  get notes(): unknown[] {
    this.#notes ??= [];
    return this.#notes;
  }

  /** Where it is and what it is tells it from all others; the parser's own ids are good for one tree alone. */
  get id(): number {
    return (this.startIndex * MOST_HELD + this.#length) * KINDS + (this.#kind % KINDS);
  }

  get startIndex(): number {
    if (this.#moved !== this.#newest.moved) this.#follow();
    return this.#start;
  }

  get endIndex(): number {
    return this.startIndex + this.#length;
  }

  get text(): string {
    const start = this.startIndex;
    return this.#newest.text.slice(start, start + this.#length);
  }

  get startPosition(): Point {
    return this.#newest.pointAt(this.startIndex);
  }

  get endPosition(): Point {
    return this.#newest.pointAt(this.endIndex);
  }

  get isNamed(): boolean {
    return this.#asked().isNamed;
  }

  get hasError(): boolean {
    return this.#asked().hasError;
  }

  get parent(): SyntaxNode | null {
    return this.#held(this.#asked().parent);
  }

  get nextNamedSibling(): SyntaxNode | null {
    return this.#held(this.#asked().nextNamedSibling);
  }

  get previousNamedSibling(): SyntaxNode | null {
    return this.#held(this.#asked().previousNamedSibling);
  }

  get namedChildCount(): number {
    return this.#named?.length ?? this.#asked().namedChildCount;
  }

  get namedChildren(): readonly SyntaxNode[] {
    this.#named ??= this.#heldAll(this.#asked().namedChildren);
    return this.#named;
  }

  get children(): readonly SyntaxNode[] {
    this.#all ??= this.#heldAll(this.#asked().children);
    return this.#all;
  }

  namedChild(index: number): SyntaxNode | null {
    if (this.#named !== undefined) return this.#named[index] ?? null;
    const known = this.#below?.get(index);
    return known === undefined ? this.#keep(index, this.#asked().namedChild(index)) : known;
  }

  child(index: number): SyntaxNode | null {
    return this.children[index] ?? null;
  }

  childForFieldName(name: string): SyntaxNode | null {
    const known = this.#below?.get(name);
    return known === undefined ? this.#keep(name, this.#asked().childForFieldName(name)) : known;
  }

  childrenForFieldName(name: string): readonly SyntaxNode[] {
    return this.#heldAll(this.#asked().childrenForFieldName(name));
  }

  namedDescendantForIndex(index: number): SyntaxNode | null {
    return this.#held(this.#asked().namedDescendantForIndex(index));
  }

  descendantsOfType(types: string | string[]): readonly SyntaxNode[] {
    return this.#heldAll(this.#asked().descendantsOfType(types));
  }

  /** It and all that is known below it stands where it stands now. */
  settle(): void {
    const below: HeldNode[] = [this];
    for (let node = below.pop(); node !== undefined; node = below.pop()) {
      node.#follow();
      if (node.#named !== undefined) below.push(...node.#named);
      if (node.#all !== undefined) below.push(...node.#all);
      if (node.#below !== undefined) for (const one of node.#below.values()) if (one !== null) below.push(one);
    }
  }

  #follow(): void {
    const newest = this.#newest;
    if (this.#moved === newest.moved - 1) {
      if (this.#start >= newest.lastFrom) this.#start += newest.lastBy;
    } else this.#start = newest.placeNow(this.#start, this.#moved);
    this.#moved = newest.moved;
  }

  #keep(name: string | number, node: TreeNode | null): HeldNode | null {
    const held = this.#held(node);
    this.#below ??= new Map();
    this.#below.set(name, held);
    return held;
  }

  #held(node: TreeNode | null): HeldNode | null {
    return node === null ? null : new HeldNode(node, this.#newest);
  }

  #heldAll(nodes: readonly (TreeNode | null)[]): readonly HeldNode[] {
    return nodes.flatMap((node) => (node === null ? [] : [new HeldNode(node, this.#newest)]));
  }

  /** The parser's node of the newest tree. */
  #asked(): TreeNode {
    if (this.#round === this.#newest.round) return this.#node;
    const start = this.startIndex;
    let node = this.#newest.smallest(start, start + this.#length);
    while (node !== null && !this.#is(node)) node = node.parent;
    if (node === null) throw new Error('a node of an edited text is not where it was');
    this.#node = node;
    this.#round = this.#newest.round;
    return node;
  }

  #is(node: TreeNode): boolean {
    const { startIndex } = node;
    return startIndex === this.#start && node.typeId === this.#kind && node.endIndex - startIndex === this.#length;
  }
}

/** Two indexes and a type fit in one number as long as texts are shorter, and a language has no more types. */
export const MOST_HELD = 2 ** 21;
const KINDS = 2 ** 11;
