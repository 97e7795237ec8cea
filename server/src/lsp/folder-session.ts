import { isDeepStrictEqual } from 'node:util';
import { Engine } from '../engine';
import { changesEverything, Folder, type FolderOptions } from '../host/folder';
import { withMentions } from '../host/mentions';
import { nodeFileSystem } from '../host/node-file-system';
import { mayName, textsWith } from '../host/texts-with';
import type { Explanation } from '../model/explanation';
import type { FileFacts } from '../model/facts';
import type { Project } from '../model/project';
import type { Snapshot } from '../model/workspace';
import { PendingPaths } from './pending-paths';

export type SessionOptions = Omit<FolderOptions, 'fs'>;

/** What a session tells while it works. */
export interface SessionEvents {
  readonly changed: () => void;
  /** Around each scan: the signal to stop it comes from here, and how far it is goes there. */
  readonly scanStarted: (cancel: () => void) => ScanWatcher;
  readonly log: (level: 'info' | 'error', message: string) => void;
}

export interface ScanWatcher {
  progress(done: number, total: number): void;
  ended(): void;
}

/** A file that was asked for may ask for others. */
const MOST_ROUNDS = 8;

/**
 * One folder, kept true: a first scan, then only what changed, one piece of work at a time. Texts of open editors stand
 * in for their files. Nothing runs while nothing changes.
 */
