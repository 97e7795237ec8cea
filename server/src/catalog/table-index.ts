import { ANYWHERE } from './filed-under';
import type { Row, Table } from './tables';

/** Names without end may be asked for, and what is known of most is that they are unknown. */
const MOST_KEPT = 4000;

/** A table to look things up in. Rows are read as what an index needs of them when they are first met, and kept. */
export class TableIndex<T> {
  readonly #table: Table;
  readonly #read: (row: Row) => T;
  readonly #kept = new Map<string, readonly T[]>();

  constructor(table: Table, read: (row: Row) => T) {
    this.#table = table;
    this.#read = read;
  }

  /** All that may be about a name: what is filed where it would be, then the patterns that may begin with anything. */
  about(name: string): readonly T[] {
    return this.#at(this.#table.filedUnder(name));
  }

  #at(key: string): readonly T[] {
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const own = this.#table.rows(key).map(this.#read);
    const anywhere = key === ANYWHERE ? [] : this.#at(ANYWHERE);
    const all = own.length === 0 ? anywhere : [...own, ...anywhere];
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
    this.#kept.set(key, all);
    return all;
  }
}

/** A table whose names stand for themselves. */
export class RowIndex extends TableIndex<Row> {
  constructor(table: Table) {
    super(table, (row) => row);
  }

  /** Who claims exactly this name. */
  get(name: string): readonly string[] | undefined {
    return this.about(name).find((row) => row.name === name)?.claims;
  }
}
