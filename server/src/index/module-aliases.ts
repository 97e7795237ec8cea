import type { FactOf, FileFacts } from '../model/facts';
import { factsOfKind } from './facts-of-kind';
import { ancestors, folderOf, resolveRelative } from './paths';

/** Where a name of an import may lead by what the workspace says of it, the likeliest first; paths without ending. */
export type ModuleAliases = (folder: string, module: string) => readonly string[];

interface Alias {
  readonly before: string;
  /** Behind the star; `undefined` where the pattern has none. */
  readonly after: string | undefined;
  readonly folder: string;
  readonly targets: readonly string[];
}

/** What the nearest folder above says counts; there the longest pattern that fits, as compilers have it. */
export function moduleAliases(files: readonly FileFacts[]): ModuleAliases {
  const byFolder = new Map<string, Alias[]>();
  for (const file of files) {
    for (const fact of factsOfKind(file, 'moduleAlias')) {
      const folder = folderOf(file.path);
      const aliases = byFolder.get(folder) ?? [];
      byFolder.set(folder, aliases);
      aliases.push(aliasOf(fact, folder));
    }
  }
  for (const aliases of byFolder.values()) aliases.sort(closest);
  return (folder, module) =>
    byFolder.size === 0
      ? []
      : ancestors(folder).flatMap((above) => byFolder.get(above)?.flatMap((alias) => placesOf(alias, module)) ?? []);
}

function aliasOf({ pattern, targets }: FactOf<'moduleAlias'>, folder: string): Alias {
  const star = pattern.indexOf('*');
  const before = star < 0 ? pattern : pattern.slice(0, star);
  return { before, after: star < 0 ? undefined : pattern.slice(star + 1), folder, targets };
}

function closest(a: Alias, b: Alias): number {
  return Number(a.after !== undefined) - Number(b.after !== undefined) || b.before.length - a.before.length;
}

function placesOf({ before, after, folder, targets }: Alias, module: string): readonly string[] {
  const rest = restOf(before, after, module);
  if (rest === undefined) return [];
  return targets.flatMap(
    (target) =>
      resolveRelative(
        folder,
        target.replace('*', () => rest),
      ) ?? [],
  );
}

/** What the star stands for. */
function restOf(before: string, after: string | undefined, module: string): string | undefined {
  if (after === undefined) return module === before ? '' : undefined;
  const isIn = module.startsWith(before) && module.endsWith(after) && module.length > before.length + after.length;
  // A lone star is where names are looked for first of all; a bare one is a package's, whatever folder is called so.
  if (!isIn || (before === '' && !module.includes('/'))) return undefined;
  return module.slice(before.length, module.length - after.length);
}