export class FolderSession {
  readonly name: string;
  readonly root: string;
  readonly #events: SessionEvents;
  readonly #engine: Engine;
  readonly #known = new Map<string, FileFacts>();
  readonly #open = new Map<string, string>();
  readonly #pending = new PendingPaths(() => {
    void this.#wake();
  });
  #folder: Folder;
  #wantsScan = true;
  #cancelScan: (() => void) | undefined;
  /** What had changed when the running piece of work began. */
  #inWork: ReadonlySet<string> = new Set();
  #running: Promise<void> | undefined;
  #complete = false;
  #ready = false;
  #closed = false;

  constructor(name: string, root: string, options: SessionOptions, events: SessionEvents) {
    this.name = name;
    this.root = root;
    this.#events = events;
    this.#engine = new Engine(options.assets.catalog);
    this.#folder = new Folder({ ...options, fs: nodeFileSystem(root) });
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
    return this.#cancelScan !== undefined || this.#wantsScan;
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
    this.#wantsScan = true;
    this.#cancelScan?.();
    return this.#wake();
  }

  cancelScan(): void {
    this.#wantsScan = false;
    this.#cancelScan?.();
  }

  /** An editor holds this text now; `undefined` when it was closed. */
  setOpen(path: string, text: string | undefined): void {
    if (text === undefined) {
      this.#open.delete(path);
      this.#folder.forgetText(path);
    } else this.#open.set(path, text);
    this.#pending.add(path);
  }

  /** Something happened to this file or folder on disk. */
  touch(path: string): void {
    if (changesEverything(path)) {
      this.#wantsScan = true;
      this.#cancelScan?.();
    }
    this.#pending.add(path);
  }

  /**
   * Waits until the file is read as it is now, for an answer about it; without `patience` not for a scan, and not long for
   * anything else. False where the file has changed since it was read.
   */
  async settled(path: string, patience = false): Promise<boolean> {
    if (!patience && this.isScanning) return !this.#isBehind(path);
    if (this.isScanning || this.#isBehind(path)) await (patience ? this.#wake() : atMost(this.#wake(), SHORT));
    return !this.#isBehind(path);
  }

  /** Something happened to the file that has not been read, or is being read. */
  #isBehind(path: string): boolean {
    return this.#pending.has(path) || this.#inWork.has(path);
  }

  /** Reads these files once more and waits until everything is read as it is now, for an answer about all of them. */
  async refreshed(paths: Iterable<string>): Promise<void> {
    for (const path of paths) this.#pending.add(path);
    if (!this.#pending.isEmpty) await this.#wake();
    await this.#running;
  }

  /** The texts of these files and of all others that hold a word, as an editor has them or as they are on disk. */
  async textsWith(word: string, also: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
    const found = await this.#folder.paths((path) => mayName(path) || also.has(path));
    const paths = new Set([...found, ...this.#known.keys(), ...this.#open.keys(), ...also]);
    return textsWith(nodeFileSystem(this.root), paths, this.#open, word, also);
  }

  close(): void {
    this.#closed = true;
    this.#pending.take();
    this.cancelScan();
    this.#folder.forgetText();
  }

  #wake(): Promise<void> {
    this.#running ??= this.#work().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #work(): Promise<void> {
    while (!this.#closed && (this.#wantsScan || !this.#pending.isEmpty)) {
      try {
        if (this.#wantsScan) await this.#scan();
        else await this.#updateTimed(this.#pending.take());
      } catch (error) {
        this.#events.log('error', `${this.name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }

  async #scan(): Promise<void> {
    this.#wantsScan = false;
    const controller = new AbortController();
    this.#cancelScan = () => controller.abort();
    this.#events.changed();
    const watcher = this.#events.scanStarted(() => this.cancelScan());
    const started = performance.now();
    // What waits is read by the scan; what changes from here on is read after it.
    this.#inWork = new Set(this.#pending.take());
    try {
      const onProgress = watcher.progress.bind(watcher);
      const scanned = await this.#folder.scan({ signal: controller.signal, open: this.#open, onProgress });
      this.#engine.clear();
      this.#known.clear();
      this.#engine.setFiles(scanned.files);
      for (const file of scanned.files) this.#known.set(file.path, file);
      this.#engine.setHostProblems(scanned.problems);
      this.#engine.setCatalog(scanned.catalog);
      this.#engine.setIgnored(scanned.project.ignore);
      this.#complete = true;
      const time = Math.round(performance.now() - started);
      this.#events.log('info', `${this.name}: ${scanned.files.length} files in ${time} ms`);
    } catch (error) {
      if (!controller.signal.aborted) throw error;
      this.#complete = false;
      const message = 'The scan was cancelled: what is shown may be incomplete. Rescan to see everything.';
      if (!this.#wantsScan) this.#engine.setHostProblems([{ path: '', message }]);
    } finally {
      this.#cancelScan = undefined;
      this.#inWork = new Set();
      watcher.ended();
      this.#ready ||= !this.#wantsScan;
      this.#events.changed();
    }
  }

  async #updateTimed(paths: readonly string[]): Promise<void> {
    const started = performance.now();
    this.#inWork = new Set(paths);
    try {
      await this.#update(paths);
    } finally {
      this.#inWork = new Set();
    }
    this.#pending.worked(performance.now() - started);
  }

  async #update(paths: readonly string[]): Promise<void> {
    const { files, removed } = await this.#folder.update(paths, { open: this.#open });
    const fresh = files.filter((file) => !isDeepStrictEqual(file, this.#known.get(file.path)));
    const gone = this.#knownAmong(removed, new Set(files.map(({ path }) => path)));
    if (fresh.length === 0 && gone.length === 0) return;
    this.#engine.removePaths(gone);
    for (const path of gone) this.#known.delete(path);
    this.#take(fresh);
    await this.#lookCloser();
    this.#events.changed();
  }

  #take(files: readonly FileFacts[]): void {
    this.#engine.setFiles(files);
    for (const file of files) this.#known.set(file.path, file);
  }

  /** Reads files whole that were only looked at, as far as what changed gives them a meaning. */
  async #lookCloser(): Promise<void> {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const whole = new Set(this.#engine.closerLook());
      if (whole.size === 0) return;
      const { files } = await this.#folder.update(whole, { open: this.#open, whole });
      // What is gone from the disk will be told of by itself.
      if (files.length === 0) return;
      this.#take(files);
    }
  }

  /** The known files at or below these paths, without those that were just read again. */
  #knownAmong(removed: readonly string[], read: ReadonlySet<string>): readonly string[] {
    if (removed.length === 0) return [];
    const paths = new Set(removed);
    return [...this.#known.keys()].filter((path) => !read.has(path) && isAtOrBelow(path, paths));
  }
}

function isAtOrBelow(path: string, folders: ReadonlySet<string>): boolean {
  if (folders.has('') || folders.has(path)) return true;
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
    if (folders.has(path.slice(0, slash))) return true;
  }
  return false;
}

/** How long who points at something waits for a file to be read. In milliseconds. */
const SHORT = 1000;

async function atMost(work: Promise<void>, time: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, time);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
