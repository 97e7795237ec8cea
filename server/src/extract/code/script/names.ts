import type { Declaration } from './declaration';
import type { Frame } from './script';
import { type Span, Spans } from './spans';

/** Of so many names in a function one is found by looking at all of them. */
const FEW = 12;

/** The names of a file and their scopes: which declaration a use of a name means. */
export class Names {
  readonly #frames: Spans<Frame>;
  readonly #ofFile = new Map<string, Declaration[]>();
  /** Loop variables are visible in their loop alone. */
  readonly #loops = new Map<string, Declaration[]>();
  readonly #all: Declaration[] = [];
  readonly #imports: Declaration[] = [];

  constructor(frames: Spans<Frame>) {
    this.#frames = frames;
  }

  /** `scope` is the function around it, where there is one. */
  declare(declaration: Declaration, scope: Span<Frame> | 'loop' | undefined): void {
    if (scope === 'loop') {
      put(this.#loops, declaration);
      return;
    }
    this.#all.push(declaration);
    if (declaration.kind === 'import') this.#imports.push(declaration);
    if (scope === undefined) put(this.#ofFile, declaration);
    else {
      scope.data.declared.push(declaration);
      scope.data.byName = undefined;
    }
  }

  /** Those of loops left out. */
  all(): readonly Declaration[] {
    return this.#all;
  }

  imports(): readonly Declaration[] {
    return this.#imports;
  }

  /** The declaration that a name means at an index: the one of the innermost scope that has any. */
  lookup(name: string, index: number): Declaration | undefined {
    const loops = this.#loops.get(name);
    const loop = loops?.findLast(({ start, end }) => start <= index && index < end);
    for (let span = this.#frames.at(index); span !== undefined; span = span.parent) {
      const found = declaredIn(span.data, name, index);
      if (found === undefined) continue;
      return loop !== undefined && loop.start > span.start ? loop : found;
    }
    return loop ?? lastBefore(this.#ofFile.get(name) ?? NONE, index);
  }
}

const NONE: readonly Declaration[] = [];

function put(into: Map<string, Declaration[]>, declaration: Declaration): void {
  const list = into.get(declaration.name);
  if (list === undefined) into.set(declaration.name, [declaration]);
  else list.push(declaration);
}

function declaredIn(frame: Frame, name: string, index: number): Declaration | undefined {
  const { declared } = frame;
  if (declared.length <= FEW) return lastBefore(declared, index, name);
  if (frame.byName === undefined) {
    frame.byName = new Map();
    for (const declaration of declared) put(frame.byName, declaration);
  }
  return lastBefore(frame.byName.get(name) ?? NONE, index);
}

/** Of several declarations in one scope, the last one before a use counts, or else the first. */
function lastBefore(list: readonly Declaration[], index: number, name?: string): Declaration | undefined {
  let first: Declaration | undefined;
  let last: Declaration | undefined;
  for (const declaration of list) {
    if (name !== undefined && declaration.name !== name) continue;
    first ??= declaration;
    if (declaration.at <= index) last = declaration;
  }
  return last ?? first;
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
