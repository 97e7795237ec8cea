/** Compares by code unit, so that every machine sorts alike whatever its locale. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Sorted, each once. */
export function distinct(texts: Iterable<string>): readonly string[] {
  return [...new Set(texts)].sort(byText);
}

/** Groups in order of first appearance. */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** Two sorted lists as one; of what is equal, that of the first comes first. */
export function merged<T>(first: readonly T[], second: readonly T[], order: (a: T, b: T) => number): readonly T[] {
  if (second.length === 0) return first;
  const all: T[] = [];
  let at = 0;
  for (const item of first) {
    for (let next = second[at]; next !== undefined && order(next, item) < 0; next = second[at]) {
      all.push(next);
      at += 1;
    }
    all.push(item);
  }
  for (; at < second.length; at += 1) {
    const item = second[at];
    if (item !== undefined) all.push(item);
  }
  return all;
}
