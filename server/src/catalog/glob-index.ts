import { fits, literalLength } from './glob';
import { IdMap } from './id-map';
import { NONE } from './multimap';
import type { Table } from './tables';

/**
 * Exact names and patterns with `*`, of which the most specific wins: an exact name, else the pattern with the most
 * literal characters. Patterns are filed under their literal start up to a mark, so that a look-up sees few of them.
 */
export class GlobIndex {
  readonly #exact = new IdMap();
  /** Tables of patterns. */
  readonly #byStart = new Map<string, string[]>();
  readonly #anywhere: string[] = [];
  readonly #mark: string;

  constructor(mark: string, table: Table) {
    this.#mark = mark;
    for (let at = 0; at + 1 < table.length; at += 2) this.#add(table[at] ?? '', table[at + 1] ?? '');
  }

  find(name: string): readonly string[] {
    const exact = this.#exact.get(name);
    if (exact !== undefined) return exact;
    const mark = name.indexOf(this.#mark);
    const near = mark < 0 ? NONE : (this.#byStart.get(name.slice(0, mark)) ?? NONE);
    if (near.length === 0 && this.#anywhere.length === 0) return NONE;
    return best([near, this.#anywhere], name);
  }

  #add(text: string, ids: string): void {
    const star = text.indexOf('*');
    if (star < 0) {
      this.#exact.set(text, ids);
      return;
    }
    const mark = text.indexOf(this.#mark);
    if (mark < 0 || mark > star) {
      this.#anywhere.push(text, ids);
      return;
    }
    const start = text.slice(0, mark);
    const known = this.#byStart.get(start);
    if (known === undefined) this.#byStart.set(start, [text, ids]);
    else known.push(text, ids);
  }
}

function best(tables: readonly Table[], name: string): readonly string[] {
  let most = -1;
  const ids = new Set<string>();
  for (const table of tables) {
    for (let at = 0; at + 1 < table.length; at += 2) {
      const pattern = table[at] ?? '';
      if (!fits(pattern, name)) continue;
      const literal = literalLength(pattern);
      if (literal < most) continue;
      if (literal > most) ids.clear();
      most = literal;
      for (const id of (table[at + 1] ?? '').split(' ')) ids.add(id);
    }
  }
  return ids.size === 0 ? NONE : [...ids];
}
