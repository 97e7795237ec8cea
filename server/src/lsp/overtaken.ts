import { isAtOrBelow } from '../engine';

/** Knows of everything that is being read what has changed since: what was read of it is no longer true. */
export class Overtaken {
  readonly #running = new Set<Set<string>>();

  /** Something happened to this file or folder. */
  note(path: string): void {
    for (const changed of this.#running) changed.add(path);
  }

  /** Reads something, and tells whether a path has changed since the reading began. */
  async while<T>(
    read: () => Promise<T>,
  ): Promise<{ readonly read: T; readonly isOvertaken: (path: string) => boolean }> {
    const changed = new Set<string>();
    this.#running.add(changed);
    try {
      return { read: await read(), isOvertaken: (path) => isAtOrBelow(path, changed) };
    } finally {
      this.#running.delete(changed);
    }
  }
}
