import type { Ecosystem } from '../model/facts';
import type { Keywords, Value } from '../model/value';
import { argumentHolds, CallIndex } from './call-index';
import { type Catalog, catalogOf } from './catalog';
import { CommandIndex } from './command-index';
import { EnvIndex } from './env-index';
import { GlobIndex } from './glob-index';
import { HostIndex } from './host-index';
import { importOf, mayImport } from './import-index';
import { NONE } from './multimap';
import { imageName, normalisePypi } from './names';
import { asks } from './paths';
import { PrefixIndex } from './prefix-index';
import { isReached } from './reached';
import type { CallRule, CatalogData, DetailRule, Service, SettingDetailRule } from './service';
import { SettingDetails } from './setting-details';
import { SettingIndex } from './setting-index';
import { RowIndex } from './table-index';
import { joinedTables } from './tables';

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
  /** Whether the routes that get to it are worth telling. */
  isReached(id: string): boolean;
  /** The ids with those that they wrap, each once, wrapped ones after. */
  withWraps(ids: readonly string[]): readonly string[];
  /** `extras` are those of a Python requirement: `passlib[bcrypt]` is bcrypt too. */
  packageOf(ecosystem: Ecosystem, name: string, extras?: readonly string[]): readonly string[];
  /** `names` are what a Python `from` imports, which may be modules: `from google.cloud import storage`. */
  importOf(ecosystem: Ecosystem, module: string, names?: readonly string[]): readonly string[];
  /** Whether anything that is taken in from the module could be of a service. */
  mayImport(ecosystem: Ecosystem, module: string): boolean;
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
  /** A package of a Linux distribution: `ffmpeg`, `tesseract-ocr-deu`. */
  systemPackageOf(name: string): readonly string[];
  /** A command line of a pipeline, a Procfile or a container: `gunicorn app.wsgi`, `flyctl deploy`. */
  commandOf(line: string): readonly string[];
  settingOf(system: string, path: string, text: string): readonly string[];
  callOf(callee: string, args: readonly Value[], keywords: Keywords): readonly CallMatch[];
  detailsOf(callee: string): readonly DetailMatch[];
  settingDetailsOf(system: string, path: string): readonly SettingDetailMatch[];
}

const known = new WeakMap<CatalogData, Matcher>();

/** The matcher of a catalog, made once however many ask: its indexes are worth keeping. */
export function matcherOf(catalog: CatalogData): Matcher {
  const before = known.get(catalog);
  if (before !== undefined) return before;
  const matcher = createMatcher(catalog);
  known.set(catalog, matcher);
  return matcher;
}

