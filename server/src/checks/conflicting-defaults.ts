import { groupBy } from '../index/order';
import { HIDDEN } from '../model/value';
import type { EnvRead, EnvVariable } from '../model/workspace';
import { type Context, placeText, programReads, rangeOf } from './context';
import type { Finding } from './finding';
import { isGiven } from './known-names';

/** One application whose code gives a variable different defaults: which one holds depends on who reads first. */
export function checkConflictingDefaults({ snapshot }: Context): readonly Finding[] {
  return snapshot.env.flatMap((variable) =>
    variable.defaults.length < 2 || isGiven(variable.name)
      ? []
      : [...groupBy(programReads(variable), ({ application }) => application).values()].flatMap((reads) =>
          conflictOf(variable, reads),
        ),
  );
}

function conflictOf(variable: EnvVariable, reads: readonly EnvRead[]): readonly Finding[] {
  const telling = reads.filter(
    (read) => read.default !== undefined && isTelling(read.default) && !isOneOfMany(read.path),
  );
  const [first, ...rest] = [...groupBy(telling, (read) => normal(read.default ?? '')).values()];
  const known = first?.[0];
  const second = rest[0]?.[0];
  if (known === undefined || second === undefined) return [];
  // Two lines of one file that choose between defaults do so on purpose.
  if (second.path === known.path) return [];
  const others = telling.filter((read) => read !== second);
  return [
    {
      code: 'env-conflicting-defaults',
      path: second.path,
      range: rangeOf(second),
      message: `${variable.name} has the default ${second.default} here and ${known.default} in ${placeText(known)}.`,
      variable: variable.name,
      application: second.application,
      severity: 'information',
      other: known.default ?? '',
      related: others.slice(0, 10).map((read) => ({
        path: read.path,
        range: rangeOf(read),
        message: `The default here is ${read.default}`,
      })),
    },
  ];
}

/** Nothing, what is hidden and what is put together at run time cannot be compared. */
function isTelling(text: string): boolean {
  return (
    text !== '' && text !== HIDDEN && !/\$|\{|\(|^(?:null|none|nil|undefined|false)$/i.test(text) && text.length <= 100
  );
}

function normal(text: string): string {
  return text.trim().replace(/\/+$/, '').toLowerCase();
}

/** Settings of one environment, entry points and scripts have defaults of their own. */
function isOneOfMany(path: string): boolean {
  return (
    /(?:^|[/._-])(?:dev|development|prod|production|test|testing|tests|staging|local|ci)(?=[/._-]|$)/i.test(path) ||
    /(?:^|\/)(?:scripts?|bin|tools?|manage\.py|wsgi\.py|asgi\.py|celery\.py)(?:\/|$)|\.sh$/.test(path)
  );
}
