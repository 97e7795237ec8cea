import { NONE } from './multimap';
import { hexModule, normalisePypi, pypiModule } from './names';
import type { Service, SettingRule } from './service';

/**
 * What services claim, one table a kind: a name, then the ids of those that claim it joined by blanks, and so on. Flat
 * texts, because the whole catalog is read at every start. A name stands in a table once.
 */
export type Table = readonly string[];

/** Rules stand for themselves as `id#position`, to be read from the service when one is met. */
const RULES = {
  calls: (service: Service) => service.calls?.map((rule) => rule.callee),
  details: (service: Service) => service.details?.map((rule) => rule.callee),
  settingDetails: (service: Service) => service.settingDetails?.map((rule) => lastPart(rule.path)),
};

const NAMES = {
  npm: (service: Service) => service.packages?.npm,
  pypi: (service: Service) => service.packages?.pypi?.map(normalisePypi),
  hex: (service: Service) => service.packages?.hex,
  /** Beside the packages, which are imported by name. */
  npmImports: (service: Service) => service.imports?.npm,
  pypiImports: (service: Service) =>
    service.imports?.pypi ?? service.packages?.pypi?.filter(isWholePackage).map(pypiModule),
  hexImports: (service: Service) => service.imports?.hex ?? service.packages?.hex?.map(hexModule),
  env: (service: Service) => service.env,
  envHints: (service: Service) => service.envHints,
  hosts: (service: Service) => service.hosts,
  notHosts: (service: Service) => service.notHosts,
  urls: (service: Service) => service.urls?.map((scheme) => scheme.toLowerCase()),
  images: (service: Service) => service.images,
  actions: (service: Service) => service.actions?.map((action) => action.toLowerCase()),
  workflows: (service: Service) => service.workflows,
  configFiles: (service: Service) => service.configFiles,
  commands: (service: Service) => service.commands,
  settings: (service: Service) => service.settings?.map(settingName),
};

export type NameTable = keyof typeof NAMES;
export type RuleTable = keyof typeof RULES;
export type TableName = NameTable | RuleTable;
export type Tables = Readonly<Record<TableName, Table>>;

export const NAME_TABLES = Object.keys(NAMES) as readonly NameTable[];
export const RULE_TABLES = Object.keys(RULES) as readonly RuleTable[];
export const TABLE_NAMES: readonly TableName[] = [...NAME_TABLES, ...RULE_TABLES];

export function tablesOf(services: readonly Service[]): Tables {
  const tables = {} as Record<TableName, Table>;
  for (const name of NAME_TABLES) tables[name] = tableOf(services, NAMES[name], ({ id }) => id);
  for (const name of RULE_TABLES) tables[name] = tableOf(services, RULES[name], ({ id }, at) => `${id}#${at}`);
  return tables;
}

function tableOf(
  services: readonly Service[],
  names: (service: Service) => readonly string[] | undefined,
  claim: (service: Service, at: number) => string,
): Table {
  const claims = new Map<string, Set<string>>();
  for (const service of services) {
    for (const [at, name] of (names(service) ?? NONE).entries()) {
      const known = claims.get(name) ?? new Set();
      claims.set(name, known.add(claim(service, at)));
    }
  }
  return [...claims].flatMap(([name, ids]) => [name, [...ids].join(' ')]);
}

/** `passlib[bcrypt]` says nothing about modules. */
function isWholePackage(name: string): boolean {
  return !name.includes('[');
}

/** Path, system and value in one text; the last may be missing. */
function settingName({ path, system = '', value }: SettingRule): string {
  return [path, system, ...(value === undefined ? [] : [value])].join('\t');
}

function lastPart(path: string): string {
  const last = path.slice(path.lastIndexOf('.') + 1);
  return last.includes('*') ? '*' : last;
}
