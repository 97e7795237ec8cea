import type { FileFacts } from '../model/facts';
import { byText, merged } from './order';

/** What happened to one file: nothing before where it is new, nothing now where it is gone. */
export interface Change {
  readonly path: string;
  readonly before: FileFacts | undefined;
  readonly now: FileFacts | undefined;
}

/** Facts by path, and as a list sorted by path that is never changed once it was given away. */
export class SortedFiles {
  readonly #byPath = new Map<string, FileFacts>();
  /** What is not in the list as it is, gone or new or said anew. */
  readonly #changed = new Set<string>();
  #list: readonly FileFacts[] = [];

  get(path: string): FileFacts | undefined {
    return this.#byPath.get(path);
  }

  set(file: FileFacts): void {
    this.#byPath.set(file.path, file);
    this.#changed.add(file.path);
  }

  delete(path: string): void {
    if (this.#byPath.delete(path)) this.#changed.add(path);
  }

  clear(): void {
    this.#byPath.clear();
    this.#changed.clear();
    this.#list = [];
  }

  paths(): Iterable<string> {
    return this.#byPath.keys();
  }

  list(): readonly FileFacts[] {
    if (this.#changed.size === 0) return this.#list;
    this.#list = this.#replaced() ?? this.#merged();
    this.#changed.clear();
    return this.#list;
  }

  /** The list with files in the place of those that they stand for, unless one is new or gone. */
  #replaced(): readonly FileFacts[] | undefined {
    if (this.#changed.size > this.#list.length / 10) return undefined;
    const list = [...this.#list];
    for (const path of this.#changed) {
      const at = indexOf(list, path);
      const file = this.#byPath.get(path);
      if (file === undefined || list[at]?.path !== path) return undefined;
      list[at] = file;
    }
    return list;
  }

  #merged(): readonly FileFacts[] {
    const kept = this.#list.filter(({ path }) => !this.#changed.has(path));
    const fresh = [...this.#changed].flatMap((path) => this.#byPath.get(path) ?? []);
    const byPath = (a: FileFacts, b: FileFacts): number => byText(a.path, b.path);
    return merged(kept, fresh.sort(byPath), byPath);
  }
}

/** Where a path stands among files sorted by path, or would stand. */
function indexOf(files: readonly FileFacts[], path: string): number {
  let low = 0;
  let high = files.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((files[middle]?.path ?? '') < path) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What is different in the second of two lists, both sorted by path. */
export function changesBetween(before: readonly FileFacts[], now: readonly FileFacts[]): readonly Change[] {
  const changes: Change[] = [];
  let at = 0;
  for (const file of now) {
    let known = before[at];
    if (known === file) {
      at += 1;
      continue;
    }
    for (; known !== undefined && known.path < file.path; known = before[at]) {
      changes.push({ path: known.path, before: known, now: undefined });
      at += 1;
    }
    const isKnown = known?.path === file.path;
    if (isKnown) at += 1;
    changes.push({ path: file.path, before: isKnown ? known : undefined, now: file });
  }
  for (const known of before.slice(at)) changes.push({ path: known.path, before: known, now: undefined });
  return changes;
}
