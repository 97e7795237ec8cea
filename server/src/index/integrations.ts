import type { Service } from '../catalog/service';
import { type Evidence, type Integration, type PackageUse, STATUSES, type Status } from '../model/integration';
import type { Applications } from './applications';
import { byText, distinct } from './order';
import { orderedDetails } from './order-details';
import type { ServiceFacts } from './service-findings';

/** What is found of a service as an integration, if it amounts to one. */
export function integrationOf(
  { nameOf }: Applications,
  service: Service,
  found: ServiceFacts,
): Integration | undefined {
  if (!isIntegration(service, found)) return undefined;
  const { evidence } = found;
  return {
    id: service.id,
    name: service.name,
    category: service.category,
    purpose: service.purpose,
    ...(service.docs !== undefined && { docs: service.docs }),
    type: service.type,
    status: strongest(evidence),
    applications: applicationsOf(evidence, nameOf),
    packages: [...found.packages].sort((a, b) => byText(a.path, b.path) || a.line - b.line || byText(a.name, b.name)),
    env: distinct(found.env),
    details: orderedDetails(service, found.details),
    evidence,
  };
}

/** Sorted by category and id. */
export function byCategory(a: Integration, b: Integration): number {
  return byText(a.category, b.category) || byText(a.id, b.id);
}

/**
 * A service that nothing but development tooling asks for is no integration, and neither is a library that only a
 * variable's name points at.
 */
function isIntegration(service: Service, { evidence, packages }: ServiceFacts): boolean {
  if (evidence.length === 0) return false;
  if (service.type === 'library') return evidence.some(({ kind }) => kind !== 'env');
  return !(packages.length > 0 && evidence.every(({ kind }) => kind === 'dependency') && packages.every(isTooling));
}

function isTooling(use: PackageUse): boolean {
  return use.group === 'dev' || use.group === 'build';
}

function strongest(evidence: readonly Evidence[]): Status {
  const found = new Set(evidence.map(({ status }) => status));
  return STATUSES.find((status) => found.has(status)) ?? 'declared';
}

/** Of evidence in the order of paths. */
function applicationsOf(evidence: readonly Evidence[], nameOf: Applications['nameOf']): readonly string[] {
  const names = new Set<string>();
  let last: string | undefined;
  for (const { path } of evidence) {
    if (path !== last) names.add(nameOf(path));
    last = path;
  }
  return distinct(names);
}
