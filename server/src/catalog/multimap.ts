/** What every look-up answers where nothing is known; shared, so that a miss allocates nothing. */
export const NONE: readonly never[] = [];

export type Multimap<V> = Map<string, V[]>;

/** Adds a value under a key, once. */
export function add<V>(map: Multimap<V>, key: string, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}
