import { type FiledUnder, hostEnd, itself, lastPart, npmPackage, startBefore } from './filed-under';
import { lazy } from './lazy';
import { add, type Multimap, NONE } from './multimap';
import { hexModule, normalisePypi, pypiModule } from './names';
import type { Service, SettingRule } from './service';

/** A name, and who claims it: services by their ids, rules as `id#position`, to be read when one is met. */
export interface Row {
  readonly name: string;
  readonly claims: readonly string[];
}

/** What services claim of one kind. A name stands in a table once. */
export interface Table {
  readonly filedUnder: FiledUnder;
  /** The rows that are filed under a key, in the order of the services. */
  rows(key: string): readonly Row[];
}

interface Column {
  readonly names: (service: Service) => readonly string[] | undefined;
  readonly filedUnder: FiledUnder;
}

const column = (names: Column['names'], filedUnder: FiledUnder = itself): Column => ({ names, filedUnder });

const COLUMNS = {
  npm: column(({ packages }) => packages?.npm, npmPackage),
  pypi: column(({ packages }) => packages?.pypi?.map(normalisePypi)),
  hex: column(({ packages }) => packages?.hex),
  /** Beside the packages, which are imported by name. */
  npmImports: column(({ imports }) => imports?.npm, npmPackage),
  pypiImports: column(
    ({ imports, packages }) => imports?.pypi ?? packages?.pypi?.filter(isWholePackage).map(pypiModule),
    startBefore('.'),
  ),
  hexImports: column(({ imports, packages }) => imports?.hex ?? packages?.hex?.map(hexModule), startBefore('.')),
  env: column(({ env }) => env, startBefore('_')),
  envHints: column(({ envHints }) => envHints, startBefore('_')),
  hosts: column(({ hosts }) => hosts, hostEnd),
  notHosts: column(({ notHosts }) => notHosts, hostEnd),
  urls: column(({ urls }) => urls?.map((scheme) => scheme.toLowerCase())),
  images: column(({ images }) => images, startBefore('/')),
  actions: column(({ actions }) => actions?.map((action) => action.toLowerCase()), startBefore('/')),
  workflows: column(({ workflows }) => workflows),
  configFiles: column(({ configFiles }) => configFiles, startBefore('.')),
  systemPackages: column(({ systemPackages }) => systemPackages, startBefore('-')),
  commands: column(({ commands }) => commands, startBefore(' ')),
  settings: column(({ settings }) => settings?.map(settingName), settingEnd),
  calls: column(({ calls }) => calls?.map(({ callee }) => callee), startBefore('.', '/')),
  details: column(({ details }) => details?.map(({ callee }) => callee), startBefore('.', '/')),
  settingDetails: column(({ settingDetails }) => settingDetails?.map(({ path }) => lastPart(path)), lastPart),
};

export type TableName = keyof typeof COLUMNS;

export const TABLE_NAMES = Object.keys(COLUMNS) as readonly TableName[];

/** Tables of rules, which stand for themselves. */
const OF_RULES: ReadonlySet<TableName> = new Set(['calls', 'details', 'settingDetails']);

export function filedUnder(name: TableName): FiledUnder {
  return COLUMNS[name].filedUnder;
}

/** The table of services that are at hand as they are; made when it is first asked. */
export function tableOf(name: TableName, services: readonly Service[]): Table {
  const byKey = lazy(() => rowsByKey(name, services));
  return { filedUnder: COLUMNS[name].filedUnder, rows: (key) => byKey().get(key) ?? NONE };
}

/** Two tables that are filed alike, as one. */
export function joinedTables(first: Table, second: Table): Table {
  const rows = (key: string): readonly Row[] => {
    const claims = new Map(first.rows(key).map((row) => [row.name, row.claims]));
    for (const row of second.rows(key)) {
      claims.set(row.name, [...new Set([...(claims.get(row.name) ?? NONE), ...row.claims])]);
    }
    return [...claims].map(([name, ids]) => ({ name, claims: ids }));
  };
  return { filedUnder: first.filedUnder, rows };
}

/** The rows of a table by their keys. */
export function rowsByKey(table: TableName, services: readonly Service[]): ReadonlyMap<string, readonly Row[]> {
  const { names, filedUnder } = COLUMNS[table];
  const claims: Multimap<string> = new Map();
  for (const service of services) {
    for (const [at, name] of (names(service) ?? NONE).entries()) {
      add(claims, name, OF_RULES.has(table) ? `${service.id}#${at}` : service.id);
    }
  }
  const rows: Multimap<Row> = new Map();
  for (const [name, ids] of claims) add(rows, filedUnder(name), { name, claims: ids });
  return rows;
}

/** `passlib[bcrypt]` says nothing about modules. */
function isWholePackage(name: string): boolean {
  return !name.includes('[');
}

/** Path, system and value in one text; the last may be missing. */
function settingName({ path, system = '', value }: SettingRule): string {
  return [path, system, ...(value === undefined ? [] : [value])].join('\t');
}

function settingEnd(name: string): string {
  return lastPart(name.split('\t', 1)[0] ?? '');
}
