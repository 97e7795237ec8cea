import type { Catalog } from './catalog';
import { joined } from './joined-service';
import { lazy } from './lazy';
import { NONE } from './multimap';
import { OWN_CATEGORY, type OwnService } from './own-service';
import type { Service } from './service';
import { type Row, type Table, type TableName, tableOf } from './tables';

/** Several services may claim the same in these: what one says takes nothing from another. */
const SHARED: ReadonlySet<TableName> = new Set([
  'envHints',
  'notHosts',
  'settings',
  'calls',
  'details',
  'settingDetails',
]);

/**
 * A catalog with services of the project's own above it. An entry of a known id adds to that service, or takes its place.
 * A name that an own service claims is its alone: who states it for one folder knows better than a list for the world.
 */
export function withServices(base: Catalog, own: readonly OwnService[]): Catalog {
  if (own.length === 0) return base;
  const services = new Map<string, Service>();
  for (const entry of own)
    services.set(entry.id, serviceOf(entry, services.get(entry.id) ?? base.service(entry.id), base));
  const all = lazy(() => [...base.services.filter(({ id }) => !services.has(id)), ...services.values()]);
  const fresh = [...services.keys()].filter((id) => base.service(id) === undefined);
  const counts = countsWith(base, [...services.values()]);
  return {
    categories: base.categories,
    counts,
    size: base.size + fresh.length,
    own: new Set(services.keys()),
    service: (id) => services.get(id) ?? base.service(id),
    table: (name) => layered(base.table(name), tableOf(name, [...services.values()]), services, SHARED.has(name)),
    get ids() {
      return [...base.ids, ...fresh];
    },
    get services() {
      return all();
    },
  };
}

function countsWith(base: Catalog, services: readonly Service[]): Readonly<Record<string, number>> {
  const counts = { ...base.counts };
  for (const { id, category } of services) {
    const before = base.service(id)?.category;
    if (before !== undefined) counts[before] = (counts[before] ?? 1) - 1;
    counts[category] = (counts[category] ?? 0) + 1;
  }
  return counts;
}

function serviceOf(entry: OwnService, before: Service | undefined, base: Catalog): Service {
  if (before !== undefined && !entry.replace) return joined(before, entry.fields);
  const category = entry.fields.category ?? before?.category ?? OWN_CATEGORY;
  const type = base.categories.find(({ id }) => id === category)?.type ?? 'service';
  return { name: entry.id, type, purpose: '', source: '', ...entry.fields, category, id: entry.id };
}

function layered(base: Table, own: Table, services: ReadonlyMap<string, Service>, shared: boolean): Table {
  const rows = (key: string): readonly Row[] => {
    const claims = new Map(own.rows(key).map((row) => [row.name, row.claims]));
    for (const row of base.rows(key)) {
      const mine = claims.get(row.name);
      if (mine !== undefined && !shared) continue;
      const left = row.claims.filter((claim) => !services.has(claim.replace(/#\d+$/, '')));
      if (left.length > 0) claims.set(row.name, [...left, ...(mine ?? NONE)]);
    }
    return [...claims].map(([name, ids]) => ({ name, claims: ids }));
  };
  return { filedUnder: base.filedUnder, rows };
}
