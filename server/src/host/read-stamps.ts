import { isAtOrBelow } from '../index/paths';
import type { Found } from './walk';

/** What a folder's files were like when they were read, to tell later which of them are other. */
export class ReadStamps {
  readonly #stamps = new Map<string, string | undefined>();

  /** These files and no others have been read. */
  replace(found: readonly Found[]): void {
    this.#stamps.clear();
    this.note(found);
  }

  note(found: Iterable<Found>): void {
    for (const { path, stamp } of found) this.#stamps.set(path, stamp);
  }

  /** These files, or all files of these folders, have not been read. */
  forget(paths: ReadonlySet<string>): void {
    if (paths.size === 0) return;
    for (const path of this.#stamps.keys()) if (isAtOrBelow(path, paths)) this.#stamps.delete(path);
  }

  /** The paths of files that are new, gone, or not surely as they were read: one that had no stamp may be other. */
  others(found: readonly Found[]): readonly string[] {
    const gone = new Set(this.#stamps.keys());
    const others: string[] = [];
    for (const { path, stamp } of found) {
      gone.delete(path);
      if (stamp === undefined || this.#stamps.get(path) !== stamp) others.push(path);
    }
    return [...others, ...gone];
  }
}
