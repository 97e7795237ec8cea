import { folderOf, resolveRelative } from '../index/paths';
import type { EnvVariable } from '../model/workspace';
import { type Context, type Dotenv, isBelow, placeText, rangeOf } from './context';
import type { Finding } from './finding';
import { isReadElsewhere } from './known-names';
import { unreadProgramOf } from './unread-programs';

/** A `.env` file whose unread names are not told of, and why. */
export interface Unjudged {
  readonly path: string;
  readonly reason: string;
  /** Those of its names that nothing asks for which was read. */
  readonly names: readonly string[];
}

/** Names that `.env` files alone know, and nothing reads that is given this file. */
export function isUnusedIn({ chain }: Context, { name, reads, declarations }: EnvVariable, path: string): boolean {
  return (
    declarations.every(({ source }) => source === 'dotenv') &&
    !isReadElsewhere(name) &&
    !reads.some((read) => chain.serves(path, chain.applicationOf(read.path).folder))
  );
}

/** Where what is read cannot be told in full, nothing is said. */
export function checkUnused(context: Context): readonly Finding[] {
  return unusedByFile(context).flatMap(({ file, unused, reason }) =>
    reason !== undefined
      ? []
      : unused.map(({ name, at }): Finding => {
          return {
            code: 'env-unused',
            path: file.path,
            range: rangeOf(at),
            message: `${name} is declared here, and nothing that is given this file reads it.`,
            variable: name,
            application: at.application,
            severity: 'hint',
            related: [],
          };
        }),
  );
}

/** The files about which nothing is said, with the reason. */
export function unjudgedFiles(context: Context): readonly Unjudged[] {
  return unusedByFile(context).flatMap(({ file: { path }, unused, reason }) =>
    reason === undefined || unused.length === 0
      ? []
      : [{ path, reason, names: [...new Set(unused.map(({ name }) => name))] }],
  );
}

function unusedByFile(context: Context) {
  const handedOn = filesHandedOn(context);
  return context.dotenvs.map((file) => {
    const unused = file.entries.filter(({ name }) => {
      const variable = context.variables.get(name);
      return variable !== undefined && isUnusedIn(context, variable, file.path);
    });
    return { file, unused, reason: unused.length === 0 ? undefined : reasonNotToJudge(context, file, handedOn) };
  });
}

/** The program must be one that is read: other keys of the file are found in it, and none of its names are built. */
function reasonNotToJudge(context: Context, file: Dotenv, handedOn: ReadonlyMap<string, string>): string | undefined {
  const { snapshot, chain, variables } = context;
  const container = handedOn.get(file.path);
  if (container !== undefined) return `${container} hands it to a container that is built elsewhere`;
  const unread = unreadProgramOf(context, file);
  if (unread !== undefined) return `programs in ${unread.language} are not read (${unread.path})`;
  const dynamic = context.dynamicReads.find(({ path }) => mayReadFrom(context, path, file));
  if (dynamic !== undefined) return `a name is put together at run time in ${placeText(dynamic)}`;
  const problem = snapshot.problems.find(({ path }) => path !== '' && mayReadFrom(context, path, file));
  if (problem !== undefined) return `${problem.path} could not be read in full`;
  const isRead = file.entries.some(({ name }) =>
    variables.get(name)?.reads.some(({ path }) => chain.serves(file.path, chain.applicationOf(path).folder)),
  );
  return isRead ? undefined : 'nothing that was read uses any of its names';
}

/** What lies below the file's folder, or in an application that is given the file and lies not above its own. */
function mayReadFrom({ chain }: Context, path: string, file: Dotenv): boolean {
  if (isBelow(path, file.folder)) return true;
  const owner = chain.applicationOf(file.path).folder;
  const { folder } = chain.applicationOf(path);
  return (owner === folder || !isBelow(owner, folder)) && chain.serves(file.path, folder);
}

/** Files that a container of a foreign image is given whole, by the file that says so: nobody knows what it reads. */
function filesHandedOn({ snapshot }: Context): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const file of snapshot.files) {
    for (const fact of file.facts) {
      if (fact.kind !== 'image') continue;
      for (const written of fact.envFiles ?? []) {
        const path = resolveRelative(folderOf(file.path), written);
        if (path === undefined) continue;
        // Who follows the template fills the file that is handed on.
        for (const name of ['', '.example', '.sample', '.template', '.dist']) paths.set(path + name, file.path);
      }
    }
  }
  return paths;
}
