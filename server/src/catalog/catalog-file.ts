import type { Category } from '../model/integration';
import { type Catalog, catalogOf } from './catalog';
import { lazy } from './lazy';
import type { CatalogData, Service } from './service';
import { TABLE_NAMES, type Table, type TableName } from './tables';

/** The first line of the built file. Everything after it is cut out by these lengths, and only when asked for. */
interface Head {
  readonly categories: readonly Category[];
  readonly counts: Readonly<Record<string, number>>;
  readonly ids: string;
  readonly tables: Readonly<Record<TableName, number>>;
}

/**
 * The catalog as the build leaves it: one file that a start reads in a few milliseconds. First the head, then the tables,
 * then the services, one a line. ASCII throughout, so that a byte is a character.
 */
export function writeCatalog(data: CatalogData): string {
  const catalog = catalogOf(data);
  const tables = TABLE_NAMES.map((name) => tableText(name, catalog.table(name)));
  const lengths = TABLE_NAMES.map((name, at) => [name, tables[at]?.length ?? 0] as const);
  const head: Head = {
    categories: catalog.categories,
    counts: catalog.counts,
    ids: catalog.ids.join(' '),
    tables: Object.fromEntries(lengths) as Record<TableName, number>,
  };
  return [ascii(JSON.stringify(head)), ...tables, ...catalog.services.map((one) => ascii(JSON.stringify(one)))].join(
    '\n',
  );
}

export function readCatalog(text: string): Catalog {
  const end = text.indexOf('\n');
  const head = JSON.parse(text.slice(0, end)) as Head;
  const tables = new Map<TableName, readonly [from: number, to: number]>();
  let from = end + 1;
  for (const name of TABLE_NAMES) {
    const to = from + head.tables[name];
    tables.set(name, [from, to]);
    from = to + 1;
  }
  const start = from;
  const ids = lazy(() => (head.ids === '' ? [] : head.ids.split(' ')));
  const bodies = lazy(() => linesById(ids(), text.slice(start)));
  const services = new Map<string, Service>();
  const service = (id: string): Service | undefined => {
    const known = services.get(id);
    const body = known === undefined ? bodies().get(id) : undefined;
    if (body === undefined) return known;
    const read = JSON.parse(body) as Service;
    services.set(id, read);
    return read;
  };
  const all = lazy(() => ids().flatMap((id) => service(id) ?? []));
  return {
    categories: head.categories,
    counts: head.counts,
    size: Object.values(head.counts).reduce((sum, count) => sum + count, 0),
    service,
    table: (name) => tableAt(text, tables.get(name)),
    get ids() {
      return ids();
    },
    get services() {
      return all();
    },
  };
}

function tableAt(text: string, [from, to]: readonly [number, number] = [0, 0]): Table {
  return from === to ? [] : text.slice(from, to).split('\n');
}

function linesById(ids: readonly string[], text: string): ReadonlyMap<string, string> {
  const lines = text.split('\n');
  return new Map(ids.map((id, at) => [id, lines[at] ?? '']));
}

function tableText(name: TableName, table: Table): string {
  const text = table.join('\n');
  const broken = table.find((cell) => /[^ -~\t]/.test(cell) || cell === '');
  if (broken !== undefined) throw new Error(`The table ${name} of the catalog cannot hold ${JSON.stringify(broken)}.`);
  return text;
}

function ascii(text: string): string {
  return text.replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
