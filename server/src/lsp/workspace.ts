import type { Connection } from 'vscode-languageserver/node';
import type { Assets } from '../host/assets';
import { CHANGED_NOTIFICATION, type ChangedParams } from '../protocol';
import { countsOf } from './answers';
import { FolderSession, type SessionOptions } from './folder-session';
import { type FolderName, Folders, type OpenFolder } from './folders';
import { ProjectDiagnostics } from './project-diagnostics';
import { showScanProgress } from './scan-progress';
import { DEFAULT_SETTINGS, readSettings, type Settings } from './settings';
import type { ServerOptions } from './start-server';
import { pathOfUri } from './uris';

/** How often at most the editor is told how far a scan is. In milliseconds. */
const TELL_EVERY = 250;

/** All folders of one editor window with their settings, and the news that the editor gets of them. */
export class Workspace {
  readonly folders: Folders;
  readonly #connection: Connection;
  readonly #options: ServerOptions;
  readonly #settings = new Map<string, Settings>();
  readonly #open = new Map<string, string>();
  #assets: Assets | undefined;
  #asksSettings = false;
  #cacheDir: string | undefined;
  #scanned: number | undefined;
  #telling: NodeJS.Timeout | undefined;
  #isClosed = false;
  readonly #diagnostics: ProjectDiagnostics;
  #changed: (() => void) | undefined;

  constructor(connection: Connection, options: ServerOptions) {
    this.#connection = connection;
    this.#options = options;
    this.#diagnostics = new ProjectDiagnostics(connection);
    this.folders = new Folders((folder, root) => this.#start(folder, root));
  }

  /**
   * Opens the first folders. `asksSettings`: the editor answers `workspace/configuration`. `cacheDir`: where facts may be
   * kept from one start to the next.
   */
  async open(folders: readonly FolderName[], asksSettings: boolean, cacheDir?: string): Promise<void> {
    this.#asksSettings = asksSettings;
    this.#cacheDir = cacheDir;
    await this.changeFolders(folders, []);
    this.#tell();
  }

  async changeFolders(added: readonly FolderName[], removed: readonly FolderName[]): Promise<void> {
    for (const { uri } of removed) {
      this.folders.remove(uri);
      this.#settings.delete(uri);
    }
    this.#assets ??= await this.#options.assets;
    await Promise.all(
      added.map(async (folder) => {
        this.#settings.set(folder.uri, await this.#askSettings(folder.uri));
        const opened = this.folders.add(folder);
        if (opened === undefined) return;
        for (const [uri, text] of this.#open) this.#place(uri, text, opened);
        // A scan takes its time; nobody waits for it here.
        void opened.session.rescan();
      }),
    );
    this.#tell();
  }

  /** Calls back whenever something is told, settings and open texts included. */
  onChanged(changed: () => void): void {
    this.#changed = changed;
  }

  isOpen(uri: string): boolean {
    return this.#open.has(uri) || [...this.#open.keys()].some((open) => pathOfUri(open) === pathOfUri(uri));
  }

  settingsOf(folder: OpenFolder): Settings {
    return this.#settings.get(folder.uri) ?? DEFAULT_SETTINGS;
  }

  /** Asks for the settings again; folders that now read other files are scanned. */
  async readSettings(): Promise<void> {
    let isDocumentOther = false;
    for (const folder of this.folders.all) {
      const before = this.settingsOf(folder);
      const now = await this.#askSettings(folder.uri);
      this.#settings.set(folder.uri, now);
      const patterns = ({ include, exclude, services }: Settings): string =>
        JSON.stringify([include, exclude, services]);
      if (patterns(before) !== patterns(now)) void folder.session.rescan(this.#sessionOptions(now));
      isDocumentOther ||= JSON.stringify(before.document) !== JSON.stringify(now.document);
    }
    // Whoever shows the document asks for it again.
    if (isDocumentOther) this.#tell();
    else this.#changed?.();
  }

  setOpen(uri: string, text: string | undefined): void {
    if (text === undefined) this.#open.delete(uri);
    else this.#open.set(uri, text);
    for (const { folder, path } of this.folders.holding(uri)) folder.session.setOpen(path, text);
    this.#changed?.();
  }

  touch(uri: string): void {
    if (NEVER_READ.test(uri)) return;
    for (const { folder, path } of this.folders.holding(uri)) folder.session.touch(path);
  }

  async rescan(): Promise<void> {
    await Promise.all(this.folders.all.map(({ session }) => session.rescan()));
  }

  lookAgain(): void {
    for (const { session } of this.folders.all) session.lookAgain();
  }

  cancelScans(): void {
    for (const { session } of this.folders.all) session.cancelScan();
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#telling);
    for (const { session } of this.folders.all) session.close();
  }

  #place(uri: string, text: string, among: OpenFolder): void {
    for (const { folder, path } of this.folders.holding(uri)) {
      if (folder === among) folder.session.setOpen(path, text);
    }
  }

  #sessionOptions({ include, exclude, services }: Settings): SessionOptions {
    if (this.#assets === undefined) throw new Error('The assets are not loaded yet.');
    const { workerScript } = this.#options;
    return {
      assets: this.#assets,
      include,
      exclude,
      services,
      ...(workerScript !== undefined && { workerScript }),
      ...(this.#cacheDir !== undefined && { cacheDir: this.#cacheDir }),
    };
  }

  #start(folder: FolderName, root: string): FolderSession {
    const settings = this.#settings.get(folder.uri) ?? DEFAULT_SETTINGS;
    return new FolderSession(folder.name, root, this.#sessionOptions(settings), {
      changed: () => this.#tell(),
      scanStarted: (cancel) => {
        const shown = showScanProgress(this.#connection, folder.name, cancel);
        return {
          progress: (done, total) => {
            this.#scanned = done;
            shown.progress(done, total);
            this.#tellSoon();
          },
          ended: () => {
            this.#scanned = undefined;
            shown.ended();
          },
        };
      },
      log: (level, message) => this.#connection.console[level](message),
    });
  }

  async #askSettings(uri: string): Promise<Settings> {
    if (!this.#asksSettings) return DEFAULT_SETTINGS;
    try {
      return readSettings(
        await this.#connection.workspace.getConfiguration({ scopeUri: uri, section: 'integrationAtlas' }),
      );
    } catch {
      return DEFAULT_SETTINGS;
    }
  }

  /** What cannot be counted is told in the log: whoever called goes on. */
  #countsOrNone(): ChangedParams {
    try {
      return countsOf(this.folders.all, this.#scanned);
    } catch (error) {
      this.#connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      const scanning = this.folders.all.some(({ session }) => session.isScanning);
      return { revision: 0, scanning, integrations: 0, variables: 0, problems: 1 };
    }
  }

  #tellSoon(): void {
    this.#telling ??= setTimeout(() => this.#tell(true), TELL_EVERY);
  }

  #tell(onlyProgress = false): void {
    clearTimeout(this.#telling);
    this.#telling = undefined;
    if (this.#isClosed) return;
    if (!onlyProgress) this.#changed?.();
    const news = { ...this.#countsOrNone(), ...(onlyProgress && { onlyProgress }) };
    // The connection may be going down; then nobody wants to know.
    this.#connection.sendNotification(CHANGED_NOTIFICATION, news).catch(() => {});
    if (!news.scanning && !onlyProgress) this.#diagnostics.tell(this.folders.all).catch(() => {});
  }
}

/** Folders that no walk enters and that change all the time. */
const NEVER_READ = /\/(?:\.git|node_modules)(?:\/|$)/;
