import { add, type Multimap, NONE } from './multimap';

/** Looks names up by their longest known prefix that ends at a separator: modules at dots, specifiers at slashes. */
export class PrefixIndex {
  readonly #entries: Multimap<string> = new Map();
  readonly #separator: string;

  constructor(separator: string) {
    this.#separator = separator;
  }

  add(prefix: string, id: string): void {
    add(this.#entries, prefix, id);
  }

  find(name: string): readonly string[] {
    return this.findEntry(name)?.ids ?? NONE;
  }

  /** The ids and how much of the name they are known by. */
  findEntry(name: string): { readonly ids: readonly string[]; readonly length: number } | undefined {
    let rest = name;
    while (rest !== '') {
      const ids = this.#entries.get(rest);
      if (ids !== undefined) return { ids, length: rest.length };
      const at = rest.lastIndexOf(this.#separator);
      rest = at < 0 ? '' : rest.slice(0, at);
    }
    return undefined;
  }
}
