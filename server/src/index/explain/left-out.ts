import type { Service } from '../../catalog/service';
import type { LeftOut } from '../../model/explanation';
import type { Fact, FileFacts } from '../../model/facts';
import { readImports } from '../../model/import-lines';
import { ecosystemOf, servicesOfImport } from '../code-evidence';
import { isLocalHost } from '../local-host';
import type { Workspace } from '../workspace';

const MOST = 30;

/** Facts that look like the service and prove nothing of it, with the reason. */
export function leftOutOf(files: readonly FileFacts[], workspace: Workspace, service: Service): readonly LeftOut[] {
  const words = wordsOf(service);
  const found: LeftOut[] = [];
  for (const file of files) {
    for (const fact of [...readImports(file.imports), ...file.facts]) {
      const one = lookAlike(workspace, file, fact, service, words);
      if (one !== undefined) found.push({ ...one, path: file.path, line: fact.range.line });
      if (found.length >= MOST) return found;
    }
  }
  return found;
}

/** The id's telling words, and the first of its name: `google-maps` is told by both words together. */
function wordsOf({ id, name }: Service): readonly string[] {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return [...new Set([plain(id), plain(name)])].filter((word) => word.length > 2);
}

type Told = Pick<LeftOut, 'kind' | 'text' | 'why'>;

function lookAlike(
  workspace: Workspace,
  file: FileFacts,
  fact: Fact,
  service: Service,
  words: readonly string[],
): Told | undefined {
  const { matcher } = workspace;
  const has = (text: string): boolean => {
    const plain = text.toLowerCase().replace(/[^a-z0-9]/g, '');
    return words.some((word) => plain.includes(word));
  };
  const { id } = service;
  switch (fact.kind) {
    case 'import':
      return importTold(workspace, file, fact, service, has);
    case 'url': {
      const { host, url } = fact;
      const ofHost = matcher.hostOf(host).includes(id);
      if (ofHost && matcher.hostOf(host, url).includes(id)) return undefined;
      if (ofHost)
        return { kind: 'url', text: url, why: 'a link that people follow: programs ask other paths of this host' };
      if (!has(host) || isLocalHost(host)) return undefined;
      return { kind: 'url', text: url, why: `another host: the service is at ${some(service.hosts)}` };
    }
    case 'envRead':
    case 'envDeclaration':
      if (matcher.envOf(fact.name).includes(id)) return undefined;
      if (matcher.envHintsOf(fact.name).includes(id)) {
        return {
          kind: 'env',
          text: fact.name,
          why: 'the name is too general to prove it; it belongs to it once something else does',
        };
      }
      return has(fact.name)
        ? { kind: 'env', text: fact.name, why: `another variable: the service has ${some(service.env)}` }
        : undefined;
    case 'dependency':
      if (matcher.packageOf(fact.ecosystem, fact.name, fact.extras).includes(id) || !has(fact.name)) return undefined;
      return {
        kind: 'dependency',
        text: fact.name,
        why: 'another package: none of those that the service is known by',
      };
    default:
      return undefined;
  }
}

function importTold(
  workspace: Workspace,
  file: FileFacts,
  fact: Extract<Fact, { kind: 'import' }>,
  { id }: Service,
  has: (text: string) => boolean,
): Told | undefined {
  const ecosystem = ecosystemOf(file);
  if (ecosystem === undefined) return undefined;
  const names = fact.names.map(({ name }) => name);
  if (servicesOfImport(workspace, file, fact).includes(id)) return undefined;
  const told = (why: string): Told => ({ kind: 'import', text: fact.module, why });
  const local = workspace.modules.fileOf(file.path, fact.module, file.language);
  if (workspace.matcher.importOf(ecosystem, fact.module, names).includes(id)) {
    if (ecosystem === 'hex')
      return told('no manifest or lock file has the package: a module of that name may be anybody’s');
    return told(
      local === undefined ? 'a module of the workspace has this name' : `the workspace’s own module ${local}`,
    );
  }
  const last =
    fact.module
      .split(/[./]/)
      .filter((part) => part !== '')
      .at(-1) ?? '';
  if (!has(last)) return undefined;
  return told(local === undefined ? 'another module' : `the workspace’s own module ${local}`);
}

function some(names: readonly string[] | undefined): string {
  if (names === undefined || names.length === 0) return 'none that is known';
  return `${names.slice(0, 4).join(', ')}${names.length > 4 ? ' ...' : ''}`;
}