/** Nothing is read of a table before it is asked, and then the rows about one name; asked again, they are at hand. */
export function createMatcher(data: CatalogData): Matcher {
  const catalog = catalogOf(data);
  const packages = packageIndexes(catalog);
  const imports = {
    npm: new PrefixIndex('/', joinedTables(catalog.table('npm'), catalog.table('npmImports'))),
    pypi: new PrefixIndex('.', catalog.table('pypiImports')),
    hex: new PrefixIndex('.', catalog.table('hexImports')),
  };
  const env = new EnvIndex(catalog.table('env'));
  const envHints = new EnvIndex(catalog.table('envHints'));
  const hosts = new HostIndex(catalog.table('hosts'), catalog.table('notHosts'));
  const schemes = new RowIndex(catalog.table('urls'));
  const images = new GlobIndex(catalog.table('images'));
  const actions = new GlobIndex(catalog.table('actions'));
  const workflows = new RowIndex(catalog.table('workflows'));
  const configFiles = new GlobIndex(catalog.table('configFiles'));
  const systemPackages = new GlobIndex(catalog.table('systemPackages'));
  const commands = new CommandIndex(catalog.table('commands'));
  const settings = new SettingIndex(catalog.table('settings'));
  const rules = ruleIndexes(catalog);
  return {
    service: catalog.service,
    isReached: (id) => {
      const service = catalog.service(id);
      return service !== undefined && isReached(catalog.categories, service);
    },
    withWraps: (ids) => withWraps(catalog, ids),
    packageOf: (ecosystem, name, extras) => packageOf(packages[ecosystem], ecosystem, name, extras ?? NONE),
    importOf: (ecosystem, module, names) => importOf(imports, ecosystem, module, names ?? NONE),
    mayImport: (ecosystem, module) => mayImport(imports, ecosystem, module),
    envOf: (name) => env.find(name),
    envHintsOf: (name) => envHints.find(name),
    hostOf: (host, url) => {
      const found = hosts.find(host);
      return url === undefined ? found : found.filter((id) => asks(catalog.service(id)?.paths, host, url));
    },
    urlSchemeOf: (scheme) => schemeOf(schemes, scheme),
    imageOf: (image) => images.find(imageName(image)),
    actionOf: (uses) => actions.find(uses.replace(/@.*$/, '').toLowerCase()),
    workflowOf: (system) => workflows.get(system) ?? NONE,
    configFileOf: (name) => configFiles.find(name.toLowerCase()),
    systemPackageOf: (name) => systemPackages.find(name),
    commandOf: (line) => commands.find(line),
    settingOf: (system, path, text) => settings.find(system, path, text),
    callOf: (callee, args, keywords) => {
      const found = rules.calls.find(callee);
      if (found.length === 0) return NONE;
      return found
        .filter(([, rule]) => argumentHolds(rule, args, keywords))
        .map(([id, rule]) => (rule.role === undefined ? { id } : { id, role: rule.role }));
    },
    settingDetailsOf: (system, path) => rules.settingDetails.find(system, path).map(([id, rule]) => ({ id, rule })),
    detailsOf: (callee) => rules.details.find(callee).map(([id, rule]) => ({ id, rule })),
  };
}

interface RuleIndexes {
  readonly calls: CallIndex<CallRule>;
  readonly details: CallIndex<DetailRule>;
  readonly settingDetails: SettingDetails;
}

function ruleIndexes({ table, service }: Catalog): RuleIndexes {
  return {
    calls: new CallIndex(table('calls'), (id, at) => service(id)?.calls?.[at]),
    details: new CallIndex(table('details'), (id, at) => service(id)?.details?.[at]),
    settingDetails: new SettingDetails(table('settingDetails'), (id, at) => service(id)?.settingDetails?.[at]),
  };
}

function packageIndexes({ table }: Catalog): Readonly<Record<Ecosystem, RowIndex>> {
  return {
    npm: new RowIndex(table('npm')),
    pypi: new RowIndex(table('pypi')),
    hex: new RowIndex(table('hex')),
  };
}

/** SQLAlchemy names a driver in the scheme: `postgresql+asyncpg` is the driver's where one claims it. */
function schemeOf(schemes: RowIndex, scheme: string): readonly string[] {
  const name = scheme.toLowerCase().replace(/:.*$/, '');
  return schemes.get(name) ?? schemes.get(name.replace(/\+.*$/, '')) ?? NONE;
}

/** PyPI takes several spellings of one name; elsewhere a name is exact. */
function packageKey(ecosystem: Ecosystem, name: string): string {
  return ecosystem === 'pypi' ? normalisePypi(name) : name;
}

function packageOf(known: RowIndex, ecosystem: Ecosystem, name: string, extras: readonly string[]): readonly string[] {
  const ids = known.get(packageKey(ecosystem, name)) ?? NONE;
  if (extras.length === 0) return ids;
  const ofExtras = extras.flatMap(
    (extra): readonly string[] => known.get(packageKey(ecosystem, `${name}[${extra}]`)) ?? NONE,
  );
  return [...new Set([...ids, ...ofExtras])];
}

function withWraps({ service }: Catalog, ids: readonly string[]): readonly string[] {
  const all = new Set(ids);
  // A set keeps the order of insertion and visits what is added while it is walked: wraps of wraps come too.
  for (const id of all) for (const wrapped of service(id)?.wraps ?? NONE) all.add(wrapped);
  return [...all];
}
