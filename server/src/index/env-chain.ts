import type { Application, Snapshot } from '../model/workspace';
import { partsOf, reachedFrom } from './application-parts';
import { WORKSPACE_NAME } from './applications';
import { envFilesNamedIn } from './env-files-named';
import { ancestors, folderOf } from './paths';

/** Which programs are given what a file declares. */
export interface EnvChain {
  /** The application that a file belongs to, known or not: that of the nearest manifest. */
  applicationOf(path: string): { readonly name: string; readonly folder: string };
  /**
   * Whether the programs of the application in this folder are given what the file declares: it is the application's own,
   * it lies where applications share it, the application names it, or one of the two is built into the other.
   */
  serves(path: string, folder: string): boolean;
}

const built = new WeakMap<Snapshot, EnvChain>();

/** Built once a snapshot. */
export function envChainOf(snapshot: Snapshot): EnvChain {
  const known = built.get(snapshot) ?? build(snapshot);
  built.set(snapshot, known);
  return known;
}

/** The application that a file belongs to, with what was found for a folder kept. */
export function applicationFinder(applications: readonly Application[]): EnvChain['applicationOf'] {
  const names = new Map(applications.map(({ path, name }) => [path, name]));
  const byFolder = new Map<string, { readonly name: string; readonly folder: string }>();
  return (path) => {
    const inside = folderOf(path);
    const known = byFolder.get(inside);
    if (known !== undefined) return known;
    const folder = ancestors(inside).find((candidate) => names.has(candidate)) ?? '';
    const found = { folder, name: names.get(folder) ?? WORKSPACE_NAME };
    byFolder.set(inside, found);
    return found;
  };
}

function build(snapshot: Snapshot): EnvChain {
  const applicationOf = applicationFinder(snapshot.applications);
  const folderOfApplication = (path: string): string => applicationOf(path).folder;
  const parts = partsOf(snapshot.files, folderOfApplication);
  const named = namedFiles(snapshot, folderOfApplication);
  const reached = new Map<string, ReadonlySet<string>>();
  const isBuiltInto = (part: string, whole: string): boolean => {
    const known = reached.get(whole) ?? reachedFrom(parts, whole);
    reached.set(whole, known);
    return known.has(part);
  };
  return {
    applicationOf,
    serves: (path, folder) => {
      const owner = folderOfApplication(path);
      if (isRelated(owner, folder)) return true;
      for (const user of named.get(path) ?? []) if (isUsed(user, folder)) return true;
      return isBuiltInto(owner, folder) || isBuiltInto(folder, owner);
    },
  };
}

/** The applications, by folder, whose files name another one's `.env` file. */
function namedFiles(snapshot: Snapshot, folderOfApplication: (path: string) => string) {
  const named = new Map<string, Set<string>>();
  for (const file of snapshot.files) {
    if (file.role !== 'source') continue;
    const folder = folderOfApplication(file.path);
    for (const path of envFilesNamedIn(file, folder)) {
      const users = named.get(path) ?? new Set<string>();
      named.set(path, users.add(folder));
    }
  }
  return named;
}

/** What lies above is shared; what lies below belongs to the application above as well. */
function isRelated(owner: string, folder: string): boolean {
  return owner === folder || isAbove(owner, folder) || isAbove(folder, owner);
}

/** What a script of the root names is for that script. */
function isUsed(user: string, folder: string): boolean {
  return user === folder || (user !== '' && isAbove(user, folder));
}

function isAbove(folder: string, other: string): boolean {
  return folder !== other && (folder === '' || other.startsWith(`${folder}/`));
}
