import type { FolderSession } from './folder-session';
import { pathOfUri, relativeTo } from './uris';

/** A workspace folder as the editor names it. */
export interface FolderName {
  readonly uri: string;
  readonly name: string;
}

export interface OpenFolder extends FolderName {
  readonly session: FolderSession;
}

/** A document's place in a folder. */
export interface Placed {
  readonly folder: OpenFolder;
  readonly path: string;
}

/** The workspace's folders, each with an engine of its own: what one knows never shows in another. */
export class Folders {
  readonly #open = new Map<string, OpenFolder>();
  readonly #start: (folder: FolderName, root: string) => FolderSession;

  constructor(start: (folder: FolderName, root: string) => FolderSession) {
    this.#start = start;
  }

  get all(): readonly OpenFolder[] {
    return [...this.#open.values()];
  }

  /** Opens a folder. One that does not lie on this machine's disk, or is open already, is passed over. */
  add(folder: FolderName): OpenFolder | undefined {
    const root = pathOfUri(folder.uri);
    if (root === undefined || this.#open.has(root)) return undefined;
    const opened = { ...folder, session: this.#start(folder, root) };
    this.#open.set(root, opened);
    return opened;
  }

  remove(uri: string): void {
    const root = pathOfUri(uri);
    if (root === undefined) return;
    this.#open.get(root)?.session.close();
    this.#open.delete(root);
  }

  get(uri: string): OpenFolder | undefined {
    const root = pathOfUri(uri);
    return root === undefined ? undefined : this.#open.get(root);
  }

  /** Every folder that holds the document: one folder may lie in another. The innermost comes first. */
  holding(uri: string): readonly Placed[] {
    const path = pathOfUri(uri);
    if (path === undefined) return [];
    return this.all
      .flatMap((folder): Placed[] => {
        const relative = relativeTo(folder.session.root, path);
        return relative === undefined ? [] : [{ folder, path: relative }];
      })
      .sort((a, b) => a.path.length - b.path.length);
  }
}
