import type { DocumentContext } from './context';

/** What was looked for and not found, so that silence is never mistaken for absence. */
export function notDetectedLines({ snapshot }: DocumentContext): readonly string[] {
  const { notDetected, stats } = snapshot;
  if (notDetected.length === 0) return [];
  return [
    '## Not Detected',
    '',
    `Looked for in ${stats.files} files:`,
    '',
    ...notDetected.map(
      ({ title, rules }) => `- ${title} (${rules} ${rules === 1 ? 'service' : 'services'} looked for)`,
    ),
    '',
  ];
}
