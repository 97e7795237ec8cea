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

/** Puts together what files found of a service, in their order. */
export function joinedFacts(files: readonly ServiceFacts[]): ServiceFacts {
  return {
    evidence: files.flatMap(({ evidence }) => evidence),
    packages: files.flatMap(({ packages }) => packages),
    env: distinctIn(files.flatMap(({ env }) => env)),
    details: detailsOf(files),
    clients: files.flatMap(({ clients }) => clients),
  };
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
