import { NONE } from './multimap';
import type { NameIndex } from './table-index';

/** Looks names up by their longest known prefix that ends at a separator: modules at dots, specifiers at slashes. */
export class PrefixIndex {
  readonly #separator: string;
  readonly #entries: NameIndex;
  readonly #more: NameIndex | undefined;

  constructor(separator: string, entries: NameIndex, more?: NameIndex) {
    this.#separator = separator;
    this.#entries = entries;
    this.#more = more;
  }

  find(name: string): readonly string[] {
    return this.findEntry(name)?.ids ?? NONE;
  }

  /** The ids and how much of the name they are known by. */
  findEntry(name: string): { readonly ids: readonly string[]; readonly length: number } | undefined {
    let rest = name;
    while (rest !== '') {
      const ids = this.#idsOf(rest);
      if (ids !== undefined) return { ids, length: rest.length };
      const at = rest.lastIndexOf(this.#separator);
      rest = at < 0 ? '' : rest.slice(0, at);
    }
    return undefined;
  }

  #idsOf(name: string): readonly string[] | undefined {
    const ids = this.#entries.get(name);
    const more = this.#more?.get(name);
    if (ids === undefined || more === undefined) return ids ?? more;
    return [...new Set([...ids, ...more])];
  }
}
