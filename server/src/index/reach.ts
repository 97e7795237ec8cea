import type { FactOf, FileFacts } from '../model/facts';
import type { Route, Snapshot } from '../model/workspace';
import { definitionOf, type FunctionKey, functionKey, importOf } from './definition-of';
import { type LocalModules, localModules } from './local-modules';
import { atOnce, type Steps } from './steps';

/** A place in code: in a function, or on a line of a handler without a name. */
export interface Site {
  readonly path: string;
  readonly line: number;
  readonly scope?: string;
}

/** Who gets to a place in code, as far as calls by name tell. */
export interface Reach {
  /** The routes whose handlers get there. */
  routes(sites: readonly Site[]): readonly Route[];
  /** The background jobs that get there, by name. */
  jobs(sites: readonly Site[]): readonly string[];
  /** The functions that call a class of a file or a function of it, those of the class itself left out. */
  users(path: string, name: string): readonly Site[];
}

/** From a client to who asks it to who handles the request: a longer way is no longer what a reader means by use. */
const MOST_CROSSED = 2;
const MOST_SITES = 400;
const MOST_CLASSES = 6;

const known = new WeakMap<Snapshot, Reach>();

/** Worked out when it is first asked for: what shows no ways through the code need not wait for it. */
export function reachIn(snapshot: Snapshot): Reach {
  return atOnce(reachSteps(snapshot));
}

/** The same for those who have other things to do meanwhile: who asks afterwards need not wait. */
export function* reachSteps(snapshot: Snapshot): Steps<Reach> {
  const before = known.get(snapshot);
  if (before !== undefined) return before;
  const reach = yield* reachOf(snapshot.files, snapshot.routes);
  known.set(snapshot, reach);
  return reach;
}

function* reachOf(files: readonly FileFacts[], routes: readonly Route[]): Steps<Reach> {
  const sources = files.filter(({ role, language }) => role === 'source' && language !== undefined);
  const modules = localModules(files);
  yield;
  const callers = yield* callersIn(modules, sources);
  const handled = handlersOf(modules, routes);
  yield;
  const inPlace = routesInPlace(routes);
  const graph = { modules, callers, handled, inPlace };
  const jobs = jobsOf(sources);
  return {
    routes: (sites) => arrivals(graph, sites).routes,
    jobs: (sites) => {
      const { keys } = arrivals(graph, sites);
      return [...new Set(keys.flatMap((key) => jobs.get(key) ?? []))];
    },
    users: (path, name) => usersOf(modules, callers, path, name),
  };
}

interface Graph {
  readonly modules: LocalModules;
  readonly callers: ReadonlyMap<FunctionKey, readonly Site[]>;
  readonly handled: ReadonlyMap<FunctionKey, readonly Route[]>;
  readonly inPlace: ReadonlyMap<string, readonly Route[]>;
}

/** All that gets to some places: the routes, and every function on the way. */
function arrivals(
  graph: Graph,
  starts: readonly Site[],
): { readonly routes: readonly Route[]; readonly keys: readonly FunctionKey[] } {
  const found = new Set<Route>();
  const seen = new Set<FunctionKey>();
  let sites = [...starts];
  for (let crossed = 0; crossed <= MOST_CROSSED && sites.length > 0; crossed += 1) {
    const next: Site[] = [];
    // Calls within the file are walked as far as they go: what is added to the list is visited too.
    for (const site of sites) {
      if (seen.size >= MOST_SITES) break;
      for (const caller of visit(graph, site, found, seen)) (caller.path === site.path ? sites : next).push(caller);
    }
    sites = next;
  }
  return { routes: [...found], keys: [...seen] };
}

/** Notes what a place is reached by, and tells who calls it. */
function visit(graph: Graph, site: Site, found: Set<Route>, seen: Set<FunctionKey>): readonly Site[] {
  const around = routesAround(graph, site);
  for (const route of around) found.add(route);
  const key = around.length > 0 ? undefined : keyAt(graph, site);
  if (key === undefined || seen.has(key)) return [];
  seen.add(key);
  for (const route of graph.handled.get(key) ?? []) found.add(route);
  return graph.callers.get(key) ?? [];
}

/** The routes whose handlers, written in place, hold a line. */
function routesAround({ inPlace }: Graph, { path, line }: Site): readonly Route[] {
  return (inPlace.get(path) ?? []).filter(({ body }) => body !== undefined && isWithin(line, body));
}

function keyAt({ modules }: Graph, { path, scope }: Site): FunctionKey | undefined {
  const file = modules.file(path);
  return file === undefined || scope === undefined || scope === '' ? undefined : functionKey(file, scope);
}

/** What runs a job: `perform` of a worker of Elixir, the decorated function of Python. */
function jobsOf(files: readonly FileFacts[]): ReadonlyMap<FunctionKey, string> {
  const jobs = new Map<FunctionKey, string>();
  for (const file of files) {
    for (const fact of file.facts) {
      if (fact.kind !== 'job') continue;
      const { name } = fact;
      const scope = file.language === 'elixir' ? `${name}.perform` : name.slice(name.lastIndexOf('.') + 1);
      jobs.set(functionKey(file, scope), name);
    }
  }
  return jobs;
}

function isWithin(line: number, [first, last]: readonly [number, number]): boolean {
  return first <= line && line <= last;
}

/** So many files are read from one step to the next. */
const STEP = 500;

