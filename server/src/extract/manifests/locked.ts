/** Collects a lock file's versions; the first version told of a package stays first. */
export class Locked {
  readonly #versions = new Map<string, string[]>();

  add(key: string, version: string): void {
    const known = this.#versions.get(key);
    if (known === undefined) this.#versions.set(key, [version]);
    else if (!known.includes(version)) known.push(version);
  }

  /** A name has no prototype here: a package may well be called `constructor`. */
  get record(): Readonly<Record<string, readonly string[]>> {
    return Object.fromEntries(this.#versions);
  }
}
