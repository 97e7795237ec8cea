import type { FactOf } from '../model/facts';
import { type Gathering, linkEnv, prove, proveSchemes } from './gathering';
import { valueText } from './value-text';
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
    const values = [...valuesIn(fact.value)];
    proveSchemes(gathering, fact, values);
    addDetails(gathering, fact);
    if (fact.commentedOut === true) continue;
    const named = values.flatMap((value) => (value.t === 'env' ? workspace.matcher.envOf(value.name) : []));
    for (const id of [...ids, ...named]) ownersOf(owners, fact).add(id);
  }
  for (const fact of settings) {
    if (fact.commentedOut === true) continue;
    for (const id of owners.get(groupOf(fact)) ?? []) {
      linkEnv(findings, id, valuesIn(fact.value));
      if (fact.path.includes('.') && TELLING.test(lastPart(fact.path))) tell(gathering, fact, id, lastPart(fact.path));
    }
  }
}

function provenBy({ workspace }: Gathering, fact: Setting): readonly string[] {
  const texts = textsOf(fact.value);
  const candidates = texts.length === 0 ? [''] : texts;
  return [...new Set(candidates.flatMap((text) => workspace.matcher.settingOf(fact.system, fact.path, text)))];
}

function addDetails(gathering: Gathering, fact: Setting): void {
  if (fact.commentedOut === true) return;
  for (const { id, label } of gathering.workspace.matcher.settingDetailsOf(fact.system, fact.path)) {
    tell(gathering, fact, id, label.replace('*', lastPart(fact.path)));
  }
}

function tell({ workspace, file, findings }: Gathering, fact: Setting, id: string, label: string): void {
  if (file.role !== 'source') return;
  const text = valueText(workspace.values.follow(file, fact.value));
  if (text === undefined || text === '' || /^\{\w+\}$/.test(text)) return;
  findings.addDetail(id, { label, text, path: file.path, line: fact.range.line });
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