function* callersIn(
  modules: LocalModules,
  files: readonly FileFacts[],
): Steps<ReadonlyMap<FunctionKey, readonly Site[]>> {
  const callers = new Map<FunctionKey, Site[]>();
  for (const [index, file] of files.entries()) {
    if (index % STEP === STEP - 1) yield;
    for (const [key, site] of callsIn(modules, file)) {
      const known = callers.get(key);
      if (known === undefined) callers.set(key, [site]);
      else known.push(site);
    }
  }
  return callers;
}

/** The functions that a file calls, its own and those of other files. */
function callsIn(modules: LocalModules, file: FileFacts): readonly (readonly [FunctionKey, Site])[] {
  const { path } = file;
  return file.facts.flatMap((fact): readonly (readonly [FunctionKey, Site])[] => {
    if (fact.kind === 'localCalls') {
      return fact.calls.map(({ from, to, line }) => [functionKey(file, to), { path, line, scope: from }]);
    }
    if (fact.kind !== 'call' || fact.commentedOut === true) return [];
    const key = definitionOf(modules, file, fact.callee, fact.module);
    const site = { path, line: fact.range.line, ...(fact.scope !== undefined && { scope: fact.scope }) };
    if (key === undefined) return [];
    return [...entriesOf(key, fact), ...ofMade(modules, key)].map((entry) => [entry, site]);
  });
}

/** `getMailer().send()`: a method of what a function of another file makes. */
function ofMade(modules: LocalModules, key: FunctionKey): readonly FunctionKey[] {
  const [, path = '', made = '', member = ''] = /^(.+)#([a-z_]\w*)\.(\w+)$/.exec(key) ?? [];
  const file = path === '' ? undefined : modules.file(path);
  return file === undefined ? [] : (classesMade(file).get(made) ?? []).map((name) => `${path}#${name}.${member}`);
}

const made = new WeakMap<FileFacts, ReadonlyMap<string, readonly string[]>>();

/** The classes of a file of which its functions make objects. */
function classesMade(file: FileFacts): ReadonlyMap<string, readonly string[]> {
  const before = made.get(file);
  if (before !== undefined) return before;
  const classes = new Map<string, string[]>();
  for (const fact of file.facts) {
    if (fact.kind !== 'localCalls') continue;
    for (const { from, to } of fact.calls) {
      const name = /^([A-Z]\w*)(?:\.(?:__init__|constructor))?$/.exec(to)?.[1];
      if (name === undefined || from.includes('.')) continue;
      const others = classes.get(from) ?? [];
      if (others.length < MOST_CLASSES) classes.set(from, [...others, name]);
    }
  }
  made.set(file, classes);
  return classes;
}

/** Making an object of a class runs its constructor. */
function entriesOf(key: FunctionKey, { construct }: FactOf<'call'>): readonly FunctionKey[] {
  return construct === true && /#[A-Z]\w*$/.test(key) ? [key, `${key}.__init__`, `${key}.constructor`] : [key];
}

function handlersOf(modules: LocalModules, routes: readonly Route[]): ReadonlyMap<FunctionKey, readonly Route[]> {
  const handled = new Map<FunctionKey, Route[]>();
  for (const route of routes) {
    for (const key of handlerKeys(modules, route)) {
      const known = handled.get(key);
      if (known === undefined) handled.set(key, [route]);
      else known.push(route);
    }
  }
  return handled;
}

function handlerKeys(modules: LocalModules, route: Route): readonly FunctionKey[] {
  const file = modules.file(route.file);
  if (file === undefined || route.handler === undefined) return [];
  if (file.language === 'elixir') return [functionKey(file, route.handler)];
  const module = importOf(file, route.handler);
  const key =
    module === undefined ? functionKey(file, route.handler) : definitionOf(modules, file, route.handler, module);
  return key === undefined ? [] : [key, ...methodNames(route).map((name) => `${key}.${name}`)];
}

/** What a class of Django calls for a request: methods named after HTTP's, or the actions of a view set. */
function methodNames({ framework, method, path }: Route): readonly string[] {
  if (!framework.startsWith('django')) return [];
  const methods = method === 'ANY' ? ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] : [method];
  const isOfOne = /\}\/?$/.test(path);
  return methods.flatMap((name) => [name.toLowerCase(), ...(ACTIONS[`${name} ${isOfOne ? 'one' : 'all'}`] ?? [])]);
}

const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  'GET all': ['list'],
  'POST all': ['create', 'perform_create'],
  'GET one': ['retrieve'],
  'PUT one': ['update', 'perform_update'],
  'PATCH one': ['partial_update', 'perform_update'],
  'DELETE one': ['destroy', 'perform_destroy'],
};

function routesInPlace(routes: readonly Route[]): ReadonlyMap<string, readonly Route[]> {
  const byFile = new Map<string, Route[]>();
  for (const route of routes) {
    if (route.body === undefined) continue;
    const known = byFile.get(route.file);
    if (known === undefined) byFile.set(route.file, [route]);
    else known.push(route);
  }
  return byFile;
}

function usersOf(
  modules: LocalModules,
  callers: ReadonlyMap<FunctionKey, readonly Site[]>,
  path: string,
  name: string,
): readonly Site[] {
  const file = modules.file(path);
  if (file === undefined) return [];
  const key = functionKey(file, name);
  const users: Site[] = [];
  for (const [called, sites] of callers) {
    if (called !== key && !called.startsWith(`${key}.`)) continue;
    users.push(...sites.filter((site) => !(site.path === path && isOf(site.scope, name))));
  }
  return users;
}

function isOf(scope: string | undefined, name: string): boolean {
  return scope === name || scope?.startsWith(`${name}.`) === true;
}
