import type { DependencyFact, FileFacts } from '../model/facts';
import { ancestors, folderOf } from './paths';

export interface Versions {
  /** The requirement as a reader should see it: a workspace's `catalog:` entry stands for what the catalog says. */
  written(path: string, dependency: DependencyFact): string;
  /** The version that the nearest lock file above a manifest settled on. */
  resolved(path: string, dependency: DependencyFact): string | undefined;
}

export function versionsOf(files: readonly FileFacts[]): Versions {
  const locks = lockedByFolder(files);
  const catalogs = catalogsByFolder(files);
  return {
    written(path, dependency) {
      const name = /^catalog:(.*)$/.exec(dependency.version)?.[1];
      if (name === undefined) return dependency.version;
      const folder = ancestors(folderOf(path)).find((above) => catalogs.has(above)) ?? '';
      return catalogs.get(folder)?.[name === '' ? 'default' : name]?.[dependency.name] ?? dependency.version;
    },
    resolved(path, dependency) {
      const folder = folderOf(path);
      const key = lockKey(dependency);
      for (const above of ancestors(folder)) {
        const locked = locks.get(above);
        if (locked === undefined) continue;
        const member = above === '' ? folder : folder.slice(above.length + 1);
        const own = locked.get(`${member}#${key}`) ?? locked.get(`${key}@${dependency.version}`) ?? locked.get(key);
        if (own !== undefined) return pick(own, dependency.version);
      }
      return undefined;
    },
  };
}

export function lockKey({ ecosystem, name }: Pick<DependencyFact, 'ecosystem' | 'name'>): string {
  return `${ecosystem}:${ecosystem === 'pypi' ? name.toLowerCase().replace(/[-_.]+/g, '-') : name}`;
}

function lockedByFolder(files: readonly FileFacts[]): ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> {
  const locks = new Map<string, Map<string, readonly string[]>>();
  for (const file of files) {
    if (file.locked === undefined) continue;
    const folder = folderOf(file.path);
    const known = locks.get(folder) ?? new Map<string, readonly string[]>();
    locks.set(folder, known);
    for (const [key, versions] of Object.entries(file.locked)) known.set(key, versions);
  }
  return locks;
}

type Catalogs = Readonly<Record<string, Readonly<Record<string, string>>>>;

function catalogsByFolder(files: readonly FileFacts[]): ReadonlyMap<string, Catalogs> {
  const catalogs = new Map<string, Catalogs>();
  for (const file of files) {
    for (const fact of file.facts) {
      if (fact.kind === 'manifest' && fact.catalogs !== undefined) catalogs.set(folderOf(file.path), fact.catalogs);
    }
  }
  return catalogs;
}

/** Of several locked versions, the one whose first number the requirement names; undefined when that does not decide. */
function pick(versions: readonly string[], requirement: string): string | undefined {
  if (versions.length <= 1) return versions[0];
  const major = /\d+/.exec(requirement)?.[0];
  const fitting = versions.filter((version) => /\d+/.exec(version)?.[0] === major);
  return fitting.length === 1 ? fitting[0] : undefined;
}
