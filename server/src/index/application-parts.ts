import type { DependencyFact, FileFacts } from '../model/facts';

/** The folder of the application that a file belongs to. */
export type FolderOfApplication = (path: string) => string;

/** The applications of the workspace that each application is built of, by folder. */
export type Parts = ReadonlyMap<string, ReadonlySet<string>>;

interface Packages {
  readonly names: readonly { readonly key: string; readonly folder: string | undefined }[];
  readonly wants: readonly string[];
}

/** By the facts themselves: a file that has not changed is not looked through again. */
const read = new WeakMap<FileFacts, Packages>();

export function partsOf(files: readonly FileFacts[], folderOf: FolderOfApplication): Parts {
  const folders = new Map<string, string>();
  for (const file of files) {
    for (const { key, folder } of packagesIn(file).names) folders.set(key, folder ?? folderOf(file.path));
  }
  const parts = new Map<string, Set<string>>();
  for (const file of files) {
    for (const key of packagesIn(file).wants) {
      const part = folders.get(key);
      if (part === undefined) continue;
      const folder = folderOf(file.path);
      if (part === folder) continue;
      const known = parts.get(folder);
      if (known === undefined) parts.set(folder, new Set([part]));
      else known.add(part);
    }
  }
  return parts;
}

/** All that an application is built of, parts of its parts as well. */
export function reachedFrom(parts: Parts, folder: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [folder];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const part of parts.get(next) ?? []) {
      if (reached.has(part)) continue;
      reached.add(part);
      open.push(part);
    }
  }
  return reached;
}

function packagesIn(file: FileFacts): Packages {
  const known = read.get(file);
  if (known !== undefined) return known;
  const names: Packages['names'][number][] = [];
  const wants: string[] = [];
  for (const fact of file.facts) {
    if (fact.kind === 'manifest' && fact.name !== undefined) {
      names.push({ key: packageKey(fact.ecosystem, fact.name), folder: fact.folder });
    } else if (fact.kind === 'dependency' && fact.commentedOut !== true) {
      wants.push(packageKey(fact.ecosystem, fact.name));
    }
  }
  const packages = { names, wants };
  read.set(file, packages);
  return packages;
}

function packageKey(ecosystem: DependencyFact['ecosystem'], name: string): string {
  return `${ecosystem}:${ecosystem === 'pypi' ? name.toLowerCase().replace(/[-_.]+/g, '-') : name}`;
}
