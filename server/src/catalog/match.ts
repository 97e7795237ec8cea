import type { Ecosystem } from '../model/facts';
import type { Keywords, Value } from '../model/value';
import { argumentHolds, CallIndex } from './call-index';
import { CommandIndex } from './command-index';
import { EnvIndex } from './env-index';
import { GlobIndex } from './glob-index';
import { HostIndex } from './host-index';
import { importIndexes } from './import-index';
import { add, type Multimap, NONE } from './multimap';
import { imageName, normalisePypi } from './names';
import { asks } from './paths';
import type { CallRule, CatalogData, DetailRule, Service, SettingDetailRule } from './service';
import { SettingDetails } from './setting-details';
import { SettingIndex } from './setting-index';

export interface CallMatch {
  readonly id: string;
  readonly role?: CallRule['role'];
}

export interface DetailMatch {
  readonly id: string;
  readonly rule: DetailRule;
}

export interface SettingDetailMatch {
  readonly id: string;
  readonly rule: SettingDetailRule;
}

/** Answers which services a name belongs to. Every look-up is exact or a stated pattern; none guesses. */
export interface Matcher {
  service(id: string): Service | undefined;
  /** The ids with those that they wrap, each once, wrapped ones after. */
  withWraps(ids: readonly string[]): readonly string[];
  /** `extras` are those of a Python requirement: `passlib[bcrypt]` is bcrypt too. */
  packageOf(ecosystem: Ecosystem, name: string, extras?: readonly string[]): readonly string[];
  /** `names` are what a Python `from` imports, which may be modules: `from google.cloud import storage`. */
  importOf(ecosystem: Ecosystem, module: string, names?: readonly string[]): readonly string[];
  envOf(name: string): readonly string[];
  /** Services that the variable belongs to if they are proven otherwise: it is no proof itself. */
  envHintsOf(name: string): readonly string[];
  /** The address tells, at hosts that people are sent to as well, whether a program asks there. */
  hostOf(host: string, url?: string): readonly string[];
  urlSchemeOf(scheme: string): readonly string[];
  imageOf(image: string): readonly string[];
  actionOf(uses: string): readonly string[];
  workflowOf(system: string): readonly string[];
  configFileOf(name: string): readonly string[];
  /** A command line of a pipeline, a Procfile or a container: `gunicorn app.wsgi`, `flyctl deploy`. */
  commandOf(line: string): readonly string[];
  settingOf(system: string, path: string, text: string): readonly string[];
  callOf(callee: string, args: readonly Value[], keywords: Keywords): readonly CallMatch[];
  detailsOf(callee: string): readonly DetailMatch[];
  settingDetailsOf(system: string, path: string): readonly SettingDetailMatch[];
}

