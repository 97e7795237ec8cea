import type { DependencyFact, FileFacts } from '../model/facts';
import { ancestors, folderOf } from './paths';

export type ResolveVersion = (path: string, dependency: DependencyFact) => string | undefined;

/** Finds the version that the nearest lock file above a manifest settled on. */
export function versionResolver(files: readonly FileFacts[]): ResolveVersion {
  const locks = new Map<string, Map<string, readonly string[]>>();
  for (const file of files) {
    if (file.locked === undefined) continue;
    const folder = folderOf(file.path);
    const known = locks.get(folder) ?? new Map<string, readonly string[]>();
    locks.set(folder, known);
    for (const [key, versions] of Object.entries(file.locked)) known.set(key, versions);
  }
  return (path, dependency) => {
    const key = lockKey(dependency);
    for (const folder of ancestors(folderOf(path))) {
      const versions = locks.get(folder)?.get(key);
      if (versions !== undefined) return pick(versions, dependency.version);
    }
    return undefined;
  };
}

export function lockKey({ ecosystem, name }: Pick<DependencyFact, 'ecosystem' | 'name'>): string {
  return `${ecosystem}:${ecosystem === 'pypi' ? name.toLowerCase().replace(/[-_.]+/g, '-') : name}`;
}

/** Of several locked versions, the one whose first number the requirement names; undefined when that does not decide. */
function pick(versions: readonly string[], requirement: string): string | undefined {
  if (versions.length <= 1) return versions[0];
  const major = /\d+/.exec(requirement)?.[0];
  const fitting = versions.filter((version) => /\d+/.exec(version)?.[0] === major);
  return fitting.length === 1 ? fitting[0] : undefined;
}
