import type { TreeNode } from './views/tree-node';

/**
 * What the language server and its clients say to each other beyond the language server protocol. The client imports
 * this file alone.
 */
export type { TreeNode } from './views/tree-node';

/** Client to server: the sidebar's rows, one list a workspace folder. */
export const TREE_REQUEST = 'integrationAtlas/tree';
export interface TreeResult {
  readonly folders: readonly {
    readonly uri: string;
    readonly name: string;
    readonly nodes: readonly TreeNode[];
    /** False while the first scan runs: show progress, not the empty state. */
    readonly ready: boolean;
  }[];
}

/** Client to server: the children of a row that has `more`. Most rows are never opened, and there are thousands. */
export const CHILDREN_REQUEST = 'integrationAtlas/children';
export interface ChildrenParams {
  readonly folder: string;
  /** The row's id. */
  readonly id: string;
}
export type ChildrenResult = readonly TreeNode[];

/** Client to server: the document of a folder as Markdown, links relative to that folder. */
export const DOCUMENT_REQUEST = 'integrationAtlas/document';
export interface DocumentParams {
  readonly folder: string;
}
export interface DocumentResult {
  readonly markdown: string;
  readonly revision: number;
  /** False while a scan runs or after one was cancelled: the document may say less than the code does. */
  readonly complete: boolean;
}

/** Client to server: writes the document of a folder where its settings say. */
export const SAVE_REQUEST = 'integrationAtlas/save';
export interface SaveParams {
  readonly folder: string;
  /** Overwrite a file that someone else wrote. */
  readonly force: boolean;
}
/** `foreign`: a file that we did not write stands there; `failed` says why in `message`. */
export interface SaveResult {
  readonly outcome: 'written' | 'unchanged' | 'foreign' | 'failed';
  /** Relative to the folder. */
  readonly path: string;
  readonly message?: string;
}

/**
 * Client to server: where the values of a variable stand in `.env` files now: of the variable at a place of a text, or
 * of one in the `.env` file itself. Empty where the settings say that values are not read. Never the values.
 */
export const VALUE_PLACES_REQUEST = 'integrationAtlas/valuePlaces';
export type ValuePlacesParams =
  | { readonly uri: string; readonly name: string }
  | { readonly uri: string; readonly line: number; readonly column: number };
export interface ValuePlace {
  readonly name: string;
  readonly uri: string;
  /** Relative to the folder. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Client to server: scan everything again. */
export const RESCAN_REQUEST = 'integrationAtlas/rescan';

/** Client to server: stop the scan that runs. What was known before it stays. */
export const CANCEL_NOTIFICATION = 'integrationAtlas/cancelScan';

/** Server to client: something changed; ask again for what you show. */
export const CHANGED_NOTIFICATION = 'integrationAtlas/changed';
export interface ChangedParams {
  readonly revision: number;
  readonly scanning: boolean;
  /** Files read so far in the running scan. */
  readonly scanned?: number;
  readonly integrations: number;
  readonly variables: number;
  readonly problems: number;
}
