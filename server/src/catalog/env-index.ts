import { GlobIndex } from './glob-index';
import type { Table } from './tables';

/** What bundlers ask for before a variable may reach the browser. The service behind it is the same without. */
export const PUBLIC_PREFIXES = [
  'NEXT_PUBLIC_',
  'VITE_',
  'REACT_APP_',
  'EXPO_PUBLIC_',
  'NUXT_PUBLIC_',
  'GATSBY_',
  'VUE_APP_',
  'PUBLIC_',
] as const;

/** Environment variables by name: `*` stands at a `_`, and takes at least one character. */
export class EnvIndex {
  readonly #names: GlobIndex;

  constructor(table: Table) {
    this.#names = new GlobIndex(table);
  }

  find(name: string): readonly string[] {
    const ids = this.#names.find(name);
    if (ids.length > 0) return ids;
    const prefix = PUBLIC_PREFIXES.find((start) => name.startsWith(start));
    return prefix === undefined ? ids : this.#names.find(name.slice(prefix.length));
  }
}
