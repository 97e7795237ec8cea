import type { CallFact, Fact, FactOf, FileFacts } from '../model/facts';
import type { EvidenceKind, Status } from '../model/integration';
import type { Keywords, Value } from '../model/value';
import { servicesOfCall, servicesOfImport } from './code-evidence';
import { detailText } from './details';
import { evidenceOf } from './evidence';
import { Findings } from './findings';
import { valueText } from './value-text';
import { envNamesIn, textsOf, valuesIn, valuesOf } from './value-walk';
import type { Workspace } from './workspace';

/** Reads every fact of the workspace and files what it proves under the services that it names. */
export function gatherFindings(workspace: Workspace): Findings {
  const findings = new Findings();
  for (const file of workspace.files) {
    const context = { workspace, file, findings };
    for (const fact of file.facts) gatherFact(context, fact);
    gatherSettings(context);
  }
  return findings;
}

interface Context {
  readonly workspace: Workspace;
  readonly file: FileFacts;
  readonly findings: Findings;
}

function gatherFact(context: Context, fact: Fact): void {
  const { file, findings } = context;
  const claim = claimOf(context, fact);
  if (claim !== undefined) prove(context, fact, claim);
  switch (fact.kind) {
    case 'dependency': {
      const resolved = context.workspace.resolveVersion(file.path, fact);
      for (const id of claim?.ids ?? []) findings.addPackage(id, file, fact, resolved);
      break;
    }
    case 'call': {
      const values = argumentsOf(context, fact.args, fact.keywords);
      if (file.role === 'source' && claim !== undefined) {
        for (const id of claim.ids) linkEnv(findings, id, values);
        addDetails(context, fact, claim);
      }
      proveSchemes(context, fact, values);
      break;
    }
    case 'envRead':
    case 'envDeclaration':
      for (const id of claim?.ids ?? []) findings.of(id).env.add(fact.name);
      if ('default' in fact && fact.default !== undefined)
        proveSchemes(context, fact, [{ t: 'string', v: fact.default }]);
      break;
    default:
  }
}

/** Services that a fact names, and what it would prove of them. */
interface Claim {
  readonly ids: readonly string[];
  readonly kind: EvidenceKind;
  readonly text: string;
  readonly status: Status;
  readonly roles?: ReadonlyMap<string, string>;
}

function claimOf({ workspace, file }: Context, fact: Fact): Claim | undefined {
  const { matcher } = workspace;
  const configured = (ids: readonly string[], kind: EvidenceKind, text: string): Claim => ({
    ids,
    kind,
    text,
    status: 'configured',
  });
  switch (fact.kind) {
    case 'dependency':
      return {
        ids: matcher.packageOf(fact.ecosystem, fact.name),
        kind: 'dependency',
        text: fact.name,
        status: 'declared',
      };
    case 'import': {
      const status = fact.typeOnly === true ? 'declared' : 'imported';
      return { ids: servicesOfImport(workspace, file, fact), kind: 'import', text: fact.module, status };
    }
    case 'call': {
      const { ids, callee, roles } = servicesOfCall(workspace, file, fact);
      return { ids, kind: 'call', text: callee, status: 'called', roles };
    }
    case 'url':
      return {
        ids: matcher.hostOf(fact.host),
        kind: 'url',
        text: fact.url,
        status: fact.fetched === true ? 'called' : 'configured',
      };
    case 'envRead':
    case 'envDeclaration':
      return configured(matcher.envOf(fact.name), 'env', fact.name);
    case 'image':
      return configured(matcher.imageOf(fact.image), 'image', fact.image);
    case 'action':
      return configured(matcher.actionOf(fact.uses), 'action', fact.uses);
    case 'workflow':
      return configured(matcher.workflowOf(fact.system), 'workflow', fact.name ?? fact.system);
    case 'configFile':
      return configured(matcher.configFileOf(fact.name), 'config', fact.name);
    default:
      return undefined;
  }
}

