import type { Detail, Evidence, PackageUse } from '../model/integration';
import { type Client, type Finding, Findings } from './findings';
import { byText } from './order';

/** What is found of one service, in one file or in all. */
export interface ServiceFacts {
  /** By place. */
  readonly evidence: readonly Evidence[];
  readonly packages: readonly PackageUse[];
  readonly env: readonly string[];
  readonly details: readonly Detail[];
  readonly clients: readonly Client[];
}

/** Puts together what files found of a service, in their order: thousands of files may have found some services. */
export function joinedFacts(files: readonly ServiceFacts[]): ServiceFacts {
  const evidence: Evidence[] = [];
  const packages: PackageUse[] = [];
  const env = new Set<string>();
  const clients: Client[] = [];
  for (const file of files) {
    for (const piece of file.evidence) evidence.push(piece);
    for (const use of file.packages) packages.push(use);
    for (const name of file.env) env.add(name);
    for (const client of file.clients) clients.push(client);
  }
  return { evidence, packages, env: [...env], details: detailsOf(files), clients };
}

/** The same with more variables. */
export function withEnv(facts: ServiceFacts, names: readonly string[]): ServiceFacts {
  return names.length === 0 ? facts : { ...facts, env: distinctIn([...facts.env, ...names]) };
}

/** The same to be changed, each piece under its key. */
export function findingOf({ evidence, packages, env, details }: ServiceFacts): Finding {
  return {
    evidence: new Map(evidence.map((piece) => [`${piece.path}\n${piece.line}\n${piece.kind}`, piece])),
    packages: new Map(packages.map((use) => [`${use.ecosystem}:${use.name}\n${use.path}\n${use.line}`, use])),
    env: new Set(env),
    details: new Map(details.map((detail) => [`${detail.label}\n${detail.text}`, detail])),
  };
}

export function factsOfFinding({ evidence, packages, env, details }: Finding): ServiceFacts {
  return {
    evidence: [...evidence.values()].sort(byPlace),
    packages: [...packages.values()],
    env: [...env],
    details: [...details.values()],
    clients: [],
  };
}

export function byPlace(a: Evidence, b: Evidence): number {
  return byText(a.path, b.path) || a.line - b.line || a.column - b.column || byText(a.kind, b.kind);
}

function detailsOf(files: readonly ServiceFacts[]): readonly Detail[] {
  const findings = new Findings();
  for (const { details } of files) for (const detail of details) findings.addDetail('', detail);
  return [...(findings.all.get('')?.details.values() ?? [])];
}

function distinctIn(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
