import type { Service } from '../catalog/service';
import { type Evidence, type Integration, type PackageUse, STATUSES, type Status } from '../model/integration';
import type { Finding, Findings } from './findings';
import { byText, distinct } from './order';
import { orderedDetails } from './order-details';
import type { Workspace } from './workspace';

/** The findings that amount to an integration, sorted by category and name. */
export function integrationsOf(workspace: Workspace, findings: Findings): readonly Integration[] {
  const integrations: Integration[] = [];
  for (const [id, finding] of findings.all) {
    const service = workspace.matcher.service(id);
    if (service === undefined || !isIntegration(service, finding)) continue;
    integrations.push(integrationOf(workspace, service, finding));
  }
  return integrations.sort((a, b) => byText(a.category, b.category) || byText(a.id, b.id));
}

function integrationOf(workspace: Workspace, service: Service, finding: Finding): Integration {
  const evidence = [...finding.evidence.values()].sort(byPlace);
  return {
    id: service.id,
    name: service.name,
    category: service.category,
    purpose: service.purpose,
    ...(service.docs !== undefined && { docs: service.docs }),
    type: service.type,
    status: strongest(evidence),
    applications: distinct(evidence.map(({ path }) => workspace.applications.nameOf(path))),
    packages: [...finding.packages.values()].sort(
      (a, b) => byText(a.path, b.path) || a.line - b.line || byText(a.name, b.name),
    ),
    env: distinct(finding.env),
    details: orderedDetails(service, [...finding.details.values()]),
    evidence,
  };
}

/**
 * A service that nothing but development tooling asks for is no integration, and neither is a library that only a
 * variable's name points at.
 */
function isIntegration(service: Service, finding: Finding): boolean {
  const evidence = [...finding.evidence.values()];
  if (evidence.length === 0) return false;
  if (service.type === 'library') return evidence.some(({ kind }) => kind !== 'env');
  const packages = [...finding.packages.values()];
  return !(packages.length > 0 && evidence.every(({ kind }) => kind === 'dependency') && packages.every(isTooling));
}

function isTooling(use: PackageUse): boolean {
  return use.group === 'dev' || use.group === 'build';
}

function strongest(evidence: readonly Evidence[]): Status {
  return STATUSES.find((status) => evidence.some((piece) => piece.status === status)) ?? 'declared';
}

function byPlace(a: Evidence, b: Evidence): number {
  return byText(a.path, b.path) || a.line - b.line || a.column - b.column || byText(a.kind, b.kind);
}
