const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const DAY_NAMES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** A cron expression in words, where words are shorter than the expression; undefined for anything unusual. */
export function scheduleWords(schedule: string): string | undefined {
  const fields = schedule.trim().toLowerCase().split(/\s+/);
  if (fields.length !== 5) return undefined;
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = fields;
  const everyDay = day === '*' && month === '*' && weekday === '*';
  const interval = everyDay ? intervalWords(minute, hour) : undefined;
  if (interval !== undefined) return interval;
  if (!isNumber(minute) || !isNumber(hour) || month !== '*') return undefined;
  const days = dayWords(day, weekday);
  return days === undefined ? undefined : `${days} at ${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
}

function intervalWords(minute: string, hour: string): string | undefined {
  if (minute === '*' && hour === '*') return 'every minute';
  const minutes = stepOf(minute);
  if (minutes !== undefined && hour === '*') return `every ${minutes} minutes`;
  if (!isNumber(minute)) return undefined;
  const hours = stepOf(hour);
  if (hours !== undefined) return `every ${hours} hours at minute ${Number(minute)}`;
  if (hour !== '*') return undefined;
  return Number(minute) === 0 ? 'hourly' : `hourly at minute ${Number(minute)}`;
}

function dayWords(day: string, weekday: string): string | undefined {
  if (day === '*' && weekday === '*') return 'daily';
  if (isNumber(day) && weekday === '*') return `monthly on day ${Number(day)}`;
  if (day !== '*') return undefined;
  if (weekday === '1-5') return 'on weekdays';
  const name = DAYS[DAY_NAMES.includes(weekday) ? DAY_NAMES.indexOf(weekday) : Number(weekday)];
  return name === undefined ? undefined : `every ${name}`;
}

function stepOf(field: string): string | undefined {
  return /^\*\/(\d+)$/.exec(field)?.[1];
}

function isNumber(field: string): boolean {
  return /^\d{1,2}$/.test(field);
}
