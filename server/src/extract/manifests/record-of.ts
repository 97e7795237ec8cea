import { type Data, entriesOf } from '../data/data';
import { shortText } from '../short-text';

/** A map of scalars as a plain record, without secrets; undefined where there is none or it is empty. */
export function recordOf(data: Data | undefined): Readonly<Record<string, string>> | undefined {
  const pairs = entriesOf(data).flatMap((entry) =>
    entry.value.t === 'scalar' ? [[entry.key, shortText(entry.value.text)] as const] : [],
  );
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
}
