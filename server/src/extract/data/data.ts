import type { Range } from '../../model/text';

/**
 * JSON, YAML and TOML as one kind of tree, so that a reader of `wrangler.toml` reads `wrangler.json` as well. Every
 * node knows its place in the text; `start` and `end` of a quoted string lie inside its quotes where that is possible.
 */
export type Data = Scalar | DataList | DataMap;

interface Placed {
  readonly start: number;
  readonly end: number;
}

export interface Scalar extends Placed {
  readonly t: 'scalar';
  readonly value: string | number | boolean | null;
  /** The value as text: `true`, `3000`, the string itself; empty for null. */
  readonly text: string;
}

export interface DataList extends Placed {
  readonly t: 'list';
  readonly items: readonly Data[];
}

export interface DataMap extends Placed {
  readonly t: 'map';
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: Data;
}

/** What a parser gives: as much of the tree as could be read, and what was wrong. */
export interface Parsed {
  readonly text: string;
  /** One root a document; JSON and TOML have one at most. */
  readonly roots: readonly Data[];
  readonly problems: readonly { readonly message: string; readonly line?: number }[];
  readonly range: (start: number, end: number) => Range;
}

/** Deeper than this no real file goes; what lies below is left out. */
export const MAX_DEPTH = 100;

export function scalar(value: string | number | boolean | null, start: number, end: number): Scalar {
  return { t: 'scalar', value, text: value === null ? '' : String(value), start, end };
}

/** The value below a path of keys, if there is one. */
export function at(data: Data | undefined, ...keys: readonly string[]): Data | undefined {
  let here = data;
  for (const key of keys) {
    if (here?.t !== 'map') return undefined;
    here = here.entries.findLast((entry) => entry.key === key)?.value;
  }
  return here;
}

/** The entries of a map; nothing for everything else. */
export function entriesOf(data: Data | undefined): readonly Entry[] {
  return data?.t === 'map' ? data.entries : [];
}

/** The items of a list; a lone value counts as a list of one, as many formats allow either. */
export function itemsOf(data: Data | undefined): readonly Data[] {
  if (data === undefined) return [];
  if (data.t === 'list') return data.items;
  return data.t === 'scalar' && data.value === null ? [] : [data];
}

/** The text of a scalar that is no null and not empty. */
export function textOf(data: Data | undefined): string | undefined {
  return data?.t === 'scalar' && data.text !== '' ? data.text : undefined;
}

/** The texts of a list of scalars. */
export function textsOf(data: Data | undefined): readonly string[] {
  return itemsOf(data).flatMap((item) => textOf(item) ?? []);
}

/** Visits every node once, however often aliases repeat it. */
export function walk(data: Data, visit: (data: Data) => void): void {
  const seen = new Set<Data>();
  const open: Data[] = [data];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    visit(next);
    if (next.t === 'list') open.push(...next.items.slice(0, 20_000).toReversed());
    if (next.t === 'map')
      open.push(
        ...next.entries
          .slice(0, 20_000)
          .map((entry) => entry.value)
          .toReversed(),
      );
  }
}
