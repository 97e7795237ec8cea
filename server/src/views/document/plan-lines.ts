import type { Keywords, Value } from '../../model/value';
import type { DocumentContext } from './context';
import { factsOf } from './facts-of';
import { importedFiles } from './imported-files';
import { code, link, plain, shorten, some } from './markdown';

const NAME_KEY = /^(?:name|title|label|id|key|slug|plan|tier)$/i;
/** Numbers that make a table one of plans. */
const SOLD = /price|amount|cents|cost|fee|tokens?|credits?|quota|limit|max|seats/i;
const TABLE_NAME = /plan|tier|price|pricing|package|product|credit|subscription|token/i;
const SHOWN_PLANS = 8;
const SHOWN_FIELDS = 4;
const SHOWN_TABLES = 6;

/** Tables of what is sold, in files that talk to a payment service or that such a file takes in. */
export function planLines(context: DocumentContext): readonly string[] {
  const paying = new Set(
    ['payments', 'billing'].flatMap((category) =>
      context
        .of(category)
        .flatMap(({ evidence }) =>
          evidence.filter(({ status }) => status === 'called' || status === 'imported').map(({ path }) => path),
        ),
    ),
  );
  if (paying.size === 0) return [];
  const imported = importedFiles(context.snapshot);
  const near = new Set([...paying, ...[...paying].flatMap((path) => imported(path))]);
  return factsOf(context.snapshot, 'binding')
    .filter(({ fact, path }) => near.has(path) && TABLE_NAME.test(fact.name) && fact.value.t !== 'string')
    .flatMap(({ fact, path, line }) => {
      const plans = plansIn(fact.value);
      if (plans.length < 2) return [];
      const name = fact.name.slice(fact.name.lastIndexOf('.') + 1);
      return [`- Plans (${code(name)}, ${link({ path, line })}): ${some(plans, SHOWN_PLANS)}`];
    })
    .slice(0, SHOWN_TABLES);
}

/** The rows of a list of maps or a map of maps; none if one of them is something else. */
function plansIn(value: Value): readonly string[] {
  const rows: readonly (readonly [string | undefined, Value])[] =
    value.t === 'list'
      ? value.items.map((item) => [undefined, item])
      : value.t === 'map'
        ? Object.entries(value.entries)
        : [];
  const plans = rows.map(([key, row]) => (row.t === 'map' ? planText(key, row.entries) : undefined));
  return plans.includes(undefined) ? [] : plans.filter((plan) => plan !== undefined);
}

function planText(key: string | undefined, entries: Keywords): string | undefined {
  const name = key ?? nameIn(entries);
  const isSold = Object.entries(entries).some(([field, value]) => value.t === 'number' && SOLD.test(field));
  if (name === undefined || !isSold) return undefined;
  const fields = Object.entries(entries)
    .filter(
      ([field, value]) => value.t === 'number' || (value.t === 'string' && /currency|interval|period/i.test(field)),
    )
    .slice(0, SHOWN_FIELDS)
    .map(([field, value]) => `${plain(field)} ${scalarText(value)}`);
  return `${plain(shorten(name, 40))} (${fields.join(', ')})`;
}

function nameIn(entries: Keywords): string | undefined {
  for (const [field, value] of Object.entries(entries)) {
    if (NAME_KEY.test(field) && value.t === 'string' && value.v !== '') return value.v;
  }
  return undefined;
}

function scalarText(value: Value): string {
  return value.t === 'number' ? String(value.v) : value.t === 'string' ? plain(shorten(value.v, 20)) : '';
}
