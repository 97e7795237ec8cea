import type { FactOf, FileFacts } from '../model/facts';
import type { Route } from '../model/workspace';
import type { Applications } from './applications';
import { factsOfKind } from './facts-of-kind';
import { type Added, addedBy, concatenated, Fold, nothing } from './fold';
import { importsOf } from './imports-of';
import { byText, merged } from './order';
import { methodsOfView } from './view-methods';
import type { Workspace } from './workspace';

/** A router that is mounted: in which file, on what, under which prefix. */
interface Mounting {
  readonly path: string;
  readonly router: string;
  readonly prefix: string;
  /** The router states the prefix itself. */
  readonly own: boolean;
}

type Mounts = Pick<Fold<readonly Mounting[], readonly Mounting[]>, 'get' | 'has'>;

/** A route as its file registers it, with the methods that it serves. */
interface Registered {
  readonly fact: FactOf<'route'>;
  readonly methods: readonly string[];
}

/** A router: a name in a file, or the file as a whole. */
const keyOf = (path: string, name: string): string => `${path}#${name}`;
/** Routers mounted in a circle, or ten deep, are not followed further. */
const MAX_DEPTH = 10;
const MAX_PREFIXES = 20;

/** What a file says of routes: the routers that it mounts, and the routes that it registers. */
export interface RoutesInFile {
  readonly mounts: Added<readonly Mounting[]>;
  readonly global: string | undefined;
  readonly registered: readonly Registered[];
}

/** What most files say of routes. */
export const NO_ROUTES: RoutesInFile = { mounts: nothing(), global: undefined, registered: [] };

export function routesIn(workspace: Workspace, file: FileFacts): RoutesInFile {
  const mounted = factsOfKind(file, 'mount');
  const routes = file.role === 'source' ? factsOfKind(file, 'route') : [];
  if (mounted.length === 0 && routes.length === 0) return NO_ROUTES;
  return {
    mounts: mounted.length === 0 ? nothing() : addedBy(mounted.flatMap((fact) => mountingOf(workspace, file, fact))),
    // `app.setGlobalPrefix("api")` of NestJS holds for all controllers of the application.
    global: mounted.findLast(({ router, target }) => router === '' && target === '')?.prefix,
    registered: routes.map((fact) => ({ fact, methods: methodsOfView(workspace, file, fact) })),
  };
}

function mountingOf(
  workspace: Workspace,
  file: FileFacts,
  { router, prefix, target }: FactOf<'mount'>,
): readonly (readonly [target: string, mounting: Mounting])[] {
  const key = targetKey(workspace, file, target);
  // A router may state a prefix of its own, which stands behind whatever it is mounted under.
  return key === undefined ? [] : [[key, { path: file.path, router, prefix, own: router === target }]];
}

/** Every route with its full path: prefixes of the routers that it is mounted on, joined. */
export class Routes {
  readonly #nameOf: (path: string) => string;
  readonly #mounts = new Fold<readonly Mounting[], readonly Mounting[]>(concatenated);
  /** By application. */
  readonly #globals = new Fold<string, string>((prefixes) => prefixes.at(-1) ?? '');
  readonly #registered = new Map<string, readonly Registered[]>();
  readonly #stale = new Set<string>();
  /** The files that say anything of routes. */
  readonly #known = new Set<string>();
  #all: readonly Route[] = [];

  constructor({ nameOf }: Applications) {
    this.#nameOf = nameOf;
  }

