import type { Category } from '../model/integration';
import type { CatalogData, Service } from './service';
import { type Table, type TableName, tableOf } from './tables';

/** A catalog to look things up in. Services are read one by one, where something of them is met. */
export interface Catalog extends CatalogData {
  /** How many services there are. */
  readonly size: number;
  /** And how many of each category. */
  readonly counts: Readonly<Record<string, number>>;
  readonly ids: readonly string[];
  /** Those that a project or a user has defined or added to. */
  readonly own?: ReadonlySet<string>;
  service(id: string): Service | undefined;
  table(name: TableName): Table;
}

const known = new WeakMap<CatalogData, Catalog>();

/** The catalog of services that are at hand as they are. */
export function catalogOf(data: CatalogData): Catalog {
  if (isCatalog(data)) return data;
  const made = known.get(data) ?? indexed(data);
  known.set(data, made);
  return made;
}

function indexed({ categories, services }: CatalogData): Catalog {
  const byId = new Map(services.map((service) => [service.id, service]));
  return {
    categories,
    services,
    size: services.length,
    counts: countsOf(categories, services),
    ids: services.map(({ id }) => id),
    service: (id) => byId.get(id),
    table: (name) => tableOf(name, services),
  };
}

export function countsOf(
  categories: readonly Category[],
  services: readonly Service[],
): Readonly<Record<string, number>> {
  const counts = new Map(categories.map(({ id }) => [id, 0]));
  for (const { category } of services) counts.set(category, (counts.get(category) ?? 0) + 1);
  return Object.fromEntries(counts);
}

function isCatalog(data: CatalogData): data is Catalog {
  return 'table' in data;
}
