import { compactIntegrationLine, compactItems } from './compact-lines';
import type { DocumentContext } from './context';
import { integrationLines } from './integration-lines';
import { shorterItems } from './shorter-items';

/** A group of integrations below a bold title. */
export interface Group {
  readonly title: string;
  readonly categories: readonly string[];
  /** Said even when nothing was found, so that silence is never mistaken for absence. */
  readonly always?: boolean;
  /** A list too long for a compact document. */
  readonly fullOnly?: boolean;
  /** Lines after the integrations: what is known beyond them. */
  readonly more?: (context: DocumentContext) => readonly string[];
}

export interface Section {
  readonly heading: string;
  readonly groups: readonly Group[];
  /** Said even when all groups are empty. */
  readonly always?: boolean;
}

export const NOT_DETECTED = '- Not detected';

/** A section's lines; none where it has nothing to say. */
export function sectionLines(context: DocumentContext, section: Section): readonly string[] {
  const blocks = section.groups.flatMap((group) => {
    const lines = groupLines(context, group);
    return lines.length === 0 ? [] : [[`**${group.title}:**`, '', ...lines, '']];
  });
  if (blocks.length === 0) return section.always === true ? [`## ${section.heading}`, '', NOT_DETECTED, ''] : [];
  return [`## ${section.heading}`, '', ...blocks.flat()];
}

function groupLines(context: DocumentContext, group: Group): readonly string[] {
  const { isCompact } = context;
  if (isCompact && group.fullOnly === true) return [];
  const more = group.more?.(context) ?? [];
  const lines = [
    ...group.categories
      .flatMap((category) => context.of(category))
      .flatMap((integration) =>
        isCompact ? compactIntegrationLine(context, integration) : integrationLines(context, integration),
      ),
    ...(isCompact ? compactItems(more) : more),
  ];
  if (lines.length === 0) return group.always === true ? [NOT_DETECTED] : [];
  return shorterItems(lines);
}
