import type { Category } from '../model/integration';
import { type Catalog, catalogOf } from './catalog';
import { DIGITS, type FiledLine, fileLines, lineFinder, numberIn, type Parts, written } from './filed-lines';
import { lazy } from './lazy';
import type { CatalogData, Service } from './service';
import { filedUnder, type Row, rowsByKey, TABLE_NAMES, type Table, type TableName } from './tables';

/** What is small, and where in the rest of the file the tables and the services stand. */
interface Head {
  readonly categories: readonly Category[];
  readonly counts: Readonly<Record<string, number>>;
  readonly ids: string;
  readonly tables: Readonly<Record<TableName, Span>>;
  readonly services: Span;
}

type Span = readonly [from: number, to: number];

/**
 * The catalog as the build leaves it: one file in which a start finds what it asks for and reads nothing else. First the
 * head behind its length, then the tables and the services. ASCII throughout, so that a byte is a character.
 */
export function writeCatalog(data: CatalogData): string {
  const { categories, counts, ids, services } = catalogOf(data);
  const parts: string[] = [];
  let length = 0;
  const add = (lines: readonly FiledLine[]): Span => {
    const part = fileLines(lines);
    parts.push(part);
    length += part.length;
    return [length - part.length, length];
  };
  const tables = TABLE_NAMES.map((name) => [name, add(tableLines(name, services))] as const);
  const head: Head = {
    categories,
    counts,
    ids: ids.join(' '),
    tables: Object.fromEntries(tables) as Record<TableName, Span>,
    services: add(services.map((service) => [service.id, ascii(JSON.stringify(service))])),
  };
  const text = ascii(JSON.stringify(head));
  return [written(text.length), text, ...parts].join('');
}

export function readCatalog(file: Parts): Catalog {
  const begin = DIGITS + numberIn(file.slice(0, DIGITS), 0);
  const head = JSON.parse(file.slice(DIGITS, begin)) as Head;
  const ids = lazy(() => (head.ids === '' ? [] : head.ids.split(' ')));
  const service = serviceReader(file, begin + head.services[0]);
  const all = lazy(() => ids().flatMap((id) => service(id) ?? []));
  return {
    categories: head.categories,
    counts: head.counts,
    size: Object.values(head.counts).reduce((sum, count) => sum + count, 0),
    service,
    table: (name) => {
      const [from, to] = head.tables[name];
      return tableIn(name, () => file.slice(begin + from, begin + to));
    },
    get ids() {
      return ids();
    },
    get services() {
      return all();
    },
  };
}

function serviceReader(file: Parts, begin: number): Catalog['service'] {
  const bodies = lineFinder(file, begin);
  const read = new Map<string, Service>();
  return (id) => {
    const known = read.get(id);
    const [body] = known === undefined ? bodies(id) : [];
    if (body === undefined) return known;
    const service = JSON.parse(body) as Service;
    read.set(id, service);
    return service;
  };
}

function tableIn(name: TableName, text: () => string): Table {
  const lines = lazy(() => lineFinder(text(), 0));
  return { filedUnder: filedUnder(name), rows: (key) => lines()(key).map((line) => rowOf(key, line)) };
}

/** The claims, joined by blanks, and the name where it is another than the key. */
function tableLines(table: TableName, services: readonly Service[]): readonly FiledLine[] {
  return [...rowsByKey(table, services)].flatMap(([key, rows]) =>
    rows.map(({ name, claims }): FiledLine => {
      if (name === '' || /[^ -~\t]/.test(name) || key.includes('\t'))
        throw new Error(`The table ${table} of the catalog cannot hold ${JSON.stringify(name)}.`);
      return [key, name === key ? claims.join(' ') : `${claims.join(' ')}\t${name}`];
    }),
  );
}

function rowOf(key: string, line: string): Row {
  const tab = line.indexOf('\t');
  if (tab < 0) return { name: key, claims: line.split(' ') };
  return { name: line.slice(tab + 1), claims: line.slice(0, tab).split(' ') };
}

function ascii(text: string): string {
  return text.replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
