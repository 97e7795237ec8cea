import type { CallFact, Fact, FileFacts } from '../model/facts';
import type { Keywords, Value } from '../model/value';
import { claimOf, commandClaims, scriptClaims } from './claim-of';
import { importsOfServices } from './code-evidence';
import { callDetails } from './details';
import { FileFindings } from './file-findings';
import { type Added, nothing } from './fold';
import { gatherRequests } from './gather-requests';
import { gatherSettings } from './gather-settings';
import { type Claim, type Gathering, linkEnv, prove, proveSchemes } from './gathering';
import type { ServiceFacts } from './service-findings';
import { valuesIn, valuesOf } from './value-walk';
import type { Workspace } from './workspace';

/**
 * Reads every fact of a file and files what it proves under the services that it names. It may rest on other files and
 * settings, but only as far as the workspace is asked for them.
 */
export function findingsIn(workspace: Workspace, file: FileFacts): Added<ServiceFacts> {
  const imports = importsOfServices(workspace, file);
  if (imports.length === 0 && file.facts.length === 0) return nothing();
  const findings = new FileFindings();
  const gathering = { workspace, file, findings };
  for (const fact of imports) gatherFact(gathering, fact);
  for (const fact of file.facts) gatherFact(gathering, fact);
  gatherSettings(gathering);
  gatherRequests(gathering);
  return findings.added();
}

function gatherFact(gathering: Gathering, fact: Fact): void {
  const { workspace, file, findings } = gathering;
  const claim = claimOf(gathering, fact);
  if (claim !== undefined) prove(gathering, fact, claim);
  switch (fact.kind) {
    case 'dependency': {
      const written = { ...fact, version: workspace.versions.written(file.path, fact) };
      const resolved = workspace.versions.resolved(file.path, fact);
      // `celery[redis]` proves Redis, but the version is Celery's.
      for (const id of workspace.matcher.packageOf(fact.ecosystem, fact.name))
        findings.addPackage(id, file, written, resolved);
      break;
    }
    case 'call': {
      if (claim === undefined) break;
      const values = argumentsOf(gathering, fact.args, fact.keywords);
      if (claim.ids.length > 0) {
        linkHandedOver(gathering, fact, claim.ids);
        addDetails(gathering, fact, claim);
        addClients(gathering, fact, claim);
      }
      proveSchemes(gathering, fact, values);
      break;
    }
    case 'manifest':
      for (const [script, proof] of scriptClaims(gathering, fact)) prove(gathering, script, proof);
      break;
    case 'configFile':
      for (const [started, proof] of commandClaims(gathering, fact)) prove(gathering, started, proof);
      break;
    case 'envRead':
    case 'envDeclaration':
      for (const id of claim?.ids ?? []) findings.of(id).env.add(fact.name);
      if (fact.kind === 'envRead' && fact.default !== undefined) {
        proveSchemes(gathering, fact, [{ t: 'string', v: fact.default }]);
      }
      break;
    default:
  }
}

/** A client belongs to the variables it is built with; what is handed to a logger or a query is its own affair. */
function linkHandedOver({ workspace, file, findings }: Gathering, fact: CallFact, ids: readonly string[]): void {
  const direct = [...fact.args, ...Object.values(fact.keywords)].flatMap(handedOver);
  const values = direct.map((value) => workspace.values.follow(file, value));
  for (const id of ids) {
    if (fact.construct === true || workspace.matcher.service(id)?.type === 'service') linkEnv(findings, id, values);
  }
}

/** What a call is given as it is: a variable inside an address (`${WEB_URL}/success`) belongs to the address. */
function handedOver(value: Value): readonly Value[] {
  if (value.t === 'map') return Object.values(value.entries).flatMap(handedOver);
  if (value.t === 'either') return value.options.flatMap(handedOver);
  return value.t === 'env' || value.t === 'ref' ? [value] : [];
}

/** All values among the arguments, names followed to what they are bound to. */
function argumentsOf({ workspace, file }: Gathering, args: readonly Value[], keywords: Keywords): readonly Value[] {
  const values = [...args.flatMap(valuesIn), ...valuesOf(keywords)];
  return values.map((value) => workspace.values.follow(file, value));
}

function addDetails({ workspace, file, findings }: Gathering, fact: CallFact, { ids, text: callee }: Claim): void {
  for (const { id, rule } of workspace.matcher.detailsOf(callee)) {
    if (fact.commentedOut === true || !ids.includes(id)) continue;
    for (const detail of callDetails(workspace, file, fact, rule)) {
      findings.addDetail(id, {
        ...detail,
        path: file.path,
        line: fact.range.line,
        ...(fact.scope !== undefined && { scope: fact.scope }),
      });
    }
  }
}

const ADDRESS = /^(?:Endpoint|Base URL|API base|Host)$/;

/** Calls that may name the address they go to are clients; whose address it is decides whose client. */
function addClients({ workspace, file, findings }: Gathering, fact: CallFact, { ids, text: callee }: Claim): void {
  if (fact.commentedOut === true) return;
  const texts = new Map<string, string[]>();
  for (const { id, rule } of workspace.matcher.detailsOf(callee)) {
    if (!ids.includes(id) || !ADDRESS.test(rule.label) || workspace.matcher.service(id)?.type !== 'service') continue;
    const told = callDetails(workspace, file, fact, rule).map(({ text }) => text);
    texts.set(id, [...(texts.get(id) ?? []), ...told]);
  }
  for (const [id, addresses] of texts) {
    const host = addresses.map((text) => /^https?:\/\/([^/\s:]+)/.exec(text)?.[1]).find((found) => found !== undefined);
    const [owner] = host === undefined ? [] : workspace.matcher.hostOf(host.replace(/\{\w*\}/g, '{}'));
    const isOther = owner !== undefined && owner !== id && workspace.matcher.service(owner)?.type === 'service';
    findings.addClient(id, { path: file.path, line: fact.range.line, to: isOther ? owner : undefined });
  }
}
