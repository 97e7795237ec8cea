import type { Catalog } from '../../catalog/catalog';

const MOST = 3;
const LONGEST = 40;

/** Ids that are written nearly as the query, the nearest first. */
export function nearNames(catalog: Catalog, query: string): readonly string[] {
  const wanted = query.trim().toLowerCase().slice(0, LONGEST);
  if (wanted === '') return [];
  const least = Math.max(1, Math.floor(wanted.length / 3));
  return catalog.services
    .map(({ id, name }) => {
      const distance = Math.min(distanceOf(wanted, id), distanceOf(wanted, name.toLowerCase()));
      const part = id.split('-').includes(wanted) || (wanted.length > 3 && id.startsWith(wanted));
      return { id, distance: part ? 0.5 : distance };
    })
    .filter(({ distance }) => distance <= least)
    .sort((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1))
    .slice(0, MOST)
    .map(({ id }) => id);
}

function distanceOf(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > LONGEST / 4) return LONGEST;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 0; i < a.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const change = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? LONGEST;
}
