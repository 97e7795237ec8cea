import { Parser, type Query, type Tree } from 'web-tree-sitter';

/**
 * The parser's own functions and its memory, as its build names them. Its library asks them through objects that are made
 * anew at every step and a memory that is read and written a number at a time by the name of its type; of a file with ten
 * thousand nodes that takes as long as parsing it. So nodes and matches are read here (`tree-node.ts`, `run-query.ts`).
 *
 * A function that tells of a node is handed it in a stretch of memory, the transfer buffer, which holds its answer after.
 */
export interface Runtime {
  /** All of its memory in whole numbers; another object once the memory has grown. */
  readonly HEAP32: Int32Array;
  currentQueryProgressCallback: (() => boolean) | null;
  _ts_init(): number;
  _malloc(bytes: number): number;
  _free(address: number): void;
  _ts_tree_root_node_wasm(tree: number): void;
  _ts_node_symbol_wasm(tree: number): number;
  _ts_node_end_index_wasm(tree: number): number;
  _ts_node_end_point_wasm(tree: number): void;
  _ts_node_is_named_wasm(tree: number): number;
  _ts_node_has_error_wasm(tree: number): number;
  _ts_node_parent_wasm(tree: number): void;
  _ts_node_next_named_sibling_wasm(tree: number): void;
  _ts_node_prev_named_sibling_wasm(tree: number): void;
  _ts_node_named_child_count_wasm(tree: number): number;
  _ts_node_named_child_wasm(tree: number, index: number): void;
  _ts_node_child_wasm(tree: number, index: number): void;
  _ts_node_child_by_field_id_wasm(tree: number, field: number): void;
  _ts_node_named_children_wasm(tree: number): void;
  _ts_node_children_wasm(tree: number): void;
  _ts_node_children_by_field_id_wasm(tree: number, field: number): void;
  _ts_node_descendant_for_index_wasm(tree: number): void;
  _ts_node_named_descendant_for_index_wasm(tree: number): void;
  _ts_node_descendants_of_type_wasm(
    tree: number,
    symbols: number,
    count: number,
    ...stretch: readonly [startRow: number, startColumn: number, endRow: number, endColumn: number]
  ): void;
  _ts_query_matches_wasm(
    query: number,
    tree: number,
    startRow: number,
    startColumn: number,
    endRow: number,
    endColumn: number,
    startIndex: number,
    endIndex: number,
    mostMatches: number,
    mostDepth: number,
    microseconds: number,
  ): void;
}

/** The WebAssembly runtime is one for the whole process. */
let started: Promise<void> | undefined;
let runtime: Runtime | undefined;
/** Where the transfer buffer is, counted in whole numbers. */
let transfer = 0;

export function startRuntime(bytes: () => Promise<Uint8Array>): Promise<void> {
  started ??= bytes().then(async (wasmBinary) => {
    // What it is handed is what it becomes.
    const options = { wasmBinary };
    await Parser.init(options as object as Parameters<typeof Parser.init>[0]);
    runtime = options as object as Runtime;
    // Whoever has started it before has what it became.
    if (runtime._ts_init === undefined) throw new Error('The parser was started elsewhere.');
    transfer = runtime._ts_init() / BYTES;
  });
  return started;
}

export function theRuntime(): Runtime {
  if (runtime === undefined) throw new Error('The parser has not been started.');
  return runtime;
}

export function transferBuffer(): number {
  return transfer;
}

/** Where the parser keeps a tree or a query. */
export function addressOf(kept: Tree | Query): number {
  return (kept as object as { readonly 0: number })[0];
}

/** Of a whole number. */
export const BYTES = 4;
