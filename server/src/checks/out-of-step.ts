import { baseName } from '../index/paths';
import { type Context, type Dotenv, rangeOf } from './context';
import type { Finding } from './finding';
import { isReadElsewhere } from './known-names';
import { isUnusedIn } from './unused';

/** A folder's `.env` and its template, compared by their names alone. */
export function checkOutOfStep(context: Context): readonly Finding[] {
  return context.dotenvs
    .filter(({ path }) => baseName(path) === '.env')
    .flatMap((own) => {
      const template = context.dotenvs.find(
        ({ folder, path }) => folder === own.folder && TEMPLATE.test(baseName(path)),
      );
      if (template === undefined) return [];
      const locals = context.dotenvs.filter(
        ({ folder, path }) => folder === own.folder && /^\.env\.local$/.test(baseName(path)),
      );
      return [
        ...missing(own, [template], template.path).filter(({ variable }) => !isUnused(context, variable, own.path)),
        ...missing(template, [own, ...locals], own.path).filter(({ variable }) =>
          isWanted(context, variable, own.path),
        ),
      ];
    });
}

const TEMPLATE = /^\.env[._-](?:example|sample|template|dist)$/;

function missing(file: Dotenv, others: readonly Dotenv[], lacking: string): readonly Finding[] {
  const known = new Set(others.flatMap(({ entries, commented }) => [...entries.map(({ name }) => name), ...commented]));
  const told = new Set<string>();
  return file.entries.flatMap(({ name, at }): Finding[] => {
    if (known.has(name) || told.has(name)) return [];
    told.add(name);
    return [
      {
        code: 'env-out-of-step',
        path: file.path,
        range: rangeOf(at),
        message: `${name} is in ${baseName(file.path)} and not in ${lacking}.`,
        variable: name,
        application: at.application,
        severity: 'information',
        lacking,
        related: [],
      },
    ];
  });
}

function isUnused(context: Context, name: string, path: string): boolean {
  const variable = context.variables.get(name);
  return variable !== undefined && isUnusedIn(context, variable, path);
}

/** What code gives a default need not be in everyone's `.env`. */
function isWanted({ variables, chain }: Context, name: string, path: string): boolean {
  const variable = variables.get(name);
  if (variable === undefined || isReadElsewhere(name)) return false;
  const readers = new Map(variable.reads.map((read) => [read.application, read.path]));
  const given = [...readers].filter(([, place]) => chain.serves(path, chain.applicationOf(place).folder));
  return (
    given.length === 0 ||
    given.some(([reader]) =>
      variable.applications.some(({ name: own, required }) => own === reader && required !== false),
    )
  );
}
