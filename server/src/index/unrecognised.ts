import { isApiAddress } from '../model/api-address';
import type { Fact, FactOf, FileFacts } from '../model/facts';
import type { Unrecognised } from '../model/workspace';
import { ecosystemOf } from './code-evidence';
import { factsOfKind } from './facts-of-kind';
import { type Added, addedBy, nothing } from './fold';
import { importsFrom } from './imports-of';
import { isLocalHost } from './local-host';
import { lockKey } from './resolved-versions';
import type { Workspace } from './workspace';

/** Names that packages carry when they are somebody's client: `acme-sdk`, `@acme/api-client`. */
const SDK_LIKE = /(^|[-_/.@])(sdk|api|client|cloud)([-_/]|$)|^@[^/]+\/(node|js|python)$|-(node|python)$/;

/** Frameworks and tools whose names read so, and that reach nobody. */
const NO_CLIENTS =
  /^(?:ts-node|tsx|core-js|babel-node|chrono-node|d3-cloud|client-only|server-only|.*[/-]lang-\w+|.*-client-(?:hints|side)|@(?:types|ai-sdk|angular|astrojs|babel|capacitor|codemirror|eslint|hono|ionic|json2csv|lezer|nestjs|react-router|remix-run|storybook|sveltejs|swc|tanstack|tauri-apps|tsconfig|vite|vitest|vue)\/.*)$/;

/** Files of a page's look: nothing is said to whoever serves them. */
const FONTS = /^(?:fonts\.(?:googleapis|gstatic|bunny)\.(?:com|net)|use\.typekit\.net|p\.typekit\.net)$/;

type Place = Unrecognised['places'][number];

/**
 * Hosts that a file sends requests to or that read like an API's, and packages that look like a service's client, of which
 * the catalog knows none. What the workspace builds itself is its own affair: `own` are the names of its manifests.
 */
export function unrecognisedIn(
  workspace: Workspace,
  file: FileFacts,
  own: ReadonlySet<string>,
): Added<readonly Place[]> {
  if (file.role !== 'source') return nothing();
  const found: [string, Place][] = [];
  for (const fact of factsOfKind(file, 'url')) {
    if (isAsked(file, fact) && isUnknownHost(workspace, fact)) found.push([`host ${fact.host}`, placeOf(file, fact)]);
  }
  const nameOf = (module: string): string | undefined => unknownPackage(workspace, file, module);
  for (const fact of importsFrom(file, (module) => !module.startsWith('.') && nameOf(module) !== undefined)) {
    if (fact.commentedOut === true || fact.typeOnly === true) continue;
    const name = nameOf(fact.module);
    if (name !== undefined && !own.has(name)) found.push([`package ${name}`, placeOf(file, fact)]);
  }
  return addedBy(found);
}

export function unrecognisedOf(files: readonly (readonly Place[])[], key: string): Unrecognised {
  const kind = key.startsWith('host ') ? 'host' : 'package';
  return { kind, name: key.slice(kind.length + 1), places: files.flat() };
}

function placeOf({ path }: FileFacts, { range, scope }: Fact): Unrecognised['places'][number] {
  return { path, line: range.line, ...(scope !== undefined && { scope }) };
}

/** Configuration and documents name addresses for many reasons; code that names an API's means to ask it. */
function isAsked(file: FileFacts, { fetched, compared, url }: FactOf<'url'>): boolean {
  return fetched === true || (compared !== true && ecosystemOf(file) !== undefined && isApiAddress(url));
}

/** The names of the workspace's own manifests: members of a monorepo import each other. */
export function ownPackages(files: readonly FileFacts[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const file of files) {
    for (const { name } of factsOfKind(file, 'manifest')) if (name !== undefined) names.add(name);
  }
  return names;
}

/** What is fetched of a host that people are sent to as well may be more than its entry's paths. */
function isUnknownHost({ matcher }: Workspace, { host, url, fetched }: FactOf<'url'>): boolean {
  if (isLocalHost(host) || host.includes('{}') || FONTS.test(host)) return false;
  return matcher.hostOf(host, fetched === true ? url : undefined).length === 0;
}

/** The package of an import that a manifest declares, that reads like a client, and that nobody claims. */
function unknownPackage(workspace: Workspace, file: FileFacts, module: string): string | undefined {
  const ecosystem = ecosystemOf(file);
  if (ecosystem !== 'npm' && ecosystem !== 'pypi') return undefined;
  const name = ecosystem === 'npm' ? npmPackage(module) : (module.split('.', 1)[0] ?? module);
  if (
    !SDK_LIKE.test(name) ||
    NO_CLIENTS.test(name) ||
    !workspace.known.has(lockKey({ ecosystem, name: ecosystem === 'pypi' ? name.toLowerCase() : name }))
  )
    return undefined;
  return workspace.matcher.importOf(ecosystem, module).length === 0 &&
    workspace.matcher.packageOf(ecosystem, name).length === 0
    ? name
    : undefined;
}

function npmPackage(module: string): string {
  return module.split('/', module.startsWith('@') ? 2 : 1).join('/');
}
