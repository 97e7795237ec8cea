import { baseName } from '../index/paths';
import { type Context, type Dotenv, rangeOf } from './context';
import type { Finding } from './finding';
import { isReadElsewhere } from './known-names';
import { unusedVariables } from './unused';

/** A folder's `.env` and its template, compared by their names alone. */
export function checkOutOfStep(context: Context): readonly Finding[] {
  const unused = unusedVariables(context);
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
        ...missing(own, [template], template.path).filter(({ variable }) => !unused.has(variable)),
        ...missing(template, [own, ...locals], own.path).filter(({ variable }) => isWanted(context, variable)),
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

/** What code gives a default need not be in everyone's `.env`. */
function isWanted({ variables }: Context, name: string): boolean {
  const variable = variables.get(name);
  if (variable === undefined || isReadElsewhere(name)) return false;
  return variable.required !== false || variable.reads.length === 0;
}
