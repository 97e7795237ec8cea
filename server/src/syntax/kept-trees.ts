/** Enough for the texts that somebody goes to and fro between; whoever opens more waits for one parse. */
const MOST = 8;
/** A tree takes some fifty times the room of its text, in memory that is never given back. In characters. */
const MOST_TEXT = 2_000_000;

interface Kept<T> {
  readonly language: string;
  readonly text: string;
  readonly held: T;
}

/**
 * The last trees of texts that an editor holds, so that the next parse of each has only what changed to look at. They
 * take up WebAssembly memory, which is not garbage-collected: few are kept, and none is forgotten without being freed.
 */
export class KeptTrees<T extends { delete(): void }> {
  /** The one that was used last comes last. */
  readonly #kept = new Map<string, Kept<T>>();

  /** What is kept of a text; the caller frees it, or keeps it again. */
  take(name: string, language: string): T | undefined {
    const kept = this.#kept.get(name);
    if (kept === undefined) return undefined;
    this.#kept.delete(name);
    if (kept.language === language) return kept.held;
    kept.held.delete();
    return undefined;
  }

  /** Keeps a tree and frees those that are too many by it. */
  keep(name: string, kept: Kept<T>): void {
    this.forget(name);
    this.#kept.set(name, kept);
    let size = 0;
    for (const { text } of this.#kept.values()) size += text.length;
    for (const [oldest, { text }] of this.#kept) {
      if (this.#kept.size <= MOST && size <= MOST_TEXT) break;
      size -= text.length;
      this.forget(oldest);
    }
  }

  forget(name: string): void {
    this.#kept.get(name)?.held.delete();
    this.#kept.delete(name);
  }

  get names(): readonly string[] {
    return [...this.#kept.keys()];
  }
}