/**
 * Settings prove services by value (`ENGINE: django.db.backends.postgresql`), and the variables of settings beside
 * such a one (`HOST`, `PASSWORD`) belong to the same service.
 */
function gatherSettings(context: Context): void {
  const { workspace, file, findings } = context;
  const byParent = new Map<string, string[]>();
  const settings = file.facts.filter((fact) => fact.kind === 'setting');
  for (const fact of settings) {
    const texts = textsOf(fact.value);
    const ids = new Set(
      (texts.length === 0 ? [''] : texts).flatMap((text) => workspace.matcher.settingOf(fact.system, fact.path, text)),
    );
    prove(context, fact, { ids: [...ids], kind: 'setting', text: fact.path, status: 'configured' });
    if (ids.size > 0 && fact.commentedOut !== true)
      byParent.set(groupOf(fact), [...(byParent.get(groupOf(fact)) ?? []), ...ids]);
    addSettingDetails(context, fact);
    proveSchemes(context, fact, [...valuesIn(fact.value)]);
  }
  for (const fact of settings) {
    for (const id of byParent.get(groupOf(fact)) ?? []) linkEnv(findings, id, [...valuesIn(fact.value)]);
  }
}

function addSettingDetails({ workspace, file, findings }: Context, fact: FactOf<'setting'>): void {
  if (file.role !== 'source' || fact.commentedOut === true) return;
  for (const { id, label } of workspace.matcher.settingDetailsOf(fact.system, fact.path)) {
    const text = valueText(workspace.values.follow(file, fact.value));
    if (text === undefined || text === '') continue;
    const name = fact.path.slice(fact.path.lastIndexOf('.') + 1);
    const shown = label.replace('*', name);
    findings.addDetail(id, { label: shown, text, path: file.path, line: fact.range.line });
  }
}

/** Settings beside each other: of one parent, and holding under the same condition. */
function groupOf({ path, when }: FactOf<'setting'>): string {
  const dot = path.lastIndexOf('.');
  return `${dot < 0 ? path : path.slice(0, dot)}\n${when ?? ''}`;
}

/** Connection strings name a service by their scheme: `postgresql+asyncpg://`. */
function proveSchemes(context: Context, fact: Fact, values: readonly Value[]): void {
  for (const value of values) {
    if (value.t !== 'string') continue;
    const scheme = /^([a-z][a-z0-9]*)(?:\+[a-z0-9]+)?:\/\//i.exec(value.v)?.[1];
    if (scheme === undefined || /^(https?|wss?|file)$/i.test(scheme)) continue;
    const ids = context.workspace.matcher.urlSchemeOf(scheme);
    prove(context, fact, { ids, kind: 'url', text: `${scheme}://`, status: 'configured' });
  }
}

/** All values among the arguments, names followed to what they are bound to. */
function argumentsOf({ workspace, file }: Context, args: readonly Value[], keywords: Keywords): readonly Value[] {
  const values = [...args.flatMap((arg) => [...valuesIn(arg)]), ...valuesOf(keywords)];
  return values.map((value) => workspace.values.follow(file, value));
}

function addDetails({ workspace, file, findings }: Context, fact: CallFact, { ids, text: callee }: Claim): void {
  for (const { id, rule } of workspace.matcher.detailsOf(callee)) {
    const text = ids.includes(id) ? detailText(workspace, file, fact, rule) : undefined;
    if (text !== undefined) findings.addDetail(id, { label: rule.label, text, path: file.path, line: fact.range.line });
  }
}

function linkEnv(findings: Findings, id: string, values: readonly Value[]): void {
  for (const name of envNamesIn(values)) findings.of(id).env.add(name);
}

function prove({ workspace, file, findings }: Context, fact: Fact, claim: Claim): void {
  if (claim.ids.length === 0) return;
  const evidence = evidenceOf(file, fact, claim.kind, claim.text, claim.status);
  for (const id of workspace.matcher.withWraps(claim.ids)) {
    const role = claim.roles?.get(id);
    findings.addEvidence(id, role === undefined ? evidence : { ...evidence, role });
  }
}
