import type { CallFact, Ecosystem, FileFacts, ImportFact } from '../model/facts';
import { readImports } from '../model/import-lines';
import { resolveCall } from './resolve-callee';
import { lockKey } from './resolved-versions';
import type { Workspace } from './workspace';

const ECOSYSTEM_OF: Readonly<Record<string, Ecosystem>> = {
  python: 'pypi',
  elixir: 'hex',
  javascript: 'npm',
  typescript: 'npm',
  tsx: 'npm',
  vue: 'npm',
  svelte: 'npm',
};

export function ecosystemOf(file: FileFacts): Ecosystem | undefined {
  return file.language === undefined ? undefined : ECOSYSTEM_OF[file.language];
}

const NONE: readonly string[] = [];
const NO_ROLES: ReadonlyMap<string, string> = new Map();

/** The services that an import names. */
export function servicesOfImport(workspace: Workspace, file: FileFacts, fact: ImportFact): readonly string[] {
  const ecosystem = ecosystemOf(file);
  if (ecosystem === undefined || fact.module.startsWith('.')) return NONE;
  const names = fact.names.map((name) => name.name);
  const ids = workspace.matcher.importOf(ecosystem, fact.module, names);
  // Most imports mean no service: where they lead need not be found out.
  if (ids.length === 0 || isLocal(workspace, file, fact.module, ecosystem)) return NONE;
  return ids.filter((id) => isPlausible(workspace, id, ecosystem, fact.module));
}

/** The imports of a file that was only looked at, as far as they may name a service. */
export function importsOfServices({ matcher }: Workspace, file: FileFacts): readonly ImportFact[] {
  const ecosystem = ecosystemOf(file);
  if (ecosystem === undefined) return [];
  return readImports(file.imports, (module) => matcher.mayImport(ecosystem, module));
}

export interface CallServices {
  readonly ids: readonly string[];
  readonly callee: string;
  /** What the call means for a service, by its id. */
  readonly roles: ReadonlyMap<string, string>;
}

/** The services that a call reaches, and the callee with local modules followed. */
export function servicesOfCall(workspace: Workspace, file: FileFacts, fact: CallFact): CallServices {
  const ecosystem = ecosystemOf(file);
  const { callee, module } = resolveCall(workspace.modules, file, fact);
  const none = { ids: NONE, callee, roles: NO_ROLES };
  if (ecosystem === undefined) return none;
  // A global such as `fetch` has no module and belongs to nobody, unless an entry names it.
  const named = module === '' ? NONE : workspace.matcher.importOf(ecosystem, ecosystem === 'npm' ? module : callee);
  const called = workspace.matcher.callOf(callee, fact.args, fact.keywords);
  if ((named.length === 0 && called.length === 0) || isLocal(workspace, file, module, ecosystem)) return none;
  const ids = new Set<string>();
  const roles = new Map<string, string>();
  for (const id of named) {
    if (countsCall(workspace, id, callee) && isPlausible(workspace, id, ecosystem, callee)) ids.add(id);
  }
  for (const { id, role } of called) {
    ids.add(id);
    if (role !== undefined) roles.set(id, role);
  }
  return { ids: [...ids], callee, roles };
}

function countsCall({ matcher }: Workspace, id: string, callee: string): boolean {
  return matcher.service(id)?.callsByRule !== true || matcher.detailsOf(callee).some((detail) => detail.id === id);
}

/** A module of the workspace that has a package's name is not that package. */
function isLocal(workspace: Workspace, file: FileFacts, module: string, ecosystem: Ecosystem): boolean {
  if (module.startsWith('.') || module.startsWith('@/') || module.startsWith('~/')) return true;
  if (ecosystem === 'npm') return isOfBaseUrl(workspace, file, module);
  if (ecosystem !== 'pypi') return false;
  const root = module.split('.', 1)[0] ?? module;
  const local = workspace.modules.fileOf(file.path, root, file.language);
  return (
    local !== undefined && local !== file.path && !workspace.known.has(`pypi:${root.toLowerCase().replace(/_/g, '-')}`)
  );
}

/** With a `baseUrl` or `paths`, `stripe` may be `src/stripe.ts`: so it is where no manifest has the package and that file exists. */
function isOfBaseUrl({ known, modules }: Workspace, file: FileFacts, module: string): boolean {
  const name = module.split('/', module.startsWith('@') ? 2 : 1).join('/');
  if (name === '' || known.has(lockKey({ ecosystem: 'npm', name }))) return false;
  const local = modules.fileOf(file.path, `@/${module}`, file.language);
  return local !== undefined && local !== file.path;
}

const ecosystems = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

/** Whether any manifest of the workspace asks for packages of that registry. */
function hasPackages(known: ReadonlySet<string>, ecosystem: Ecosystem): boolean {
  const found = ecosystems.get(known) ?? new Set([...known].map((key) => key.slice(0, key.indexOf(':'))));
  ecosystems.set(known, found);
  return found.has(ecosystem);
}

const roots = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

/** The Hex packages of the workspace as their modules begin, in lower case: `phoenix_live_view` as `phoenixliveview`. */
function hexRoots(known: ReadonlySet<string>): ReadonlySet<string> {
  const hex =
    roots.get(known) ??
    new Set([...known].filter((key) => key.startsWith('hex:')).map((key) => key.slice(4).replaceAll('_', '')));
  roots.set(known, hex);
  return hex;
}

/**
 * Elixir modules are global, so any project may define one that a package is known for. Where the workspace has a
 * manifest at all, one of the service's packages must be in it or in its lock file, or the package that the module is of:
 * `Swoosh.Adapters.Mailgun` is Swoosh's.
 */
function isPlausible(workspace: Workspace, id: string, ecosystem: Ecosystem, module: string): boolean {
  if (ecosystem !== 'hex') return true;
  const packages = workspace.matcher.service(id)?.packages?.hex ?? [];
  if (packages.length === 0 || !hasPackages(workspace.known, 'hex')) return true;
  return (
    packages.some((name) => workspace.known.has(lockKey({ ecosystem: 'hex', name }))) ||
    hexRoots(workspace.known).has((module.split('.', 1)[0] ?? '').toLowerCase())
  );
}
