import type { Declaration } from './declaration';
import { Spans } from './spans';

/** The names of a file and their scopes: which declaration a use of a name means. */
export class Names {
  readonly #byName = new Map<string, Declaration[]>();

  declare(declaration: Declaration): void {
    const list = this.#byName.get(declaration.name);
    if (list === undefined) this.#byName.set(declaration.name, [declaration]);
    else list.push(declaration);
  }

  has(name: string): boolean {
    return this.#byName.has(name);
  }

  all(): Iterable<Declaration> {
    return [...this.#byName.values()].flat();
  }

  /**
   * The declaration that a name means at an index: of those whose scope holds it the one with the smallest scope, and
   * among equals the last before the index.
   */
  lookup(name: string, index: number): Declaration | undefined {
    let found: Declaration | undefined;
    for (const declaration of this.#byName.get(name) ?? []) {
      if (index < declaration.start || index >= declaration.end) continue;
      if (found === undefined || isNearer(declaration, found, index)) found = declaration;
    }
    return found;
  }
}

function isNearer(a: Declaration, b: Declaration, index: number): boolean {
  const sizeA = a.end - a.start;
  const sizeB = b.end - b.start;
  if (sizeA !== sizeB) return sizeA < sizeB;
  return a.at <= index && a.at > b.at;
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
