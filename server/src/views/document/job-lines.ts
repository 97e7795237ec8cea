import { groupBy } from '../../index/order';
import type { DocumentContext } from './context';
import { factsOf, type Placed } from './facts-of';
import { code, link, plain, some, someLines } from './markdown';
import { scheduleWords } from './schedule-words';

const SHOWN_JOBS = 40;
/** Above this, jobs that have neither queue nor schedule share a line: their names are all that is known. */
const MANY_PLAIN = 4;
const SHOWN_PLAIN = 20;
const SHOWN_PLACES = 4;

/** What the facts of several places say of one job: where it is defined, queued, scheduled. */
interface Job {
  readonly system: string;
  readonly names: readonly string[];
  readonly facts: readonly Placed<'job'>[];
}

/** Workers, queues and schedules. */
export function jobLines({ snapshot }: DocumentContext): readonly string[] {
  const jobs = jobsOf(factsOf(snapshot, 'job'));
  const plainJobs = jobs.filter(({ facts }) =>
    facts.every(({ fact }) => fact.queue === undefined && fact.schedule === undefined),
  );
  const isMany = plainJobs.length > MANY_PLAIN;
  const told = isMany ? jobs.filter((job) => !plainJobs.includes(job)) : jobs;
  return [
    ...someLines([...new Set(told.map(jobLine))], SHOWN_JOBS, 'jobs'),
    ...(isMany ? plainLines(plainJobs, told.length > 0) : []),
  ];
}

function plainLines(jobs: readonly Job[], areOthers: boolean): readonly string[] {
  return [...groupBy(jobs, ({ system }) => system)].map(([system, members]) => {
    const texts = members.map(({ names, facts: [first] }) =>
      first === undefined ? code(names[0] ?? '') : `${code(names[0] ?? '')} (${link(first)})`,
    );
    return `- ${areOthers ? 'Without a schedule' : 'Jobs'} (${plain(system)}): ${some(texts, SHOWN_PLAIN)}`;
  });
}

function jobsOf(facts: readonly Placed<'job'>[]): readonly Job[] {
  const jobs: { system: string; names: string[]; facts: Placed<'job'>[] }[] = [];
  // Full names first, so that the shorter ones of definitions find them.
  for (const found of [...facts].sort((a, b) => b.fact.name.length - a.fact.name.length)) {
    const { system, name } = found.fact;
    const job = jobs.find((known) => known.system === system && known.names.some((full) => isSame(full, name, found)));
    if (job === undefined) jobs.push({ system, names: [name], facts: [found] });
    else job.facts.push(found);
  }
  const order = new Map(facts.map((found, index) => [found, index]));
  const first = ({ facts: own }: Job): number => Math.min(...own.map((found) => order.get(found) ?? 0));
  return jobs.sort((a, b) => first(a) - first(b));
}

/** `core.tasks.clean` is the `clean` that `core/tasks.py` defines. */
function isSame(full: string, name: string, { path }: Placed<'job'>): boolean {
  if (full === name) return true;
  if (!full.endsWith(`.${name}`)) return false;
  const module = full.slice(0, -name.length - 1).replaceAll('.', '/');
  return path.replace(/\.\w+$/, '').endsWith(module);
}

function jobLine({ system, names, facts }: Job): string {
  const queues = [...new Set(facts.flatMap(({ fact }) => fact.queue ?? []))].map((queue) => `queue ${code(queue)}`);
  const attempts = [...new Set(facts.flatMap(({ fact }) => fact.attempts ?? []))].map((count) => `${count} attempts`);
  const schedules = facts.flatMap(({ fact }) => (fact.schedule === undefined ? [] : [fact]));
  const isSeveral = schedules.length > 1;
  const times = schedules.map(({ schedule = '', entry }) =>
    entry === undefined || (!isSeveral && entry === names[0])
      ? scheduleText(schedule)
      : `${scheduleText(schedule)} as ${code(entry)}`,
  );
  const notes = [...queues, ...new Set(times), ...attempts];
  const places = [...new Set(facts.map(link))];
  return `- ${code(names[0] ?? '')} (${plain(system)})${notes.length === 0 ? '' : `, ${notes.join(', ')}`} (${some(places, SHOWN_PLACES)})`;
}

/** Python's intervals are told in words already. */
function scheduleText(schedule: string): string {
  const words = scheduleWords(schedule);
  if (words !== undefined) return `${words} (${code(schedule)})`;
  return /^every [\w .]+$/.test(schedule) ? schedule : `schedule ${code(schedule)}`;
}
