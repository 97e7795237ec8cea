import { RowIndex } from './table-index';
import type { Row, Table } from './tables';

/**
 * Looks names up by their longest known prefix that ends at a separator: modules at dots, specifiers at slashes. The table
 * is filed under what a name begins with, so that a name that nobody knows takes one look, however long it is.
 */
export class PrefixIndex {
  readonly #separator: string;
  readonly #rows: RowIndex;

  constructor(separator: string, table: Table) {
    this.#separator = separator;
    this.#rows = new RowIndex(table);
  }

  /** Whether anything is known that begins like the name; if not, nothing longer is known either. */
  begins(name: string): boolean {
    return this.#rows.about(name).length > 0;
  }

  find(name: string): Row | undefined {
    let longest: Row | undefined;
    for (const row of this.#rows.about(name)) {
      if (this.#isPrefix(row.name, name) && !(longest && longest.name.length > row.name.length)) longest = row;
    }
    return longest;
  }

  #isPrefix(prefix: string, name: string): boolean {
    return name.startsWith(prefix) && (name.length === prefix.length || name[prefix.length] === this.#separator);
  }
}
