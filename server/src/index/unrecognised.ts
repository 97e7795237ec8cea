import type { FileFacts } from '../model/facts';
import type { Unrecognised } from '../model/workspace';
import { ecosystemOf } from './code-evidence';
import { isLocalHost } from './local-host';
import { byText } from './order';
import { lockKey } from './resolved-versions';
import type { Workspace } from './workspace';

/** Names that packages carry when they are somebody's client: `acme-sdk`, `@acme/api-client`. */
const SDK_LIKE = /(^|[-_/.])(sdk|api|client|cloud)([-_]|$)|-(node|js|python)$/;

/** Hosts that code sends requests to, and packages that look like a service's client, of which the catalog knows none. */
export function unrecognisedOf(workspace: Workspace): readonly Unrecognised[] {
  const found = new Map<
    string,
    { kind: Unrecognised['kind']; name: string; places: Unrecognised['places'][number][] }
  >();
  const add = (kind: Unrecognised['kind'], name: string, place: Unrecognised['places'][number]): void => {
    const known = found.get(`${kind} ${name}`) ?? { kind, name, places: [] };
    found.set(`${kind} ${name}`, known);
    known.places.push(place);
  };
  for (const file of workspace.files) {
    if (file.role !== 'source') continue;
    for (const fact of file.facts) {
      const place = { path: file.path, line: fact.range.line, ...(fact.scope !== undefined && { scope: fact.scope }) };
      if (fact.kind === 'url' && fact.fetched === true && isUnknownHost(workspace, fact.host))
        add('host', fact.host, place);
      if (fact.kind !== 'import' || fact.commentedOut === true || fact.typeOnly === true) continue;
      const name = unknownPackage(workspace, file, fact.module);
      if (name !== undefined) add('package', name, place);
    }
  }
  return [...found.values()].sort((a, b) => byText(a.kind, b.kind) || byText(a.name, b.name));
}

function isUnknownHost(workspace: Workspace, host: string): boolean {
  return !isLocalHost(host) && !host.includes('{}') && workspace.matcher.hostOf(host).length === 0;
}

/** The package of an import that a manifest declares, that reads like a client, and that nobody claims. */
function unknownPackage(workspace: Workspace, file: FileFacts, module: string): string | undefined {
  const ecosystem = ecosystemOf(file);
  if (ecosystem !== 'npm' && ecosystem !== 'pypi') return undefined;
  const name = ecosystem === 'npm' ? npmPackage(module) : (module.split('.', 1)[0] ?? module);
  if (
    !SDK_LIKE.test(name) ||
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
