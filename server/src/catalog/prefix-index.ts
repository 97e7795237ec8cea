import { NONE } from './multimap';
import type { RowIndex } from './table-index';

/** What is known of a name: the ids and how much of the name they are known by. */
export interface PrefixEntry {
  readonly ids: readonly string[];
  readonly length: number;
}

/**
 * Looks names up by their longest known prefix that ends at a separator: modules at dots, specifiers at slashes. Tables are
 * filed under what a name begins with, so that most names that nobody knows are known to be none after one look.
 */
export class PrefixIndex {
  readonly #separator: string;
  readonly #tables: readonly RowIndex[];

  constructor(separator: string, ...tables: readonly RowIndex[]) {
    this.#separator = separator;
    this.#tables = tables;
  }

  find(name: string): readonly string[] {
    return this.findEntry(name)?.ids ?? NONE;
  }

  findEntry(name: string): PrefixEntry | undefined {
    let best: PrefixEntry | undefined;
    for (const table of this.#tables) {
      for (const { name: prefix, claims } of table.near(name)) {
        const length = prefix.length;
        if (length < (best?.length ?? 0) || !this.#begins(name, prefix)) continue;
        best = { ids: length === best?.length ? [...new Set([...best.ids, ...claims])] : claims, length };
      }
    }
    return best;
  }

  #begins(name: string, prefix: string): boolean {
    return name.startsWith(prefix) && (name.length === prefix.length || name[prefix.length] === this.#separator);
  }
}
