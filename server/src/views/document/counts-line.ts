import type { Snapshot } from '../../model/workspace';

/** How much the document tells, and from how much. */
export function countsLine({ integrations, applications, stats }: Snapshot): string {
  const told = integrations.filter(({ status }) => status !== 'test-only' && status !== 'commented-out');
  const within = applications.length === 0 ? '' : ` in ${count(applications.length, 'application')}`;
  return `${count(told.length, 'integration')}${within}; ${count(stats.files, 'file')} read`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
