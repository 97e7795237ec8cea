import type { Keywords, Value } from '../../../../model/value';

const UNITS = ['weeks', 'days', 'hours', 'minutes', 'seconds', 'milliseconds'] as const;

/** A schedule as a reader knows it: a cron expression, or `every 5 minutes`. */
export function scheduleText(value: Value | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (value.t === 'string') return value.v;
  if (value.t === 'number') return everySeconds(value.v);
  if (value.t !== 'call') return undefined;
  const name = value.callee.slice(value.callee.lastIndexOf('.') + 1);
  const [first] = value.args;
  if (/^(from_crontab|Cron|CronSchedule)$/.test(name)) return first?.t === 'string' ? first.v : undefined;
  if (/^(crontab|CronTrigger)$/.test(name)) return cronOf({ ...positional(value.args), ...value.keywords });
  if (/^(timedelta|IntervalTrigger|Period|schedule|IntervalSchedule|duration)$/.test(name)) {
    const nested = value.keywords['run_every'] ?? first;
    if (name === 'schedule') return scheduleText(nested);
    return intervalOf(
      name === 'timedelta' && first !== undefined ? { days: first, ...value.keywords } : value.keywords,
    );
  }
  return undefined;
}

/** `crontab`'s parameters in the order that it takes them. */
function positional(args: readonly Value[]): Keywords {
  const names = ['minute', 'hour', 'day_of_week', 'day_of_month', 'month_of_year'];
  return Object.fromEntries(args.slice(0, names.length).map((arg, index) => [names[index] ?? '', arg]));
}

/** Five fields of cron from keywords of Celery's, Huey's, APScheduler's and arq's crontab. */
export function cronOf(keywords: Keywords): string | undefined {
  const fields = [
    ['minute'],
    ['hour'],
    ['day', 'day_of_month'],
    ['month', 'month_of_year'],
    ['day_of_week', 'weekday'],
  ];
  const isApscheduler = keywords['second'] !== undefined || keywords['day'] !== undefined;
  const given = fields.map((names) => names.map((name) => keywords[name]).find((value) => value !== undefined));
  // A scheduler fills finer fields than the finest one given with their lowest value.
  const finest = given.findIndex((value) => value !== undefined);
  const texts = given.map((value, index) => {
    if (value === undefined) return isApscheduler && index < finest ? '0' : '*';
    return fieldText(value);
  });
  return texts.some((text) => text === undefined) ? undefined : texts.join(' ');
}

function fieldText(value: Value): string | undefined {
  if (value.t === 'number') return String(value.v);
  if (value.t === 'string') return value.v.replace(/\s/g, '');
  if (value.t === 'null') return '*';
  if (value.t !== 'list') return undefined;
  const items = value.items.map(fieldText);
  return items.some((item) => item === undefined) ? undefined : items.join(',');
}

/** `every 5 minutes`, from the keywords of a timedelta or an interval. */
export function intervalOf(keywords: Keywords): string | undefined {
  const parts = UNITS.flatMap((unit) => {
    const value = keywords[unit];
    if (value?.t !== 'number' || value.v === 0) return [];
    return [`${value.v} ${value.v === 1 ? unit.slice(0, -1) : unit}`];
  });
  return parts.length === 0 ? undefined : `every ${parts.join(' ')}`;
}

function everySeconds(seconds: number): string {
  if (seconds >= 3600 && seconds % 3600 === 0) return intervalOf({ hours: { t: 'number', v: seconds / 3600 } }) ?? '';
  if (seconds >= 60 && seconds % 60 === 0) return intervalOf({ minutes: { t: 'number', v: seconds / 60 } }) ?? '';
  return intervalOf({ seconds: { t: 'number', v: seconds } }) ?? `every ${seconds} seconds`;
}
