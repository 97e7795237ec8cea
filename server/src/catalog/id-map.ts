import type { Table } from './tables';

/** A table to look names up in. The ids of a name are taken apart when it is first found. */
export class IdMap {
  readonly #ids = new Map<string, string | readonly string[]>();

  constructor(table: Table = []) {
    for (let at = 0; at + 1 < table.length; at += 2) this.set(table[at] ?? '', table[at + 1] ?? '');
  }

  set(name: string, ids: string): void {
    this.#ids.set(name, ids);
  }

  get(name: string): readonly string[] | undefined {
    const ids = this.#ids.get(name);
    if (typeof ids !== 'string') return ids;
    const list = ids.split(' ');
    this.#ids.set(name, list);
    return list;
  }
}

/** The rows of a table as pairs, for those that are few. */
export function* rowsOf(table: Table): Generator<readonly [name: string, ids: readonly string[]]> {
  for (let at = 0; at + 1 < table.length; at += 2) yield [table[at] ?? '', (table[at + 1] ?? '').split(' ')];
}
