import { groupBy } from '../../index/order';
import type { DocumentContext } from './context';
import { SECTIONS_AFTER_ENVIRONMENT, SECTIONS_BEFORE_ENVIRONMENT } from './layout';

const SECTIONS = [...SECTIONS_BEFORE_ENVIRONMENT, ...SECTIONS_AFTER_ENVIRONMENT];

/** What was looked for and not found, by the section where it would stand: silence is never mistaken for absence. */
export function notDetectedLines({ snapshot, isCompact }: DocumentContext): readonly string[] {
  const { notDetected, stats } = snapshot;
  if (notDetected.length === 0) return [];
  const item = ({ title, rules }: (typeof notDetected)[number]): string => `${title} (${rules})`;
  const bySection = groupBy(notDetected, ({ category }) => headingOf(category));
  const ordered = [...bySection].sort(([a], [b]) => orderOf(a) - orderOf(b));
  return [
    '## Not Detected',
    '',
    `Looked for in ${stats.files} ${stats.files === 1 ? 'file' : 'files'} and not found${isCompact ? '' : ', with the number of services looked for'}:`,
    '',
    ...(isCompact
      ? [`- ${notDetected.map(({ title }) => title).join(', ')}`]
      : ordered.map(([heading, members]) => `- ${heading}: ${members.map(item).join(', ')}`)),
    '',
  ];
}

function headingOf(category: string): string {
  const section = SECTIONS.find(({ groups }) => groups.some(({ categories }) => categories.includes(category)));
  return section?.heading ?? 'Others';
}

function orderOf(heading: string): number {
  const index = SECTIONS.findIndex((section) => section.heading === heading);
  return index < 0 ? SECTIONS.length : index;
}
