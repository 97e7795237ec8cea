import type { DocumentContext } from './context';
import { factsOf, type Placed } from './facts-of';
import { code, link } from './markdown';
import { scheduleWords } from './schedule-words';

const SHOWN_JOBS = 40;

/** Workers, queues and schedules. */
export function jobLines({ snapshot }: DocumentContext): readonly string[] {
  const jobs = factsOf(snapshot, 'job');
  const lines = [...new Set(jobs.map(jobLine))];
  const rest = lines.length - SHOWN_JOBS;
  return rest > 0 ? [...lines.slice(0, SHOWN_JOBS), `- and ${rest} more jobs`] : lines;
}

function jobLine({ fact, path, line }: Placed<'job'>): string {
  const queue = fact.queue === undefined ? '' : `, queue ${code(fact.queue)}`;
  return `- ${code(fact.name)} (${fact.system})${queue}${scheduleText(fact.schedule)} (${link({ path, line })})`;
}

function scheduleText(schedule: string | undefined): string {
  if (schedule === undefined) return '';
  const words = scheduleWords(schedule);
  return words === undefined ? `, schedule ${code(schedule)}` : `, ${words} (${code(schedule)})`;
}
