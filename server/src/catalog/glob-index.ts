import { fits, literalLength } from './glob';
import { NONE } from './multimap';
import { RowIndex } from './table-index';
import type { Table } from './tables';

/**
 * Exact names and patterns with `*`, of which the most specific wins: an exact name, else the pattern with the most
 * literal characters.
 */
export class GlobIndex {
  readonly #rows: RowIndex;

  constructor(table: Table) {
    this.#rows = new RowIndex(table);
  }

  find(name: string): readonly string[] {
    let most = -1;
    const ids = new Set<string>();
    for (const { name: pattern, claims } of this.#rows.about(name)) {
      if (pattern === name && !name.includes('*')) return claims;
      if (!fits(pattern, name)) continue;
      const literal = literalLength(pattern);
      if (literal < most) continue;
      if (literal > most) ids.clear();
      most = literal;
      for (const id of claims) ids.add(id);
    }
    return ids.size === 0 ? NONE : [...ids];
  }
}
