import type { Updated } from '../host/folder';

/**
 * Says when to look for changes on disk that nobody told of. Editors' watchers miss some where much happens at once, and
 * a folder that came into being meanwhile may never be watched at all.
 */
export class CatchUp {
  readonly #look: () => Promise<ReadonlySet<string>>;
  #timer: NodeJS.Timeout | undefined;
  /** What the last look has found and nobody has read yet. */
  #found: ReadonlySet<string> = new Set();
  #notBefore = 0;

  /** `look` returns the paths of the files that it has found to be other. */
  constructor(look: () => Promise<ReadonlySet<string>>) {
    this.#look = look;
  }

  /** Passes on what was read. Where much was, it looks for more once nothing more is read for a while. */
  async after(reading: Promise<Updated>): Promise<Updated> {
    const updated = await reading;
    // A file whose stamp never tells (a disk whose clock is ahead) is found each time: that is no reason to look again.
    const told = updated.files.filter(({ path }) => !this.#found.has(path));
    this.#found = new Set();
    if (updated.hasFolders || told.length >= MANY) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#now(), QUIET);
    }
    return updated;
  }

  /** Somebody comes back to the editor: looks, unless that was done so recently that it would cost more than a little. */
  again(): void {
    if (this.#timer === undefined && Date.now() >= this.#notBefore) void this.#now();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#notBefore = Number.POSITIVE_INFINITY;
  }

  async #now(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const started = Date.now();
    // Nobody else looks while this does.
    this.#notBefore = Number.POSITIVE_INFINITY;
    this.#found = await this.#look();
    const ended = Date.now();
    this.#notBefore = ended + Math.max(REST, SHARE * (ended - started));
  }
}

/** So many files changed at once that some may have been missed. */
const MANY = 50;
/** How long nothing must happen. In milliseconds. */
const QUIET = 1500;
/** How long to leave the disk alone after a look: at the least in milliseconds, and in looks. */
const REST = 5000;
const SHARE = 100;
