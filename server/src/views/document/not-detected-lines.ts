import { groupBy } from '../../index/order';
import type { Snapshot } from '../../model/workspace';
import type { DocumentContext } from './context';
import { SECTIONS_AFTER_ENVIRONMENT, SECTIONS_BEFORE_ENVIRONMENT } from './layout';

const SECTIONS = [...SECTIONS_BEFORE_ENVIRONMENT, ...SECTIONS_AFTER_ENVIRONMENT];

/** A kind of service that the program has none of. */
interface Missing {
  readonly category: string;
  readonly title: string;
  readonly note: string;
}

/** What was looked for and not found, by the section where it would stand: silence is never mistaken for absence. */
export function notDetectedLines({ snapshot, isCompact }: DocumentContext): readonly string[] {
  const missing = [
    ...snapshot.notDetected.map(({ category, title, rules }) => ({ category, title, note: String(rules) })),
    ...namedByTests(snapshot),
  ];
  if (missing.length === 0) return [];
  const bySection = groupBy(missing, ({ category }) => headingOf(category));
  const ordered = [...bySection].sort(([a], [b]) => orderOf(a) - orderOf(b));
  return [
    '## Not Detected',
    '',
    `Looked for in ${filesText(snapshot)} and not found${isCompact ? '' : ', with the number of services looked for'}:`,
    '',
    ...(isCompact
      ? [`- ${missing.map(({ title }) => title).join(', ')}`]
      : ordered.map(([heading, members]) => `- ${heading}: ${members.map(item).join(', ')}`)),
    '',
  ];
}

/** Roughly: a file more or less that says nothing must not change the document. */
function filesText({ stats: { files } }: Snapshot): string {
  if (files < 10) return 'all files (fewer than 10)';
  const power = 10 ** (String(files).length - 1);
  const step = [5, 2, 1].find((factor) => files >= factor * power) ?? 1;
  return `all files (at least ${step * power})`;
}

function item({ title, note }: Missing): string {
  return `${title} (${note})`;
}

/**
 * Kinds of services that tests name and the program does not. Which ones is left out: what a test makes up is no
 * statement about the program.
 */
function namedByTests({ categories, integrations }: Snapshot): readonly Missing[] {
  const byCategory = groupBy(integrations, ({ category }) => category);
  return categories.flatMap(({ id, title, type }) => {
    const members = byCategory.get(id) ?? [];
    const isTested = members.length > 0 && members.every(({ status }) => status === 'test-only');
    return type === 'service' && isTested ? [{ category: id, title, note: 'named in tests only' }] : [];
  });
}

function headingOf(category: string): string {
  const section = SECTIONS.find(({ groups }) => groups.some(({ categories }) => categories.includes(category)));
  return section?.heading ?? 'Others';
}

function orderOf(heading: string): number {
  const index = SECTIONS.findIndex((section) => section.heading === heading);
  return index < 0 ? SECTIONS.length : index;
}
