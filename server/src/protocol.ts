import type { ExplanationRow } from './views/explanation-rows';
import type { TreeNode } from './views/tree-node';

/**
 * What the language server and its clients say to each other beyond the language server protocol. The client imports
 * this file alone.
 */
export type { ExplanationRow } from './views/explanation-rows';
export type { TreeNode } from './views/tree-node';

/** Client to server: the sidebar's rows, one list a workspace folder. */
export const TREE_REQUEST = 'integrationAtlas/tree';
export interface TreeParams {
  /** The states of folders that the client has the rows of, by the folders' addresses. */
  readonly known?: Readonly<Record<string, string>>;
}
export interface TreeResult {
  readonly folders: readonly {
    readonly uri: string;
    readonly name: string;
    /** Empty where `changes` tells what is other than in the state that is known. */
    readonly nodes: readonly TreeNode[];
    readonly changes?: TreeChanges;
    /** Names these rows. */
    readonly state: string;
    /** False while the first scan runs: show progress, not the empty state. */
    readonly ready: boolean;
  }[];
}

/** What tells the rows of a folder from others before them. */
export interface TreeChanges {
  /** Rows that are new or say something else, without their children. */
  readonly rows: readonly TreeNode[];
  /** The ids of children where they are others, or in another order, by their parent's id; the folder's is empty. */
  readonly lists: readonly { readonly id: string; readonly ids: readonly string[] }[];
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
  /** The state of the document that the client has. */
  readonly known?: string;
}
export interface DocumentResult {
  /** Absent where it is the one that is known. */
  readonly markdown?: string;
  /** Names this text. */
  readonly state: string;
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

/** Client to server: why a service, a package, a host or a variable is among a folder's integrations, or why it is not. */
export const EXPLAIN_REQUEST = 'integrationAtlas/explain';
export interface ExplainParams {
  readonly folder: string;
  readonly name: string;
}
export type ExplainResult = readonly ExplanationRow[];

/** Client to server: a project file with the start of a service for something unrecognised. Nothing is written. */
export const DEFINE_REQUEST = 'integrationAtlas/define';
export interface DefineParams {
  readonly kind: 'host' | 'package';
  readonly name: string;
  /** The project file as it is, where there is one. */
  readonly text?: string;
}
export interface DefineResult {
  readonly text: string;
  readonly line: number;
}

/** Client to server: scan everything again. */
export const RESCAN_REQUEST = 'integrationAtlas/rescan';

/** Client to server: stop the scan that runs. What was known before it stays. */
export const CANCEL_NOTIFICATION = 'integrationAtlas/cancelScan';

/** Client to server: somebody comes back to the editor; what changed on disk meanwhile need not have been told. */
export const LOOK_AGAIN_NOTIFICATION = 'integrationAtlas/lookAgain';

/** Server to client: something changed; ask again for what you show. */
export const CHANGED_NOTIFICATION = 'integrationAtlas/changed';
export interface ChangedParams {
  readonly revision: number;
  readonly scanning: boolean;
  /** Files read so far in the running scan. */
  readonly scanned?: number;
  /** Nothing that is shown has changed but how far the scan is. */
  readonly onlyProgress?: boolean;
  readonly integrations: number;
  readonly variables: number;
  readonly problems: number;
}
