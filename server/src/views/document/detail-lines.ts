import { groupBy } from '../../index/order';
import type { Detail, Integration } from '../../model/integration';
import { code, link, plain, some, someLines } from './markdown';
import { spansOf, valueSpans } from './value-spans';

const SHOWN_LINES = 10;
const SHOWN_VALUES = 4;
/** What single calls of a library say, each with its function: one or two show what there is. */
const SHOWN_OF_USES = 2;
/** `{}_{}.xlsx`: a text that is known at run time alone. */
const HOLES = /^(?=.*\{\})(?:\{\}|[^\w{}]|_)*(?:\.\w{1,5})?$/;
/** Short facts that stand close together in one file share a line and its link: one each would be a page of them. */
const MOST_TEXT = 80;
const NEAR = 12;
const FACTS_A_LINE = 4;

interface Line {
  readonly facts: { readonly label: string; readonly details: readonly Detail[] }[];
  /** Where it starts; none takes more facts unless it has a place to start at. */
  readonly start?: Detail;
}

/** What is known of an integration's calls and settings, each group of facts with its place. */
export function detailLines(integration: Integration): readonly string[] {
  const lines: Line[] = [];
  const telling = integration.details.filter(({ text }) => !HOLES.test(text));
  for (const [label, details] of groupBy(telling, (detail) => detail.label)) {
    const start = shortFact(integration, details);
    const last = lines.at(-1);
    if (start !== undefined && last !== undefined && takes(last, start)) last.facts.push({ label, details });
    else lines.push({ facts: [{ label, details }], ...(start && { start }) });
  }
  return someLines(
    lines.map((line) => `  - ${lineText(integration, line)}`),
    SHOWN_LINES,
    'settings',
    '  ',
  );
}

function shortFact(integration: Integration, [only, ...others]: readonly Detail[]): Detail | undefined {
  if (only === undefined || others.length > 0 || only.text.length > MOST_TEXT) return undefined;
  return isOfOneUse(integration, only) ? undefined : only;
}

function takes({ start, facts }: Line, { path, line }: Detail): boolean {
  if (start === undefined || start.path !== path || facts.length >= FACTS_A_LINE) return false;
  return Math.abs(start.line - line) <= NEAR;
}

function lineText(integration: Integration, { facts, start }: Line): string {
  const [first] = facts;
  if (start === undefined || facts.length === 1) {
    const values = (first?.details ?? []).map(
      (detail) => `${valueSpans(detail.text)} (${detailPlace(integration, detail)})`,
    );
    const isOfUses = first?.details.some((detail) => isOfOneUse(integration, detail)) === true;
    const shown = integration.type === 'library' && isOfUses ? SHOWN_OF_USES : SHOWN_VALUES;
    return `${first?.label ?? ''}: ${some(values, shown)}`;
  }
  const spans = facts.flatMap(({ label, details }) => details.map(({ text }) => ({ label, ...spansOf(text) })));
  const conditions = new Set(spans.map(({ condition }) => condition));
  const [condition] = conditions;
  const isCommon = conditions.size === 1 && condition !== undefined;
  const texts = spans.map(
    ({ label, value, condition: own }) =>
      `${label}: ${value}${own === undefined || isCommon ? '' : ` (${plain(own)})`}`,
  );
  return `${texts.join('; ')}${isCommon ? ` (all ${caseText(condition)})` : ''} (${link(start)})`;
}

/** `dev` is the name of an environment; `unless DEBUG` says itself what it is. */
function caseText(condition: string): string {
  return plain(/^(?:if|unless|in|except) /.test(condition) ? condition : `in ${condition}`);
}

/** What one call of several says holds for that call alone: its function is named. */
function detailPlace(integration: Integration, detail: Detail): string {
  if (!isOfOneUse(integration, detail)) return link(detail);
  return `${link(detail)} in ${code(detail.scope ?? '')}${detail.more === undefined ? '' : ` and ${detail.more} more`}`;
}

/** Other calls of the same function, or any others of an HTTP client, do not say what this one says. */
function isOfOneUse({ category, evidence }: Integration, detail: Detail): boolean {
  if (detail.scope === undefined || detail.label === 'Metric') return false;
  const calls = evidence.filter(({ kind, status }) => kind === 'call' && status === 'called');
  const own = calls.find(({ path, line }) => path === detail.path && line === detail.line);
  const alike = calls.filter((call) => (category === 'http' ? call.scope !== own?.scope : call.text === own?.text));
  const others = alike.filter(({ path, line }) => path !== detail.path || line !== detail.line);
  return others.length > (detail.more ?? 0);
}
