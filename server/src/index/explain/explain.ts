import { type Catalog, catalogOf } from '../../catalog/catalog';
import { type Matcher, matcherOf } from '../../catalog/match';
import type { CatalogData, Service } from '../../catalog/service';
import type { ExplainedEvidence, ExplainedService, Explanation } from '../../model/explanation';
import type { Ecosystem, FileFacts } from '../../model/facts';
import { EVIDENCE_KINDS, type Evidence, type Integration, STATUSES } from '../../model/integration';
import type { IgnoredFinding } from '../../model/project';
import { ecosystemOf } from '../code-evidence';
import { Kept } from '../kept';
import { byText } from '../order';
import type { Workspace } from '../workspace';
import { leftOutOf } from './left-out';
import { nearNames } from './near-names';
import { ruleOf } from './rule-of';

export interface Explained {
  /** Sorted by path. */
  readonly files: readonly FileFacts[];
  readonly catalog: CatalogData;
  readonly ignored: readonly IgnoredFinding[];
}

/** Gathers everything once more, without what earlier snapshots left, and tells it of what the query names. */
export function explain({ files, catalog: data, ignored }: Explained, query: string): Explanation {
  const catalog = catalogOf(data);
  const matcher = matcherOf(catalog);
  const ids = idsOf(catalog, matcher, query.trim());
  if (ids.length === 0) return { query, services: [], didYouMean: nearNames(catalog, query), leftOut: [] };
  const joined = new Kept().joined(files, matcher);
  const { workspace } = joined;
  const integrations = new Map(joined.integrations.map((one) => [one.id, one]));
  const services = ids.flatMap((id): readonly ExplainedService[] => {
    const service = catalog.service(id);
    if (service === undefined) return [];
    const evidence = joined.services.get(id)?.evidence ?? [];
    const reason = ignored.find(({ integration }) => integration === id)?.reason;
    const own = catalog.own?.has(id) === true;
    const told = explained(workspace, catalog, service, evidence, integrations.get(id), reason, own);
    return [{ ...told, leftOut: leftOutOf(joined.files, workspace, service) }];
  });
  return { query, services, didYouMean: [], leftOut: [] };
}

/** What a person may call it: an id, a name, a package, a host, a variable. */
function idsOf(catalog: Catalog, matcher: Matcher, query: string): readonly string[] {
  const low = query.toLowerCase();
  if (catalog.service(low) !== undefined) return [low];
  const named = catalog.services.filter(({ name }) => name.toLowerCase() === low).map(({ id }) => id);
  if (named.length > 0) return named;
  const packages = (['npm', 'pypi', 'hex'] as const).flatMap((ecosystem) => matcher.packageOf(ecosystem, query));
  const host = query.replace(/^[a-z]+:\/\//i, '').replace(/[/?#].*$/, '');
  const others = [
    ...packages,
    ...(host.includes('.') ? matcher.hostOf(host) : []),
    ...matcher.envOf(query),
    ...matcher.envHintsOf(query),
  ];
  return [...new Set(others)];
}

function explained(
  workspace: Workspace,
  catalog: Catalog,
  service: Service,
  evidence: readonly Evidence[],
  integration: Integration | undefined,
  ignored: string | undefined,
  own: boolean,
): Omit<ExplainedService, 'leftOut'> {
  const found = integration !== undefined && ignored === undefined;
  const reason = found ? reasonOfStatus(integration) : reasonLeftOut(service, evidence, ignored);
  return {
    id: service.id,
    name: service.name,
    category: service.category,
    entry: own ? 'the project’s own services' : `catalog ${service.category}/${service.id}.json`,
    outcome: found ? 'found' : evidence.length > 0 ? 'left out' : 'not found',
    ...(reason !== undefined && { reason }),
    ...(integration !== undefined && { status: integration.status }),
    evidence: [...evidence].sort(byStrength).map((piece) => withRule(workspace, catalog, service, piece)),
  };
}

function reasonOfStatus({ status }: Integration): string | undefined {
  switch (status) {
    case 'test-only':
      return 'every place lies in a test or an example';
    case 'commented-out':
      return 'every place is commented out';
    case 'declared':
      return 'a manifest, a type or a comparison names it; nothing imports or calls it';
    default:
      return undefined;
  }
}

function reasonLeftOut(
  service: Service,
  evidence: readonly Evidence[],
  ignored: string | undefined,
): string | undefined {
  if (ignored !== undefined) return `the project file ignores it: ${ignored}`;
  if (evidence.length === 0) return undefined;
  if (service.type === 'library') return 'only the name of a variable points at it, which is not enough for a library';
  return 'only development tooling asks for its package';
}

function withRule({ modules }: Workspace, catalog: Catalog, service: Service, evidence: Evidence): ExplainedEvidence {
  const file = modules.file(evidence.path);
  const ecosystem = file && (ecosystemOf(file) ?? manifestEcosystem(file, evidence));
  const own = ruleOf(service, evidence, ecosystem);
  if (own !== undefined) return { ...evidence, rule: own };
  for (const other of catalog.services) {
    if (other.wraps?.includes(service.id) !== true) continue;
    const rule = ruleOf(other, evidence, ecosystem);
    if (rule !== undefined) return { ...evidence, rule: { ...rule, via: other.id } };
  }
  return evidence;
}

/** Which registry a manifest's line means: `openai` is a package of npm and of PyPI. */
function manifestEcosystem(file: FileFacts, { kind, line }: Evidence): Ecosystem | undefined {
  if (kind !== 'dependency') return undefined;
  const fact = file.facts.find((one) => one.kind === 'dependency' && one.range.line === line);
  return fact?.kind === 'dependency' ? fact.ecosystem : undefined;
}

function byStrength(a: Evidence, b: Evidence): number {
  return (
    STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status) ||
    EVIDENCE_KINDS.indexOf(a.kind) - EVIDENCE_KINDS.indexOf(b.kind) ||
    byText(a.path, b.path) ||
    a.line - b.line
  );
}
