import { byText } from './order';

/** What one file adds, by name. Plain data: whether it is the same as before is told by its text. */
export type Added<T> = ReadonlyMap<string, T>;

const NOTHING: Added<never> = new Map<string, never>();

/** For files that add nothing, which most do. */
export function nothing<T>(): Added<T> {
  return NOTHING;
}

const NONE: readonly never[] = [];

interface Group<T> {
  /** By path. */
  added: Map<string, T>;
  last: string;
  isSorted: boolean;
}

/**
 * What all files add under names, each name's joined when it is asked for. What is joined stays the same object while no
 * file adds anything else under its name, so that whatever is made of it can be kept as well.
 */
export class Fold<T, R> {
  readonly #join: (added: readonly T[], name: string) => R;
  readonly #added = new Map<string, Added<T>>();
  readonly #groups = new Map<string, Group<T>>();
  readonly #joined = new Map<string, R>();
  #names: readonly string[] | undefined;
  #all: readonly R[] | undefined;

  /** `join` is given what the files add in the order of their paths. */
  constructor(join: (added: readonly T[], name: string) => R) {
    this.#join = join;
  }

  /** Tells what a file adds now, nothing where it is gone. The names that something else is added under. */
  set(path: string, now: Added<T>): readonly string[] {
    const before = this.#added.get(path) ?? nothing<T>();
    if (before === now) return NONE;
    const changed: string[] = [];
    for (const [name, value] of now) {
      const known = before.get(name);
      if (known !== undefined && isSame(known, value)) continue;
      put(this.#groupOf(name), path, value);
      changed.push(name);
    }
    for (const name of before.keys()) {
      if (now.has(name)) continue;
      this.#take(name, path);
      changed.push(name);
    }
    if (now.size > 0) this.#added.set(path, now);
    else this.#added.delete(path);
    for (const name of changed) this.#joined.delete(name);
    if (changed.length > 0) this.#all = undefined;
    return changed;
  }

  get size(): number {
    return this.#groups.size;
  }

  has(name: string): boolean {
    return this.#groups.has(name);
  }

  get(name: string): R | undefined {
    const known = this.#joined.get(name);
    if (known !== undefined) return known;
    const group = this.#groups.get(name);
    if (group === undefined) return undefined;
    const joined = this.#join([...sorted(group).values()], name);
    this.#joined.set(name, joined);
    return joined;
  }

  /** Sorted; the same array while there are the same names. */
  get names(): readonly string[] {
    this.#names ??= [...this.#groups.keys()].sort(byText);
    return this.#names;
  }

  /** In the order of the names; the same array while nothing changes. */
  get all(): readonly R[] {
    this.#all ??= this.names.flatMap((name) => {
      const joined = this.get(name);
      return joined === undefined ? [] : [joined];
    });
    return this.#all;
  }

  #groupOf(name: string): Group<T> {
    let group = this.#groups.get(name);
    if (group === undefined) {
      group = { added: new Map(), last: '', isSorted: true };
      this.#groups.set(name, group);
      this.#names = undefined;
    }
    return group;
  }

  #take(name: string, path: string): void {
    const group = this.#groups.get(name);
    group?.added.delete(path);
    if (group?.added.size !== 0) return;
    this.#groups.delete(name);
    this.#names = undefined;
  }
}

function put<T>(group: Group<T>, path: string, value: T): void {
  if (!group.added.has(path)) {
    if (path < group.last) group.isSorted = false;
    else group.last = path;
  }
  group.added.set(path, value);
}

function sorted<T>(group: Group<T>): ReadonlyMap<string, T> {
  if (!group.isSorted) {
    group.added = new Map([...group.added].sort(([a], [b]) => byText(a, b)));
    group.isSorted = true;
  }
  return group.added;
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Everything that files add under one name, one after the other. */
export function concatenated<T>(added: readonly (readonly T[])[]): readonly T[] {
  const [only] = added;
  return only !== undefined && added.length === 1 ? only : added.flat();
}

/** Groups what one file adds. */
export function addedBy<T>(entries: Iterable<readonly [name: string, value: T]>): Added<readonly T[]> {
  const added = new Map<string, T[]>();
  for (const [name, value] of entries) {
    const known = added.get(name);
    if (known === undefined) added.set(name, [value]);
    else known.push(value);
  }
  return added.size === 0 ? nothing() : added;
}