  set(path: string, routes: RoutesInFile): void {
    if (routes === NO_ROUTES && !this.#known.has(path)) return;
    if (routes === NO_ROUTES) this.#known.delete(path);
    else this.#known.add(path);
    const { mounts, global, registered } = routes;
    const prefix = global === undefined ? nothing<string>() : new Map([[this.#nameOf(path), global]]);
    const changed = [...this.#mounts.set(path, mounts), ...this.#globals.set(path, prefix)];
    if (registered.length > 0 || this.#registered.has(path)) this.#stale.add(path);
    if (registered.length > 0) this.#registered.set(path, registered);
    else this.#registered.delete(path);
    if (changed.length > 0) for (const known of this.#registered.keys()) this.#stale.add(known);
  }

  /** Sorted; the same array while nothing changes. */
  get all(): readonly Route[] {
    if (this.#stale.size === 0) return this.#all;
    const kept = this.#all.filter(({ file }) => !this.#stale.has(file));
    const fresh = [...this.#stale].flatMap((path) => this.#routesOf(path)).sort(byRoute);
    this.#all = merged(kept, fresh, byRoute);
    this.#stale.clear();
    return this.#all;
  }

  #routesOf(path: string): readonly Route[] {
    const application = this.#nameOf(path);
    return (this.#registered.get(path) ?? []).flatMap(({ fact, methods }) => {
      if (isUnmounted(this.#mounts, path, fact)) return [];
      const outermost = fact.framework === 'nestjs' ? (this.#globals.get(application) ?? '') : '';
      const prefixes = prefixesOf(this.#mounts, path, fact.router ?? '', MAX_DEPTH);
      const rest = {
        framework: fact.framework,
        file: path,
        line: fact.range.line,
        ...(fact.handler !== undefined && { handler: fact.handler }),
        ...(fact.through !== undefined && { through: fact.through }),
        ...(fact.body !== undefined && { body: fact.body }),
        application,
      };
      return prefixes
        .map((prefix) => joinPath(outermost, joinPath(prefix, fact.path)))
        .flatMap((full) => methods.map((method) => ({ method, path: full, ...rest })));
    });
  }
}

function byRoute(a: Route, b: Route): number {
  return byText(a.path, b.path) || byText(a.method, b.method) || byText(a.file, b.file) || a.line - b.line;
}

/** A view set serves nothing until a router registers it. */
function isUnmounted(mounts: Mounts, path: string, fact: FactOf<'route'>): boolean {
  const isViewSet = fact.framework === 'django-rest-framework' && /^[A-Z]/.test(fact.router ?? '');
  return isViewSet && !mounts.has(keyOf(path, fact.router ?? ''));
}

/** The router that a mount names: local, or in the file that its module means. */
function targetKey(workspace: Workspace, file: FileFacts, target: string): string | undefined {
  const hash = target.lastIndexOf('#');
  if (hash < 0) return keyOf(file.path, target);
  const module = target.slice(0, hash);
  const name = target.slice(hash + 1);
  const found = workspace.modules.fileOf(file.path, module, file.language);
  if (found !== undefined) return passedOn(workspace, found, name) ?? keyOf(found, localName(workspace, found, name));
  // `from app.api import users` then `users.router`: the name is a module of the package.
  const [head = '', ...rest] = name.split('.');
  const inner = rest.length === 0 ? undefined : workspace.modules.fileOf(file.path, `${module}.${head}`, file.language);
  return inner === undefined ? undefined : keyOf(inner, rest.join('.'));
}

/** A view set that a package takes in from one of its modules is known there. */
function passedOn(workspace: Workspace, path: string, name: string): string | undefined {
  if (!path.endsWith('/__init__.py') || !/^[A-Z]\w*$/.test(name)) return undefined;
  const file = workspace.modules.file(path);
  for (const fact of file === undefined ? [] : importsOf(file)) {
    const imported = fact.names.find(({ local }) => local === name);
    if (imported === undefined) continue;
    const origin = workspace.modules.fileOf(path, fact.module, 'python');
    return origin === undefined ? undefined : keyOf(origin, imported.name);
  }
  return undefined;
}

/** A default export is known in its own file by the name that it is bound to. */
function localName(workspace: Workspace, path: string, name: string): string {
  const value = workspace.modules.bindingOf(path, name)?.value;
  return value?.t === 'ref' && !value.path.includes('.') ? value.path : name;
}

function prefixesOf(mounts: Mounts, path: string, router: string, depth: number): readonly string[] {
  const all = mounts.get(keyOf(path, router)) ?? [];
  const isOwn = (mounting: Mounting): boolean => mounting.own && mounting.path === path;
  const others = all.filter((mounting) => !isOwn(mounting));
  const ownPrefix = all.find(isOwn)?.prefix ?? '';
  if (others.length === 0 || depth === 0) return [ownPrefix];
  const prefixes = new Set<string>();
  for (const mounting of others) {
    for (const outer of prefixesOf(mounts, mounting.path, mounting.router, depth - 1)) {
      prefixes.add(joinPath(joinPath(outer, mounting.prefix), ownPrefix));
      if (prefixes.size >= MAX_PREFIXES) return [...prefixes];
    }
  }
  return [...prefixes];
}

/** Joins two pieces of a path with one slash; an empty piece adds nothing. */
export function joinPath(prefix: string, path: string): string {
  if (prefix === '' || prefix === '/') return path.startsWith('/') || path === '' ? path || '/' : `/${path}`;
  const head = prefix.startsWith('/') ? prefix : `/${prefix}`;
  if (path === '' || path === '/') return path === '/' && prefix.endsWith('/') ? head : head.replace(/\/$/, '') || '/';
  return `${head.replace(/\/$/, '')}/${path.replace(/^\//, '')}`;
}
