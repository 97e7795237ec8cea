import type { SettingDetailMatch } from '../catalog/match';
import type { DetailUnit } from '../catalog/service';
import type { FactOf, FileFacts } from '../model/facts';
import { detailText } from './details';
import { type Gathering, linkEnv, prove, proveSchemes } from './gathering';
import { textsOf, valuesIn } from './value-walk';

type Setting = FactOf<'setting'>;

/** Settings beside a service's own that say what a reader asks next. */
const TELLING =
  /(^|_)(model|endpoint|region|bucket|timeout|version|from|sender|queue|scope|dimensions?)(_name|_id|_url)?$/i;

/**
 * Settings prove services by value (`ENGINE: django.db.backends.postgresql`), and the settings beside such a one belong
 * to the same service: their variables (`HOST`, `PASSWORD`), and what they say (`default_model`).
 */
export function gatherSettings(gathering: Gathering): void {
  const { workspace, findings, file } = gathering;
  const settings = file.facts.filter((fact): fact is Setting => fact.kind === 'setting');
  const owners = new Map<string, Set<string>>();
  for (const fact of settings) {
    const ids = provenBy(gathering, fact);
    prove(gathering, fact, { ids, kind: 'setting', text: fact.path, status: 'configured' });
    const values = valuesIn(fact.value);
    proveSchemes(gathering, fact, values);
    if (fact.commentedOut === true) continue;
    const named = values.flatMap((value) => (value.t === 'env' ? workspace.matcher.envOf(value.name) : []));
    for (const id of [...ids, ...named]) ownersOf(owners, fact).add(id);
  }
  for (const fact of settings) {
    if (fact.commentedOut === true) continue;
    const beside = owners.get(groupOf(fact)) ?? new Set<string>();
    for (const id of beside) linkEnv(findings, id, valuesIn(fact.value));
    addDetails(gathering, fact, beside);
  }
}

function provenBy({ workspace }: Gathering, fact: Setting): readonly string[] {
  const texts = textsOf(fact.value);
  const candidates = texts.length === 0 ? [''] : texts;
  return [...new Set(candidates.flatMap((text) => workspace.matcher.settingOf(fact.system, fact.path, text)))];
}

function addDetails(gathering: Gathering, fact: Setting, beside: ReadonlySet<string>): void {
  if (gathering.file.role !== 'source' || fact.when === 'test') return;
  const last = lastPart(fact.path);
  const wanted = gathering.workspace.matcher
    .settingDetailsOf(fact.system, fact.path)
    .filter(({ id, rule }: SettingDetailMatch) => rule.beside !== true || beside.has(id));
  for (const { id, rule } of wanted)
    tell(gathering, fact, id, rule.label.replace('*', starOf(rule.path, fact.path)), rule.unit);
  if (!fact.path.includes('.') || !TELLING.test(last) || isSchemaVersion(fact)) return;
  for (const id of beside) if (!wanted.some((match) => match.id === id)) tell(gathering, fact, id, labelOf(last));
}

function tell(
  { workspace, file, findings }: Gathering,
  fact: Setting,
  id: string,
  label: string,
  unit?: DetailUnit,
): void {
  const text = detailText(workspace, file, fact.value, unit);
  if (text === undefined) return;
  const when = fact.when ?? untilOverruled(file, fact);
  const condition = when === undefined ? '' : ` (${when})`;
  findings.addDetail(id, { label, text: `${text}${condition}`, path: file.path, line: fact.range.line });
}

/** A setting that a condition below it overrules holds where the condition does not: `unless POSTGRES_DB is set`. */
function untilOverruled(file: FileFacts, { path, range }: Setting): string | undefined {
  const later = file.facts.filter(
    (fact): fact is Setting =>
      fact.kind === 'setting' && fact.path === path && fact.commentedOut !== true && fact.range.line > range.line,
  );
  const [, word, condition] = /^(if|unless) (.+)$/.exec(later[0]?.when ?? '') ?? [];
  if (later.length !== 1 || condition === undefined || / and (?:if|unless) /.test(condition)) return undefined;
  return `${word === 'if' ? 'unless' : 'if'} ${condition}`;
}

/** `version: 1` says how the setting itself is written. */
function isSchemaVersion({ path, value }: Setting): boolean {
  return lastPart(path).toLowerCase() === 'version' && value.t === 'number';
}

/** What the rule's first `*` stands for: `google` in `SOCIALACCOUNT_PROVIDERS.*.SCOPE`. */
function starOf(pattern: string, path: string): string {
  const parts = pattern.split('.');
  const at = parts.findIndex((part) => part.includes('*'));
  const [before = '', after = ''] = parts[at]?.split('*') ?? [];
  const whole = path.split('.')[at] ?? lastPart(path);
  return whole.slice(before.length, whole.length - after.length);
}

/** `default_model` as a label: `Default model`. */
function labelOf(name: string): string {
  const words = name.replace(/_/g, ' ').toLowerCase().trim();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function ownersOf(owners: Map<string, Set<string>>, fact: Setting): Set<string> {
  const group = groupOf(fact);
  const known = owners.get(group) ?? new Set<string>();
  owners.set(group, known);
  return known;
}

/** Settings beside each other: of one parent, and holding under the same condition. */
function groupOf({ path, when }: Setting): string {
  const dot = path.lastIndexOf('.');
  return `${dot < 0 ? path : path.slice(0, dot)}\n${when ?? ''}`;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
