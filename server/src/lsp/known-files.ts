import { isDeepStrictEqual } from 'node:util';
import type { Engine } from '../engine';
import type { Scanned, Updated } from '../host/folder';
import type { FileFacts } from '../model/facts';
import { Overtaken } from './overtaken';

/** What a session has of its folder beside what is known. */
export interface Surroundings {
  /** An editor holds the file's text. */
  isOpen(path: string): boolean;
  /** Reads files again, and whole. */
  readWhole(paths: ReadonlySet<string>): Promise<Updated>;
}

/** A file that was asked for may ask for others. */
const MOST_ROUNDS = 8;

/** Makes known to the engine what is read of a folder, while files go on changing. */
export class KnownFiles {
  readonly #engine: Engine;
  readonly #around: Surroundings;
  readonly #overtaken = new Overtaken();

  constructor(engine: Engine, around: Surroundings) {
    this.#engine = engine;
    this.#around = around;
  }

  /** Something happened to this file or folder. What is being read of it is no longer true. */
  note(path: string): void {
    this.#overtaken.note(path);
  }

  /** Makes a whole scan known in place of everything before. */
  replace({ files, problems, catalog, project }: Scanned): void {
    this.#engine.clear();
    this.#engine.setFiles(files);
    this.#engine.setHostProblems(problems);
    this.#engine.setCatalog(catalog);
    this.#engine.setIgnored(project.ignore);
  }

  /**
   * Makes known what is read, but for what changes meanwhile: that is to be read again. `takesOld`: rather the last but
   * one than nothing. True where anything is other than before.
   */
  async update(read: () => Promise<Updated | undefined>, takesOld = false): Promise<boolean> {
    const { read: updated, isOvertaken } = await this.#overtaken.while(read);
    if (updated === undefined) return false;
    const isOld = (path: string): boolean => !takesOld && isOvertaken(path);
    const fresh = updated.files.filter((file) => !isOld(file.path) && !this.#isKnown(file));
    const gone = this.#gone(updated, isOld);
    if (fresh.length === 0 && gone.length === 0) return false;
    if (gone.length > 0) this.#engine.removePaths(gone);
    if (fresh.length > 0) this.#engine.setFiles(fresh);
    await this.#lookCloser();
    return true;
  }

  #isKnown(file: FileFacts): boolean {
    return isDeepStrictEqual(file, this.#engine.file(file.path));
  }

  /** The known files at or below what was removed, without those that were just read again. */
  #gone({ files, removed }: Updated, isOld: (path: string) => boolean): readonly string[] {
    const paths = new Set(removed);
    const read = new Set(files.map(({ path }) => path));
    // Of a folder that is gone, an editor may still hold a text.
    const stays = (path: string): boolean =>
      read.has(path) || isOld(path) || (this.#around.isOpen(path) && !paths.has(path));
    return this.#engine.filesBelow(paths).filter((path) => !stays(path));
  }

  /** Reads files whole that were only looked at, as far as what changed gives them a meaning. */
  async #lookCloser(): Promise<void> {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const whole = new Set(this.#engine.closerLook());
      if (whole.size === 0) return;
      const { read, isOvertaken } = await this.#overtaken.while(() => this.#around.readWhole(whole));
      const files = read.files.filter(({ path }) => !isOvertaken(path));
      // What is gone from the disk will be told of by itself.
      if (files.length === 0) return;
      this.#engine.setFiles(files);
    }
  }
}
