import type { DetailUnit } from '../catalog/service';

const SECONDS: Readonly<Record<string, number>> = { week: 604_800, day: 86_400, hour: 3600, minute: 60, second: 1 };

const SHORT: Readonly<Record<string, string>> = {
  s: 'second',
  sec: 'second',
  m: 'minute',
  min: 'minute',
  h: 'hour',
  hr: 'hour',
  d: 'day',
  w: 'week',
};

/** Names that tell themselves what they count: `windowMs`, `expiry_ms`, `connectionTimeoutMillis`. */
export function unitOfKey(key: string): DetailUnit | undefined {
  return /(?:[a-z]Ms|_ms|MS|Millis|_millis|Milliseconds|_milliseconds)$/.test(key) ? 'ms' : undefined;
}

/** A number with what it counts, in words where those are easier to read: `15 minutes (900000 ms)`. */
export function measured(amount: number, unit: DetailUnit): string {
  switch (unit) {
    case 'duration':
      return String(amount);
    case 'bytes':
      return inBytes(amount);
    case 'min':
      return plural(amount, 'minute');
    case 'h':
      return plural(amount, 'hour');
    default: {
      const seconds = unit === 'ms' ? amount / 1000 : amount;
      const words = inWords(seconds) ?? (unit === 's' ? `${amount} seconds` : undefined);
      if (words === undefined) return `${amount} ${unit}`;
      return words === `${amount} seconds` ? words : `${words} (${amount} ${unit})`;
    }
  }
}

/** `7d` is `7 days (7d)`; a text of digits alone is a number; any other text stands for itself. */
export function measuredText(text: string, unit: DetailUnit): string {
  if (/^\d{1,15}(\.\d{1,6})?$/.test(text)) return measured(Number(text), unit);
  const [, amount = '', short = ''] = /^(\d{1,9})\s?(s|sec|m|min|h|hr|d|w)$/.exec(text) ?? [];
  if (unit === 'bytes')
    return text.replace(/^(\d{1,9})\s?([kmg])$/i, (all, count, size) => `${count} ${size.toUpperCase()}B (${all})`);
  const name = SHORT[short];
  return name === undefined ? text : `${plural(Number(amount), name)} (${text})`;
}

/** An amount of a named unit of time (`minutes`, `:hour`), or undefined where the name is none. */
export function amountOf(amount: string, unit: string): string | undefined {
  const name = /^:?(second|minute|hour|day|week|month|year)s?$/i.exec(unit)?.[1]?.toLowerCase();
  return name === undefined ? undefined : `${amount} ${amount === '1' ? name : `${name}s`}`;
}

/** The largest unit that counts the seconds without a rest; a single day reads as its hours. */
function inWords(seconds: number): string | undefined {
  if (seconds <= 0) return undefined;
  for (const name of ['day', 'hour', 'minute', 'second']) {
    const count = seconds / (SECONDS[name] ?? 1);
    if (Number.isInteger(count) && (name !== 'day' || count > 1)) return plural(count, name);
  }
  return undefined;
}

function inBytes(bytes: number): string {
  for (const [name, size] of [
    ['GB', 1024 ** 3],
    ['MB', 1024 ** 2],
    ['KB', 1024],
  ] as const) {
    if (bytes >= size && Number.isInteger((bytes * 2) / size)) return `${bytes / size} ${name} (${bytes} bytes)`;
  }
  return `${bytes} bytes`;
}

function plural(count: number, name: string): string {
  return `${count} ${count === 1 ? name : `${name}s`}`;
}