/** Indexes a catalog once; every look-up after that is a few map accesses. */
export function createMatcher(catalog: CatalogData): Matcher {
  const { services } = catalog;
  const byId = new Map(services.map((service) => [service.id, service]));
  const packages = packageIndex(services);
  const imports = importIndexes(services);
  const env = filled(new EnvIndex(), services, 'env');
  const envHints = filled(new EnvIndex(), services, 'envHints');
  const images = filled(new GlobIndex('/'), services, 'images');
  const workflows = mapOf(services, 'workflows');
  const schemes = mapOf(services, 'urls', (scheme) => scheme.toLowerCase());
  const configFiles = filled(new GlobIndex('.'), services, 'configFiles');
  const commands = filled(new CommandIndex(), services, 'commands');
  const actions = new GlobIndex('/');
  const hosts = filled(new HostIndex(), services, 'hosts');
  const settings = new SettingIndex();
  const calls = new CallIndex<CallRule>();
  const details = new CallIndex<DetailRule>();
  const settingDetails = new SettingDetails();
  for (const service of services) {
    for (const host of service.notHosts ?? NONE) hosts.addNot(host, service.id);
    for (const action of service.actions ?? NONE) actions.add(action.toLowerCase(), service.id);
    for (const rule of service.settings ?? NONE) settings.add(rule, service.id);
    for (const rule of service.calls ?? NONE) calls.add(rule, service.id);
    for (const rule of service.details ?? NONE) details.add(rule, service.id);
    for (const rule of service.settingDetails ?? NONE) settingDetails.add(rule, service.id);
  }
  return {
    service: (id) => byId.get(id),
    withWraps: (ids) => withWraps(byId, ids),
    packageOf: (ecosystem, name, extras) => packageOf(packages, ecosystem, name, extras ?? NONE),
    importOf: (ecosystem, module, names) => imports[ecosystem](module, names ?? NONE),
    envOf: (name) => env.find(name),
    envHintsOf: (name) => envHints.find(name),
    hostOf: (host, url) => {
      const found = hosts.find(host);
      return url === undefined ? found : found.filter((id) => asks(byId.get(id)?.paths, host, url));
    },
    urlSchemeOf: (scheme) => schemeOf(schemes, scheme),
    imageOf: (image) => images.find(imageName(image)),
    actionOf: (uses) => actions.find(uses.replace(/@.*$/, '').toLowerCase()),
    workflowOf: (system) => workflows.get(system) ?? NONE,
    configFileOf: (name) => configFiles.find(name.toLowerCase()),
    commandOf: (line) => commands.find(line),
    settingOf: (system, path, text) => settings.find(system, path, text),
    callOf: (callee, args, keywords) => {
      const found = calls.find(callee);
      if (found.length === 0) return NONE;
      return found
        .filter(([, rule]) => argumentHolds(rule, args, keywords))
        .map(([id, rule]) => (rule.role === undefined ? { id } : { id, role: rule.role }));
    },
    settingDetailsOf: (system, path) => settingDetails.find(system, path).map(([id, rule]) => ({ id, rule })),
    detailsOf: (callee) => details.find(callee).map(([id, rule]) => ({ id, rule })),
  };
}

/** SQLAlchemy names a driver in the scheme: `postgresql+asyncpg` is the driver's where one claims it. */
function schemeOf(schemes: Multimap<string>, scheme: string): readonly string[] {
  const name = scheme.toLowerCase().replace(/:.*$/, '');
  return schemes.get(name) ?? schemes.get(name.replace(/\+.*$/, '')) ?? NONE;
}

type NameList = 'env' | 'envHints' | 'hosts' | 'urls' | 'images' | 'workflows' | 'configFiles' | 'commands';

function filled<I extends { add(name: string, id: string): void }>(
  index: I,
  services: readonly Service[],
  field: NameList,
): I {
  for (const service of services) for (const name of service[field] ?? NONE) index.add(name, service.id);
  return index;
}

function mapOf(services: readonly Service[], field: NameList, key = (name: string) => name): Multimap<string> {
  const map: Multimap<string> = new Map();
  return filled({ add: (name, id) => add(map, key(name), id), map }, services, field).map;
}

type Packages = Readonly<Record<Ecosystem, Multimap<string>>>;

/** PyPI takes several spellings of one name; elsewhere a name is exact. */
function packageKey(ecosystem: Ecosystem, name: string): string {
  return ecosystem === 'pypi' ? normalisePypi(name) : name;
}

function packageOf(
  packages: Packages,
  ecosystem: Ecosystem,
  name: string,
  extras: readonly string[],
): readonly string[] {
  const known = packages[ecosystem];
  const ids = known.get(packageKey(ecosystem, name)) ?? NONE;
  if (extras.length === 0) return ids;
  const ofExtras = extras.flatMap(
    (extra): readonly string[] => known.get(packageKey(ecosystem, `${name}[${extra}]`)) ?? NONE,
  );
  return [...new Set([...ids, ...ofExtras])];
}

function packageIndex(services: readonly Service[]): Packages {
  const packages: Packages = { npm: new Map(), pypi: new Map(), hex: new Map() };
  for (const { id, packages: own } of services) {
    if (own === undefined) continue;
    for (const ecosystem of ['npm', 'pypi', 'hex'] as const) {
      for (const name of own[ecosystem] ?? NONE) add(packages[ecosystem], packageKey(ecosystem, name), id);
    }
  }
  return packages;
}

function withWraps(byId: ReadonlyMap<string, Service>, ids: readonly string[]): readonly string[] {
  const all = new Set(ids);
  // A set keeps the order of insertion and visits what is added while it is walked: wraps of wraps come too.
  for (const id of all) for (const wrapped of byId.get(id)?.wraps ?? NONE) all.add(wrapped);
  return [...all];
}
