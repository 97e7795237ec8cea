import type { Steps } from '../../index/steps';
import type { Integration } from '../../model/integration';
import { compactIntegrationLine, compactItems } from './compact-lines';
import type { DocumentContext } from './context';
import { writeFolds } from './folds';
import { integrationLines } from './integration-lines';
import { pathsIn } from './places';

/** A group of integrations below a heading of its own. */
export interface Group {
  readonly title: string;
  readonly categories: readonly string[];
  /** Ids of services: these alone, or all but these. */
  readonly only?: readonly string[];
  readonly but?: readonly string[];
  /** Said even when nothing was found, so that silence is never mistaken for absence. */
  readonly always?: boolean;
  /** A list too long for a compact document. */
  readonly fullOnly?: boolean;
  /** Lines after the integrations: what is known beyond them, given the files that the section names already. */
  readonly more?: (context: DocumentContext, told: ReadonlySet<string>) => readonly string[];
}

export interface Section {
  readonly heading: string;
  readonly groups: readonly Group[];
  /** Said even when all groups are empty. */
  readonly always?: boolean;
}

export const NOT_DETECTED = '- Not detected';

/** A section's lines, a group a step; none where it has nothing to say. */
export function* sectionSteps(context: DocumentContext, section: Section): Steps<readonly string[]> {
  if (context.isCompact) return yield* compactSectionSteps(context, section);
  const told = new Set<string>();
  const blocks: string[] = [];
  for (const group of section.groups) {
    const lines = groupLines(context, group, told);
    if (lines.length > 0) blocks.push(`### ${group.title}`, ...lines, '');
    yield;
  }
  if (blocks.length === 0) return section.always === true ? [`## ${section.heading}`, '', NOT_DETECTED, ''] : [];
  return [`## ${section.heading}`, '', ...blocks];
}

function groupLines(context: DocumentContext, group: Group, told: Set<string>): readonly string[] {
  const lines = unfolded(
    context,
    integrationsOf(context, group).flatMap((integration) => integrationLines(context, integration)),
  );
  for (const path of pathsIn(lines)) told.add(path);
  const more = unfolded(context, group.more?.(context, told) ?? []);
  for (const path of pathsIn(more)) told.add(path);
  const all = [...lines, ...more];
  if (all.length === 0) return group.always === true ? [NOT_DETECTED] : [];
  return all;
}

/** What follows counts lines and places, so what a fold hides must be gone. */
function unfolded({ isFull }: DocumentContext, lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => writeFolds(line, isFull).split('\n'));
}

/** One list a section: what belongs to a group without naming itself names the group. */
function* compactSectionSteps(context: DocumentContext, section: Section): Steps<readonly string[]> {
  const lines: string[] = [];
  const missing: string[] = [];
  for (const group of section.groups) {
    if (group.fullOnly === true) continue;
    const integrations = integrationsOf(context, group);
    lines.push(...integrations.map((integration) => compactIntegrationLine(context, integration)));
    const told = new Set(pathsIn(lines));
    const more = compactItems(unfolded(context, group.more?.(context, told) ?? []));
    lines.push(...more.map((line) => line.replace(/^- /, () => `- ${group.title}: `)));
    if (integrations.length + more.length === 0 && group.always === true) missing.push(group.title);
    yield;
  }
  if (lines.length + missing.length === 0 && section.always !== true) return [];
  const last = lines.length === 0 && missing.length === 0 ? [NOT_DETECTED] : [];
  if (missing.length > 0) last.push(`${NOT_DETECTED}: ${missing.join(', ')}`);
  return [`## ${section.heading}`, '', ...lines, ...last, ''];
}

function integrationsOf(context: DocumentContext, { categories, only, but }: Group): readonly Integration[] {
  return categories
    .flatMap((category) => context.of(category))
    .filter(({ id }) => (only?.includes(id) ?? true) && !(but?.includes(id) ?? false));
}
