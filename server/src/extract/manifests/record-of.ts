import { type Data, entriesOf } from '../data/data';

/** A map of scalars as a plain record; undefined where there is none or it is empty. */
export function recordOf(
  data: Data | undefined,
  clean: (text: string) => string = (text) => text,
): Readonly<Record<string, string>> | undefined {
  const pairs = entriesOf(data).flatMap((entry) =>
    entry.value.t === 'scalar' ? [[entry.key, clean(entry.value.text)] as const] : [],
  );
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
}
