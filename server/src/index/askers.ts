/**
 * Which files asked for what while something was worked out of them: another file by its path, a setting by its name. Where
 * that says something else, they are worked out again.
 */
export class Askers {
  readonly #asked = new Map<string, ReadonlySet<string>>();
  readonly #askers = new Map<string, Set<string>>();

  /** A file asked for these, and for nothing else. */
  note(path: string, asked: ReadonlySet<string>): void {
    const before = this.#asked.get(path);
    if (before === undefined && asked.size === 0) return;
    if (before !== undefined) {
      for (const key of before) if (!asked.has(key)) this.#drop(key, path);
    }
    for (const key of asked) {
      const askers = this.#askers.get(key);
      if (askers === undefined) this.#askers.set(key, new Set([path]));
      else askers.add(path);
    }
    if (asked.size > 0) this.#asked.set(path, asked);
    else this.#asked.delete(path);
  }

  of(key: string): ReadonlySet<string> {
    return this.#askers.get(key) ?? NOBODY;
  }

  has(key: string): boolean {
    return this.#askers.has(key);
  }

  #drop(key: string, path: string): void {
    const askers = this.#askers.get(key);
    askers?.delete(path);
    if (askers?.size === 0) this.#askers.delete(key);
  }
}

const NOBODY: ReadonlySet<string> = new Set();
