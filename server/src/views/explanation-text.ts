import type { ExplainedEvidence, ExplainedService, Explanation, LeftOut } from '../model/explanation';
import type { Unrecognised } from '../model/workspace';
import { statusWord } from './icons';
import { count } from './words';

const SHOWN = 40;

/** The explanation for a person at a terminal. */
export function explanationText(told: Explanation, unrecognised: readonly Unrecognised[]): string {
  const { query, services, didYouMean, leftOut } = told;
  if (services.length > 0) return `${services.map(serviceText).join('\n\n')}\n`;
  const known = unrecognised.find(({ name }) => name === query);
  const lines = [
    known === undefined
      ? `The catalog knows nothing of the name ${query}.`
      : `${query} is unrecognised: the catalog has no service of this ${known.kind}, found in ${count(known.places.length, 'place')}.`,
    ...(didYouMean.length > 0 ? [`Did you mean ${didYouMean.join(', ')}?`] : []),
    ...(leftOut.length > 0 ? ['', 'The word stands here:', ...leftOut.map(leftOutLine)] : []),
    'A service of your own is defined in .integration-atlas.json, under "services".',
  ];
  return `${lines.join('\n')}\n`;
}

export function verdictOf({ outcome, status, reason }: ExplainedService): string {
  const verdict = outcome === 'found' && status !== undefined ? statusWord(status) : outcome;
  return reason === undefined ? verdict : `${verdict}: ${reason}`;
}

function serviceText(service: ExplainedService): string {
  const { name, id, entry, evidence, leftOut } = service;
  const lines = [`${name} (${id}): ${verdictOf(service)}`, `Rules: ${entry}`];
  if (evidence.length > 0) lines.push('', ...evidence.slice(0, SHOWN).map(evidenceLine));
  if (evidence.length > SHOWN) lines.push(`  and ${evidence.length - SHOWN} more (--json tells all)`);
  if (leftOut.length > 0) lines.push('', 'Looks alike and proves nothing:', ...leftOut.map(leftOutLine));
  if (evidence.length === 0 && leftOut.length === 0) lines.push('Nothing in this folder names it.');
  return lines.join('\n');
}

function evidenceLine(evidence: ExplainedEvidence): string {
  const { path, line, kind, text, status } = evidence;
  return `  ${path}:${line + 1}  ${kind} ${text} (${statusWord(status)})${ruleWords(evidence)}`;
}

export function ruleWords({ rule }: ExplainedEvidence): string {
  if (rule === undefined) return '';
  return `, by ${rule.field}: ${rule.text}${rule.via === undefined ? '' : ` of ${rule.via}, which wraps it`}`;
}

function leftOutLine({ path, line, kind, text, why }: LeftOut): string {
  return `  ${path}:${line + 1}  ${kind} ${text}: ${why}`;
}
