/**
 * Waits for the end of a burst of changes, but never longer than `patience`, and hands all of it over at once. It knows of
 * what it handed over until that is said to be done.
 */
export class PendingPaths {
  readonly #ready: () => void;
  readonly #taken = new Set<ReadonlySet<string>>();
  #paths = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #since = 0;
  #quiet = QUIET;

  constructor(ready: () => void) {
    this.#ready = ready;
  }

  get isEmpty(): boolean {
    return this.#paths.size === 0;
  }

  has(path: string): boolean {
    return this.#paths.has(path);
  }

  /** It waits, or what was done with it is not at its end. */
  isBehind(path: string): boolean {
    return this.has(path) || [...this.#taken].some((paths) => paths.has(path));
  }

  add(path: string): void {
    if (this.#paths.size === 0) this.#since = Date.now();
    this.#paths.add(path);
    this.rest();
  }

  /** What waits is handed over once nothing more comes for a while; called for when it could not be taken. */
  rest(): void {
    if (this.#paths.size === 0) return;
    clearTimeout(this.#timer);
    const left = this.#since + PATIENCE - Date.now();
    this.#timer = setTimeout(this.#ready, Math.max(0, Math.min(this.#quiet, left)));
  }

  /** Everything that waits; nothing waits afterwards. */
  take(): ReadonlySet<string> {
    clearTimeout(this.#timer);
    const paths = this.#paths;
    this.#paths = new Set();
    this.#taken.add(paths);
    return paths;
  }

  /** What was taken is done; it took so long. The longer, the rarer is it worth doing. In milliseconds. */
  done(taken: ReadonlySet<string>, duration?: number): void {
    this.#taken.delete(taken);
    if (duration !== undefined) this.#quiet = Math.min(PATIENCE, Math.max(QUIET, duration));
  }
}

/** How long no further change must come, and the longest that the first of a burst may wait. In milliseconds. */
const QUIET = 150;
const PATIENCE = 1000;
