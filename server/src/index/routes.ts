import type { FactOf, FileFacts } from '../model/facts';
import type { Route } from '../model/workspace';
import { factsOfKind } from './facts-of-kind';
import { byText } from './order';
import { methodsOfView } from './view-methods';
import type { Workspace } from './workspace';

interface Mounting {
  readonly file: FileFacts;
  readonly fact: FactOf<'mount'>;
}

/** A router: a name in a file, or the file as a whole. */
const keyOf = (path: string, name: string): string => `${path}#${name}`;
/** Routers mounted in a circle, or ten deep, are not followed further. */
const MAX_DEPTH = 10;
const MAX_PREFIXES = 20;

/** Every route with its full path: prefixes of the routers that it is mounted on, joined. */
export function routesOf(workspace: Workspace): readonly Route[] {
  const mounts = mountsByTarget(workspace);
  const globals = globalPrefixes(workspace);
  const routes: Route[] = [];
  for (const file of workspace.files) {
    if (file.role !== 'source') continue;
    for (const fact of factsOfKind(file, 'route')) {
      if (isUnmounted(mounts, file, fact)) continue;
      const application = workspace.applications.nameOf(file.path);
      const outermost = fact.framework === 'nestjs' ? (globals.get(application) ?? '') : '';
      const prefixes = prefixesOf(mounts, file.path, fact.router ?? '', MAX_DEPTH);
      const paths = prefixes.map((prefix) => joinPath(outermost, joinPath(prefix, fact.path)));
      routes.push(...served(workspace, file, fact, paths));
    }
  }
  return routes.sort(
    (a, b) => byText(a.path, b.path) || byText(a.method, b.method) || byText(a.file, b.file) || a.line - b.line,
  );
}

function served(
  workspace: Workspace,
  file: FileFacts,
  fact: FactOf<'route'>,
  paths: readonly string[],
): readonly Route[] {
  const methods = methodsOfView(workspace, file, fact);
  const rest = {
    framework: fact.framework,
    file: file.path,
    line: fact.range.line,
    ...(fact.handler !== undefined && { handler: fact.handler }),
    ...(fact.through !== undefined && { through: fact.through }),
    ...(fact.body !== undefined && { body: fact.body }),
    application: workspace.applications.nameOf(file.path),
  };
  return paths.flatMap((path) => methods.map((method) => ({ method, path, ...rest })));
}

/** `app.setGlobalPrefix("api")` of NestJS holds for all controllers of the application. */
function globalPrefixes(workspace: Workspace): ReadonlyMap<string, string> {
  const prefixes = new Map<string, string>();
  for (const file of workspace.files) {
    for (const fact of factsOfKind(file, 'mount')) {
      if (fact.router !== '' || fact.target !== '') continue;
      prefixes.set(workspace.applications.nameOf(file.path), fact.prefix);
    }
  }
  return prefixes;
}

/** A view set serves nothing until a router registers it. */
function isUnmounted(
  mounts: ReadonlyMap<string, readonly Mounting[]>,
  file: FileFacts,
  fact: FactOf<'route'>,
): boolean {
  const isViewSet = fact.framework === 'django-rest-framework' && /^[A-Z]/.test(fact.router ?? '');
  return isViewSet && !mounts.has(keyOf(file.path, fact.router ?? ''));
}

function mountsByTarget(workspace: Workspace): ReadonlyMap<string, readonly Mounting[]> {
  const mounts = new Map<string, Mounting[]>();
  for (const file of workspace.files) {
    for (const fact of factsOfKind(file, 'mount')) {
      const key = targetKey(workspace, file, fact.target);
      if (key === undefined) continue;
      const known = mounts.get(key) ?? [];
      known.push({ file, fact });
      mounts.set(key, known);
    }
  }
  return mounts;
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
  for (const fact of workspace.modules.file(path)?.facts ?? []) {
    const imported = fact.kind === 'import' ? fact.names.find(({ local }) => local === name) : undefined;
    if (fact.kind !== 'import' || imported === undefined) continue;
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

function prefixesOf(
  mounts: ReadonlyMap<string, readonly Mounting[]>,
  path: string,
  router: string,
  depth: number,
): readonly string[] {
  const all = mounts.get(keyOf(path, router)) ?? [];
  // A router may state a prefix of its own, which stands behind whatever it is mounted under.
  const own = all.filter(({ file, fact }) => file.path === path && fact.router === fact.target);
  const others = all.filter((mounting) => !own.includes(mounting));
  const ownPrefix = own[0]?.fact.prefix ?? '';
  if (others.length === 0 || depth === 0) return [ownPrefix];
  const prefixes = new Set<string>();
  for (const { file, fact } of others) {
    for (const outer of prefixesOf(mounts, file.path, fact.router, depth - 1)) {
      prefixes.add(joinPath(joinPath(outer, fact.prefix), ownPrefix));
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
