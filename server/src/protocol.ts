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

/** Client to server: the document of a folder as Markdown, links relative to that folder. */
export const DOCUMENT_REQUEST = 'integrationAtlas/document';
export interface DocumentParams {
  readonly folder: string;
}
export interface DocumentResult {
  readonly markdown: string;
  readonly revision: number;
}

/** Client to server: scan everything again. */
export const RESCAN_REQUEST = 'integrationAtlas/rescan';

/** Server to client: something changed; ask again for what you show. */
export const CHANGED_NOTIFICATION = 'integrationAtlas/changed';
export interface ChangedParams {
  readonly revision: number;
  readonly scanning: boolean;
  readonly integrations: number;
  readonly variables: number;
  readonly problems: number;
}
