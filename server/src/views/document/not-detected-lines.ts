import type { DocumentContext } from './context';

/** What was looked for and not found, so that silence is never mistaken for absence. */
export function notDetectedLines({ snapshot, isCompact }: DocumentContext): readonly string[] {
  const { notDetected, stats } = snapshot;
  if (notDetected.length === 0) return [];
  const items = notDetected.map(({ title, rules }) => `${title} (${rules} ${rules === 1 ? 'service' : 'services'})`);
  return [
    '## Not Detected',
    '',
    `Looked for in ${stats.files} ${stats.files === 1 ? 'file' : 'files'}, and not found:`,
    '',
    ...(isCompact ? [`- ${items.join(', ')}`] : items.map((item) => `- ${item}`)),
    '',
  ];
}
