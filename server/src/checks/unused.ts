import { folderOf, resolveRelative } from '../index/paths';
import type { EnvVariable } from '../model/workspace';
import { type Context, type Dotenv, isBelow, rangeOf } from './context';
import type { Finding } from './finding';
import { isReadElsewhere } from './known-names';

/** Names that `.env` files alone know. Where what is read cannot be told in full, nothing is said. */
export function unusedVariables(context: Context): ReadonlySet<string> {
  return new Set(context.snapshot.env.filter((variable) => isUnused(variable)).map(({ name }) => name));
}

function isUnused({ name, reads, declarations }: EnvVariable): boolean {
  return (
    reads.length === 0 &&
    declarations.length > 0 &&
    declarations.every(({ source }) => source === 'dotenv') &&
    !isReadElsewhere(name)
  );
}

export function checkUnused(context: Context): readonly Finding[] {
  const unused = unusedVariables(context);
  const handedOn = filesHandedOn(context);
  return context.dotenvs
    .filter((file) => !handedOn.has(file.path) && knowsReaders(context, file))
    .flatMap((file) =>
      file.entries
        .filter(({ name }) => unused.has(name))
        .map(({ name, at }): Finding => {
          return {
            code: 'env-unused',
            path: file.path,
            range: rangeOf(at),
            message: `${name} is declared here, and nothing in the workspace reads it.`,
            variable: name,
            application: at.application,
            severity: 'hint',
            related: [],
          };
        }),
    );
}

/** The program is one that is read here: other keys of the file are found in it, and none of its names are built. */
function knowsReaders(context: Context, file: Dotenv): boolean {
  if (context.hasDynamicReads(file.folder)) return false;
  if (context.snapshot.problems.some(({ path }) => path !== '' && isBelow(path, file.folder))) return false;
  return file.entries.some(({ name }) => (context.variables.get(name)?.reads.length ?? 0) > 0);
}

/** Files that a container of a foreign image is given whole: nobody knows what it reads. */
function filesHandedOn({ snapshot }: Context): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const file of snapshot.files) {
    for (const fact of file.facts) {
      if (fact.kind !== 'image') continue;
      for (const written of fact.envFiles ?? []) {
        const path = resolveRelative(folderOf(file.path), written);
        if (path === undefined) continue;
        // Who follows the template fills the file that is handed on.
        for (const name of ['', '.example', '.sample', '.template', '.dist']) paths.add(path + name);
      }
    }
  }
  return paths;
}
