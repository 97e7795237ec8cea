import type { Language, Tree } from 'web-tree-sitter';
import type { Point, SyntaxNode } from './node';
import { addressOf, BYTES, type Runtime, theRuntime, transferBuffer } from './runtime';

/** A node in the parser's memory: its id, its first index, row and column, and what it goes by. In whole numbers. */
export const NODE_SIZE = 5;

/** A tree as its nodes ask it. */
export interface NodeTree {
  readonly address: number;
  readonly text: string;
  readonly language: Language;
  readonly runtime: Runtime;
  readonly transfer: number;
}

export function rootOf(tree: Tree, text: string): TreeNode {
  const runtime = theRuntime();
  const address = addressOf(tree);
  runtime._ts_tree_root_node_wasm(address);
  const transfer = transferBuffer();
  return new TreeNode({ address, text, language: tree.language, runtime, transfer }, runtime.HEAP32, transfer);
}

/** A node of a tree. What is asked of one often is asked of the parser once. */
export class TreeNode implements SyntaxNode {
  declare readonly tree: NodeTree;
  declare readonly id: number;
  declare readonly startIndex: number;
  declare private readonly row: number;
  declare private readonly column: number;
  declare private readonly alias: number;
  declare private kind: number;
  declare private end: number;
  declare private named: readonly TreeNode[] | undefined;
  declare private all: readonly TreeNode[] | undefined;

  /** The one that is kept at this place of the memory. */
  constructor(tree: NodeTree, memory: Int32Array, at: number) {
    this.tree = tree;
    this.id = memory[at] ?? 0;
    this.startIndex = memory[at + 1] ?? 0;
    this.row = memory[at + 2] ?? 0;
    this.column = memory[at + 3] ?? 0;
    this.alias = memory[at + 4] ?? 0;
    this.kind = -1;
    this.end = -1;
    this.named = undefined;
    this.all = undefined;
  }

  /** The number of its type. */
  get typeId(): number {
    if (this.kind === -1) this.kind = this.asked()._ts_node_symbol_wasm(this.tree.address);
    return this.kind;
  }

  get type(): string {
    return this.tree.language.types[this.typeId] || 'ERROR';
  }

  get text(): string {
    return this.tree.text.slice(this.startIndex, this.endIndex);
  }

  get endIndex(): number {
    if (this.end === -1) this.end = this.asked()._ts_node_end_index_wasm(this.tree.address);
    return this.end;
  }

  get startPosition(): Point {
    return { row: this.row, column: this.column };
  }

  get endPosition(): Point {
    const { address, runtime, transfer } = this.tree;
    this.asked()._ts_node_end_point_wasm(address);
    return { row: runtime.HEAP32[transfer] ?? 0, column: runtime.HEAP32[transfer + 1] ?? 0 };
  }

  get isNamed(): boolean {
    return this.asked()._ts_node_is_named_wasm(this.tree.address) === 1;
  }

  get hasError(): boolean {
    return this.asked()._ts_node_has_error_wasm(this.tree.address) === 1;
  }

  get parent(): TreeNode | null {
    this.asked()._ts_node_parent_wasm(this.tree.address);
    return this.answered();
  }

  get nextNamedSibling(): TreeNode | null {
    this.asked()._ts_node_next_named_sibling_wasm(this.tree.address);
    return this.answered();
  }

  get previousNamedSibling(): TreeNode | null {
    this.asked()._ts_node_prev_named_sibling_wasm(this.tree.address);
    return this.answered();
  }

  get namedChildCount(): number {
    return this.named?.length ?? this.asked()._ts_node_named_child_count_wasm(this.tree.address);
  }

  get namedChildren(): readonly TreeNode[] {
    if (this.named === undefined) {
      this.asked()._ts_node_named_children_wasm(this.tree.address);
      this.named = this.allAnswered();
    }
    return this.named;
  }

  get children(): readonly TreeNode[] {
    if (this.all === undefined) {
      this.asked()._ts_node_children_wasm(this.tree.address);
      this.all = this.allAnswered();
    }
    return this.all;
  }

  namedChild(index: number): TreeNode | null {
    if (this.named !== undefined) return this.named[index] ?? null;
    this.asked()._ts_node_named_child_wasm(this.tree.address, index);
    return this.answered();
  }

  child(index: number): TreeNode | null {
    this.asked()._ts_node_child_wasm(this.tree.address, index);
    return this.answered();
  }

  childForFieldName(name: string): TreeNode | null {
    const field = this.tree.language.fields.indexOf(name);
    if (field === -1) return null;
    this.asked()._ts_node_child_by_field_id_wasm(this.tree.address, field);
    return this.answered();
  }

  childrenForFieldName(name: string): readonly TreeNode[] {
    const field = this.tree.language.fields.indexOf(name);
    if (field <= 0) return [];
    this.asked()._ts_node_children_by_field_id_wasm(this.tree.address, field);
    return this.allAnswered();
  }

  /** The smallest node that holds a stretch. */
  descendantForIndex(start: number, end: number): TreeNode | null {
    this.askedOf(start, end)._ts_node_descendant_for_index_wasm(this.tree.address);
    return this.answered();
  }

  namedDescendantForIndex(index: number): TreeNode | null {
    this.askedOf(index, index)._ts_node_named_descendant_for_index_wasm(this.tree.address);
    return this.answered();
  }

  descendantsOfType(types: string | string[]): readonly TreeNode[] {
    const { address, language, runtime } = this.tree;
    const wanted = typeof types === 'string' ? [types] : types;
    const symbols = language.types.flatMap((type, symbol) => (wanted.includes(type) ? [symbol] : []));
    const list = runtime._malloc(symbols.length * BYTES);
    runtime.HEAP32.set(symbols, list / BYTES);
    this.asked()._ts_node_descendants_of_type_wasm(address, list, symbols.length, 0, 0, 0, 0);
    const found = this.allAnswered();
    runtime._free(list);
    return found;
  }

  /** Hands the parser this node, for what is asked of it next. */
  asked(): Runtime {
    const { runtime, transfer } = this.tree;
    const memory = runtime.HEAP32;
    memory[transfer] = this.id;
    memory[transfer + 1] = this.startIndex;
    memory[transfer + 2] = this.row;
    memory[transfer + 3] = this.column;
    memory[transfer + 4] = this.alias;
    return runtime;
  }

  /** The same, with a stretch of the text. */
  private askedOf(start: number, end: number): Runtime {
    const { runtime, transfer } = this.tree;
    runtime.HEAP32[transfer + NODE_SIZE] = start;
    runtime.HEAP32[transfer + NODE_SIZE + 1] = end;
    return this.asked();
  }

  private answered(): TreeNode | null {
    const { runtime, transfer } = this.tree;
    const memory = runtime.HEAP32;
    return memory[transfer] === 0 ? null : new TreeNode(this.tree, memory, transfer);
  }

  /** A list is told by its length and where it is, and is the asker's to free. */
  private allAnswered(): readonly TreeNode[] {
    const { runtime, transfer } = this.tree;
    const memory = runtime.HEAP32;
    const count = memory[transfer] ?? 0;
    if (count === 0) return [];
    const list = memory[transfer + 1] ?? 0;
    const nodes: TreeNode[] = [];
    for (let index = 0; index < count; index += 1) {
      nodes.push(new TreeNode(this.tree, memory, list / BYTES + index * NODE_SIZE));
    }
    runtime._free(list);
    return nodes;
  }
}
