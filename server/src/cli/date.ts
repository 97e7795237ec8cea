import { type CliEnvironment, UsageError } from './environment';

/** The date that a document carries: as given, or as reproducible builds give it, or today where the user is. */
export function dateOf(given: string | undefined, { env, today }: CliEnvironment): string {
  if (given !== undefined) {
    if (!isDate(given)) throw new UsageError(`--date needs a date as YYYY-MM-DD, not "${given}".`);
    return given;
  }
  const epoch = env['SOURCE_DATE_EPOCH'];
  if (epoch !== undefined && epoch !== '') {
    const date = new Date(Number(epoch) * 1000);
    if (!/^\d+$/.test(epoch) || Number.isNaN(date.getTime())) {
      throw new UsageError(`SOURCE_DATE_EPOCH needs seconds since 1970, not "${epoch}".`);
    }
    return date.toISOString().slice(0, 10);
  }
  const now = today();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
