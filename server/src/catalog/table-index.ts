import { ANYWHERE } from './filed-under';
import { NONE } from './multimap';
import type { Row, Table } from './tables';

/** A table to look things up in. Rows are read as what an index needs of them when they are first met, and kept. */
export class TableIndex<T> {
  readonly #table: Table;
  readonly #read: (row: Row) => T;
  readonly #met = new Map<string, readonly T[]>();

  constructor(table: Table, read: (row: Row) => T) {
    this.#table = table;
    this.#read = read;
  }

  /** What is filed under a key. */
  at(key: string): readonly T[] {
    const known = this.#met.get(key);
    if (known !== undefined) return known;
    const rows = this.#table.rows(key);
    // What is not there is found out again each time: names without end may be asked for.
    if (rows.length === 0) return NONE;
    const read = rows.map(this.#read);
    this.#met.set(key, read);
    return read;
  }

  /** What is filed where a name would be. */
  near(name: string): readonly T[] {
    return this.at(this.#table.filedUnder(name));
  }

  /** What may be about a name: that filed where it would be, and the patterns that may begin with anything. */
  about(name: string): readonly T[] {
    const key = this.#table.filedUnder(name);
    const near = key === ANYWHERE ? NONE : this.at(key);
    const anywhere = this.at(ANYWHERE);
    if (near.length === 0) return anywhere;
    return anywhere.length === 0 ? near : [...near, ...anywhere];
  }
}

/** A table whose names stand for themselves. */
export class RowIndex extends TableIndex<Row> {
  constructor(table: Table) {
    super(table, (row) => row);
  }

  /** Who claims exactly this name. */
  get(name: string): readonly string[] | undefined {
    return this.near(name).find((row) => row.name === name)?.claims;
  }
}
