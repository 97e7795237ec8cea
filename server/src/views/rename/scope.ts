import { partsOf, reachedFrom } from '../../index/application-parts';
import { isDotenv } from '../../index/dotenv-path';
import type { Snapshot } from '../../model/workspace';
import { type EnvPlace, envIndexOf } from '../env-index';

/** How a place belongs to the program that a variable is renamed in. */
export interface Belonging {
  readonly own: boolean;
  /** The other applications that the place belongs to, or that use it as well. */
  readonly others: readonly string[];
}

export interface Scope {
  /** Of a file, by its path. */
  of(path: string): Belonging;
}

interface Use {
  readonly folder: string;
  readonly name: string;
  reads: boolean;
  dotenv: boolean;
}

/**
 * Which files name the same variable. Applications share one where one sees the `.env*` files of a folder above and has
 * none of its own that names it, or where one is built into the other. What lies in a folder above is everybody's;
 * it belongs to the program alone that is the only one to use it.
 */
export function scopeOf(snapshot: Snapshot, places: readonly EnvPlace[], from: string): Scope {
  const index = envIndexOf(snapshot);
  const uses = usesOf(snapshot, places, from);
  const groups = groupsOf(snapshot, uses);
  const own = index.applicationOf(from).folder;
  const ownGroup = groups.get(own) ?? own;
  const inGroup = (folder: string): boolean => (groups.get(folder) ?? folder) === ownGroup;
  const members = uses.filter(({ folder }) => inGroup(folder)).map(({ folder }) => folder);
  const isRelated = (folder: string): boolean =>
    [own, ...members].some((member) => isAbove(folder, member) || isAbove(member, folder));
  const programs = uses.filter(({ folder, reads, dotenv }) => !inGroup(folder) && (reads || dotenv));
  const known = new Map<string, Belonging>();
  const judge = (folder: string, name: string): Belonging => {
    if (inGroup(folder)) return { own: true, others: [] };
    if (!isRelated(folder)) return { own: false, others: [name] };
    // What stands above or below is the same variable, as long as no third program uses it.
    const third = programs.filter((use) => use.folder !== folder && groups.get(use.folder) !== groups.get(folder));
    return { own: third.length === 0, others: third.length === 0 ? [] : [...new Set(third.map((use) => use.name))] };
  };
  return {
    of(path) {
      const { folder, name } = index.applicationOf(path);
      const belonging = known.get(folder) ?? judge(folder, name);
      known.set(folder, belonging);
      return belonging;
    },
  };
}

function usesOf(snapshot: Snapshot, places: readonly EnvPlace[], from: string): readonly Use[] {
  const index = envIndexOf(snapshot);
  const uses = new Map<string, Use>();
  const of = (path: string): Use => {
    const { folder, name } = index.applicationOf(path);
    const use = uses.get(folder) ?? { folder, name, reads: false, dotenv: false };
    uses.set(folder, use);
    return use;
  };
  of(from);
  for (const { path, fact } of places) {
    const use = of(path);
    if (isDotenv(path)) use.dotenv = true;
    else if (fact.kind === 'envRead' && index.file(path)?.language !== undefined) use.reads = true;
  }
  return [...uses.values()];
}

/** The group of each folder, named by one of its members. */
function groupsOf(snapshot: Snapshot, uses: readonly Use[]): ReadonlyMap<string, string> {
  const index = envIndexOf(snapshot);
  const groups = new Map(uses.map(({ folder }) => [folder, folder]));
  const join = (a: string, b: string): void => {
    const from = groups.get(a) ?? a;
    const to = groups.get(b) ?? b;
    for (const [folder, group] of groups) if (group === from) groups.set(folder, to);
  };
  for (const use of uses) {
    for (const above of uses) {
      if (above.dotenv && !use.dotenv && isAbove(above.folder, use.folder)) join(use.folder, above.folder);
    }
  }
  const parts = uses.some(({ reads }) => reads)
    ? partsOf(snapshot.files, (path) => index.applicationOf(path).folder)
    : new Map<string, ReadonlySet<string>>();
  for (const use of uses) {
    const reached = reachedFrom(parts, use.folder);
    for (const part of uses) if (part !== use && part.reads && reached.has(part.folder)) join(use.folder, part.folder);
  }
  return groups;
}

function isAbove(folder: string, other: string): boolean {
  return folder !== other && (folder === '' || other.startsWith(`${folder}/`));
}
