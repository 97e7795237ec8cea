import type { Declaration } from './declaration';
import type { Frame } from './script';
import { type Span, Spans } from './spans';

/** The scope of the whole file. */
const FILE = -1;

/** The declarations of one name. */
interface Entry {
  /** By the start of the function that they are visible in, so that a name declared everywhere is still found fast. */
  readonly byScope: Map<number, Declaration[]>;
  /** Loop variables are visible in their loop alone. */
  readonly loops: Declaration[];
}

/** The names of a file and their scopes: which declaration a use of a name means. */
export class Names {
  readonly #frames: Spans<Frame>;
  readonly #byName = new Map<string, Entry>();
  #all: readonly Declaration[] | undefined;

  constructor(frames: Spans<Frame>) {
    this.#frames = frames;
  }

  /** `scope` is the function around it, where there is one. */
  declare(declaration: Declaration, scope: Span<Frame> | 'loop' | undefined): void {
    const entry = this.#byName.get(declaration.name) ?? { byScope: new Map<number, Declaration[]>(), loops: [] };
    this.#byName.set(declaration.name, entry);
    this.#all = undefined;
    if (scope === 'loop') {
      entry.loops.push(declaration);
      return;
    }
    const start = scope?.start ?? FILE;
    const list = entry.byScope.get(start);
    if (list === undefined) entry.byScope.set(start, [declaration]);
    else list.push(declaration);
  }

  has(name: string): boolean {
    return this.#byName.has(name);
  }

  all(): readonly Declaration[] {
    if (this.#all === undefined) {
      const all: Declaration[] = [];
      for (const { byScope } of this.#byName.values()) for (const list of byScope.values()) all.push(...list);
      this.#all = all;
    }
    return this.#all;
  }

  /** The declaration that a name means at an index: the one of the innermost scope that has any. */
  lookup(name: string, index: number): Declaration | undefined {
    const entry = this.#byName.get(name);
    if (entry === undefined) return undefined;
    const { loops } = entry;
    const loop = loops.length === 0 ? undefined : loops.findLast(({ start, end }) => start <= index && index < end);
    for (let span = this.#frames.at(index); span !== undefined; span = span.parent) {
      const found = entry.byScope.get(span.start);
      if (found === undefined) continue;
      return loop !== undefined && loop.start > span.start ? loop : lastBefore(found, index);
    }
    const found = entry.byScope.get(FILE);
    return loop ?? (found === undefined ? undefined : lastBefore(found, index));
  }
}

/** Of several declarations in one scope, the last one before a use counts. */
function lastBefore(list: readonly Declaration[], index: number): Declaration | undefined {
  if (list.length === 1) return list[0];
  return list.findLast(({ at }) => at <= index) ?? list[0];
}

/** The members of the classes of a file, for following `this.client`. */
export class Members {
  readonly #classes = new Spans<Map<string, Declaration>>();

  addClass(start: number, end: number): void {
    this.#classes.add(start, end, new Map());
  }

  /** The members of the class around an index. */
  of(index: number): Map<string, Declaration> | undefined {
    return this.#classes.at(index)?.data;
  }
}
