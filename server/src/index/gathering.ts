import type { Fact, FileFacts } from '../model/facts';
import type { EvidenceKind, Status } from '../model/integration';
import type { Value } from '../model/value';
import { evidenceOf } from './evidence';
import type { Findings } from './findings';
import { envNamesIn } from './value-walk';
import type { Workspace } from './workspace';

/** What the gathering steps share while they read one file. */
export interface Gathering {
  readonly workspace: Workspace;
  readonly file: FileFacts;
  readonly findings: Findings;
}

/** Services that a fact names, and what it would prove of them. */
export interface Claim {
  readonly ids: readonly string[];
  readonly kind: EvidenceKind;
  readonly text: string;
  readonly status: Status;
  /** What a call means for a service, by its id. */
  readonly roles?: ReadonlyMap<string, string>;
}

/** Files the evidence of a claim under each service, and under those that it wraps. */
export function prove({ workspace, file, findings }: Gathering, fact: Fact, claim: Claim): void {
  if (claim.ids.length === 0) return;
  const evidence = evidenceOf(file, fact, claim.kind, claim.text, claim.status);
  for (const id of workspace.matcher.withWraps(claim.ids)) {
    const role = claim.roles?.get(id);
    findings.addEvidence(id, role === undefined ? evidence : { ...evidence, role });
  }
}

/** Connection strings name a service by their scheme: `postgresql+asyncpg://`. */
export function proveSchemes(gathering: Gathering, fact: Fact, values: Iterable<Value>): void {
  for (const value of values) {
    if (value.t !== 'string') continue;
    const [, scheme] = /^([a-z][a-z0-9]*(?:\+[a-z0-9]+)?):\/\//i.exec(value.v) ?? [];
    if (scheme === undefined || /^(https?|wss?|file)$/i.test(scheme)) continue;
    const ids = schemeIds(gathering.workspace, scheme);
    prove(gathering, fact, { ids, kind: 'url', text: `${scheme}://`, status: 'configured' });
  }
}

function schemeIds({ matcher }: Workspace, scheme: string): readonly string[] {
  const [database = scheme] = scheme.split('+');
  return [...new Set([...matcher.urlSchemeOf(scheme), ...matcher.urlSchemeOf(database)])];
}

/** The variables that these values read in place belong to the service. */
export function linkEnv(findings: Findings, id: string, values: Iterable<Value>): void {
  for (const name of envNamesIn(values)) findings.of(id).env.add(name);
}
