import type { FileFacts } from '../model/facts';
import type { Application } from '../model/workspace';
import { byText } from './order';
import { ancestors, baseName, folderOf } from './paths';

/** Which manifest names an application when its folder holds several. */
const ECOSYSTEM_ORDER = ['hex', 'npm', 'pypi'];
/** The application of files that lie below no manifest. */
export const WORKSPACE_NAME = '.';

export interface Applications {
  readonly all: readonly Application[];
  /** The name of the application that a file belongs to: its nearest manifest's folder. */
  nameOf(path: string): string;
}

export function findApplications(files: readonly FileFacts[]): Applications {
  const folders = new Map<string, { manifests: string[]; name?: string; rank: number }>();
  for (const file of files) {
    if (file.role !== 'source') continue;
    for (const fact of file.facts) {
      if (fact.kind !== 'manifest') continue;
      const folder = fact.folder ?? folderOf(file.path);
      const known = folders.get(folder) ?? { manifests: [], rank: ECOSYSTEM_ORDER.length };
      folders.set(folder, known);
      if (!known.manifests.includes(file.path)) known.manifests.push(file.path);
      const rank = ECOSYSTEM_ORDER.indexOf(fact.ecosystem);
      if (fact.name !== undefined && rank < known.rank) Object.assign(known, { name: fact.name, rank });
    }
  }
  const named = [...folders].map(([path, { manifests, name }]) => ({
    path,
    name: name ?? (path === '' ? WORKSPACE_NAME : baseName(path)),
    manifests: manifests.sort(byText),
  }));
  const all = withDistinctNames(named).sort((a, b) => byText(a.path, b.path));
  const byFolder = new Map(all.map((application) => [application.path, application.name]));
  const memo = new Map<string, string>();
  const nameOfFolder = (folder: string): string => {
    const known = memo.get(folder);
    if (known !== undefined) return known;
    const nearest = ancestors(folder).find((candidate) => byFolder.has(candidate));
    const name = (nearest === undefined ? undefined : byFolder.get(nearest)) ?? WORKSPACE_NAME;
    memo.set(folder, name);
    return name;
  };
  return { all, nameOf: (path) => nameOfFolder(folderOf(path)) };
}

/** Two applications of one name are told apart by their folders. */
function withDistinctNames(applications: readonly Application[]): Application[] {
  const count = new Map<string, number>();
  for (const { name } of applications) count.set(name, (count.get(name) ?? 0) + 1);
  return applications.map((application) =>
    (count.get(application.name) ?? 0) > 1
      ? { ...application, name: application.path === '' ? WORKSPACE_NAME : application.path }
      : application,
  );
}
