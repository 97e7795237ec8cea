import { Engine } from '../engine';
import { changesEverything, Folder, type FolderOptions, type ScanOptions, type Updated } from '../host/folder';
import { withMentions } from '../host/mentions';
import { nodeFileSystem } from '../host/node-file-system';
import { mayName, textsWith } from '../host/texts-with';
import type { Explanation } from '../model/explanation';
import type { Project } from '../model/project';
import type { Snapshot } from '../model/workspace';
import { atMost } from './at-most';
import { CatchUp } from './catch-up';
import { KnownFiles } from './known-files';
import { LONG, SHORT } from './patience';
import { PendingPaths } from './pending-paths';
import type { SessionEvents } from './session-events';
import { Stoppable } from './stoppable';

export type SessionOptions = Omit<FolderOptions, 'fs'>;

/** So many changes are worth telling how far they are, and a way to stop them. */
const MANY = 200;

/**
 * One folder, kept true: a first scan, then only what changed. Texts of open editors stand in for their files, and are
 * read beside whatever else is: who types does not wait for the thousands of files of another branch. Nothing runs while
 * nothing changes.
 */
export class FolderSession {
  readonly name: string;
  readonly root: string;
  readonly #events: SessionEvents;
  readonly #engine: Engine;
  readonly #files: KnownFiles;
  readonly #open = new Map<string, string>();
  /** What changed on disk. */
  readonly #pending = new PendingPaths(() => {
    void this.#wake();
  });
  /** What changed in an editor. */
  readonly #edited = new PendingPaths(() => {
    void this.#wakeEdits();
  });
  readonly #catchUp = new CatchUp(() => this.#findUntold());
  #folder: Folder;
  #wantsScan = true;
  #isScanning = false;
  /** The scan, or the reading of what changed on disk. */
  readonly #reading = new Stoppable();
  #running: Promise<void> | undefined;
  #editing: Promise<void> | undefined;
  #editsTaken = 0;
  #complete = false;
  #ready = false;
  #closed = false;

  constructor(name: string, root: string, options: SessionOptions, events: SessionEvents) {
    this.name = name;
    this.root = root;
    this.#events = events;
    this.#engine = new Engine(options.assets.catalog);
    this.#folder = new Folder({ ...options, fs: nodeFileSystem(root) });
    this.#files = new KnownFiles(this.#engine, {
      isOpen: (path) => this.#open.has(path),
      readWhole: (whole) => this.#folder.update(whole, { open: this.#open, whole }),
    });
  }

  /** False until the first scan has ended. */
  get ready(): boolean {
    return this.#ready;
  }

  /** Everything that is on disk is known. */
  get complete(): boolean {
    return this.#complete && !this.isScanning;
  }

  get isScanning(): boolean {
    return this.#isScanning || this.#wantsScan;
  }

  get project(): Project {
    return this.#folder.project;
  }

  snapshot(): Snapshot {
    return this.#engine.snapshot();
  }

  /** Why a name is among the integrations, or why it is not. */
  explain(name: string): Promise<Explanation> {
    return withMentions(nodeFileSystem(this.root), this.snapshot().files, this.#engine.explain(name));
  }

  /** Scans everything, with other settings where some are given. Resolves when all is known, or the scan was cancelled. */
  rescan(options?: SessionOptions): Promise<void> {
    if (options !== undefined) this.#folder = new Folder({ ...options, fs: nodeFileSystem(this.root) });
    this.#scanAnew();
    return this.#wake();
  }

  cancelScan(): void {
    this.#wantsScan = false;
    this.#reading.stop();
  }

  /** An editor holds this text now; `undefined` when it was closed. */
  setOpen(path: string, text: string | undefined): void {
    if (text === undefined) {
      this.#open.delete(path);
      this.#folder.forgetText(path);
    } else this.#open.set(path, text);
    this.#files.note(path);
    this.#edited.add(path);
  }

  /** Something happened to this file or folder on disk. */
  touch(path: string): void {
    if (changesEverything(path)) this.#scanAnew();
    this.#files.note(path);
    this.#pending.add(path);
  }

  /** Somebody comes back to the editor: what has changed on disk meanwhile need not have been told. */
  lookAgain(): void {
    this.#catchUp.again();
  }

  /**
   * Waits until the file is read as it is now, for an answer about it; without `patience` not for a scan, and not long for
   * anything else. False where the file has changed since it was read.
   */
  async settled(path: string, patience = false): Promise<boolean> {
    if (patience) await this.#everything();
    else if (!this.isScanning && this.#isBehind(path)) {
      await atMost(this.#edited.isBehind(path) ? this.#wakeEdits() : this.#wake(), SHORT);
    }
    return !this.#isBehind(path);
  }

  /** Reads these files once more and waits until everything is read as it is now, for an answer about all of them. */
  async refreshed(paths: Iterable<string> = []): Promise<void> {
    for (const path of paths) this.#pending.add(path);
    await this.#everything();
  }

  /** The texts of these files and of all others that hold a word, as an editor has them or as they are on disk. */
  async textsWith(word: string, also: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
    const found = await this.#folder.paths((path) => mayName(path) || also.has(path));
    const paths = new Set([...found, ...this.#engine.filesBelow(new Set([''])), ...this.#open.keys(), ...also]);
    return textsWith(nodeFileSystem(this.root), paths, this.#open, word, also);
  }

  close(): void {
    this.#closed = true;
    this.#catchUp.close();
    this.#pending.take();
    this.#edited.take();
    this.cancelScan();
    this.#folder.forgetText();
  }

  /** Something happened to the file that has not been read, or is being read. What is open does not wait for the disk. */
  #isBehind(path: string): boolean {
    const readsDisk = this.#isScanning || !this.#open.has(path);
    return this.#edited.isBehind(path) || (readsDisk && this.#pending.isBehind(path));
  }

  #scanAnew(): void {
    this.#wantsScan = true;
    this.#reading.stop();
  }

  #wake(): Promise<void> {
    this.#running ??= this.#work().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  #wakeEdits(): Promise<void> {
    if (this.isScanning) return this.#wake();
    this.#editing ??= this.#workEdits().finally(() => {
      this.#editing = undefined;
    });
    return this.#editing;
  }

  /** Resolves when nothing waits and nothing is being read. */
  async #everything(): Promise<void> {
    do await Promise.all([this.#wake(), this.#wakeEdits()]);
    while (!this.#closed && (this.#wantsScan || !this.#edited.isEmpty || !this.#pending.isEmpty));
  }

  async #work(): Promise<void> {
    while (!this.#closed && (this.#wantsScan || !this.#pending.isEmpty)) {
      await this.#attempt(() => (this.#wantsScan ? this.#scan() : this.#readChanged()));
    }
  }

  /** What is typed meanwhile waits its time: a text that is being written need not be read at each letter. */
  async #workEdits(): Promise<void> {
    if (!this.#closed && !this.#edited.isEmpty) await this.#attempt(() => this.#readEdited());
    this.#edited.rest();
  }

  async #attempt(run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      this.#events.log('error', `${this.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  async #scan(): Promise<void> {
    this.#wantsScan = false;
    this.#isScanning = true;
    // What waits is read by the scan; what changes from here on is read after it.
    const changed = this.#pending.take();
    const edited = this.#edited.take();
    this.#events.changed();
    const watcher = this.#events.scanStarted(() => this.cancelScan());
    try {
      await this.#toItsEnd(async (signal) => {
        // What is being read of editors would come after the scan, and be older.
        await this.#editing;
        await this.#scanFolder({ signal, open: this.#open, onProgress: watcher.progress.bind(watcher) });
      });
    } finally {
      this.#isScanning = false;
      this.#pending.done(changed);
      this.#edited.done(edited);
      watcher.ended();
      this.#ready ||= !this.#wantsScan;
      this.#edited.rest();
      this.#events.changed();
    }
  }

  async #scanFolder(options: ScanOptions): Promise<void> {
    const started = performance.now();
    const scanned = await this.#folder.scan(options);
    this.#files.replace(scanned);
    this.#complete = true;
    const time = `${Math.round(performance.now() - started)} ms`;
    this.#events.log('info', `${this.name}: ${scanned.files.length} files in ${time}`);
  }

  /** Where the work is stopped, something may be missing, unless a scan is to come that finds it. */
  async #toItsEnd(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    if ((await this.#reading.run(work)) || this.#closed) return;
    this.#complete = false;
    // Editors' texts are read all the same.
    for (const path of this.#open.keys()) this.#edited.add(path);
    if (!this.#wantsScan) this.#engine.setHostProblems([{ path: '', message: STOPPED }]);
  }

  /** Reads what changed on disk, all of a burst together. */
  async #readChanged(): Promise<void> {
    const paths = this.#pending.take();
    const started = performance.now();
    const watcher = paths.size < MANY ? undefined : this.#events.scanStarted(() => this.cancelScan());
    const onProgress = watcher && { onProgress: watcher.progress.bind(watcher) };
    try {
      await this.#toItsEnd(async (signal) => {
        const read = () => this.#catchUp.after(this.#folder.update(paths, { open: this.#open, signal, ...onProgress }));
        if (await this.#files.update(read)) this.#events.changed();
      });
    } finally {
      this.#pending.done(paths, performance.now() - started);
      watcher?.ended();
      if (!this.#complete) this.#events.changed();
    }
  }

  /** Has what changed on disk without anybody telling read. What a cancelled scan left out stays out. */
  async #findUntold(): Promise<ReadonlySet<string>> {
    const untold = new Set(this.complete ? await this.#folder.others() : []);
    for (const path of untold) if (!this.#open.has(path)) this.touch(path);
    return untold;
  }

  /** Reads what editors hold. A newer text makes it useless, unless there is one again and again. */
  async #readEdited(): Promise<void> {
    const paths = this.#edited.take();
    const started = performance.now();
    const read = async (): Promise<Updated | undefined> => {
      const updated = await this.#folder.update(paths, { open: this.#open, edited: true });
      const isUseless = [...paths].every((path) => this.#edited.has(path)) && started - this.#editsTaken < LONG;
      if (!isUseless) this.#editsTaken = started;
      return isUseless ? undefined : updated;
    };
    try {
      if (await this.#files.update(read, true)) this.#events.changed();
    } finally {
      this.#edited.done(paths, performance.now() - started);
    }
  }
}

const STOPPED = 'The scan was cancelled: what is shown may be incomplete. Rescan to see everything.';
