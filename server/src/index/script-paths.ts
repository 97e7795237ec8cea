import type { FileFacts } from '../model/facts';
import { factsOfKind } from './facts-of-kind';
import { moduleAliases } from './module-aliases';
import { folderOf, join, resolveRelative } from './paths';

/** In the order in which they are tried. */
const ENDINGS = ['.ts', '.tsx', '.js', '.jsx', '.mjs', '.cjs', '.mts', '.cts', '.vue', '.svelte'];
const INDEX = '/index';

/** Where a script in a folder finds what it imports, if that is a file of the workspace. */
export type ScriptPaths = (folder: string, module: string) => string | undefined;

export function scriptPaths(files: readonly FileFacts[]): ScriptPaths {
  const paths = new Set(files.map(({ path }) => path));
  const members = memberFolders(files);
  const scripts = scriptsOf(files);
  const told = moduleAliases(files);
  let aliases: Aliases | undefined;

  const at = (base: string): string | undefined =>
    paths.has(base) ? base : (scripts.get(withoutEnding(base)) ?? scripts.get(join(base, 'index')));
  const first = (bases: readonly string[]): string | undefined => {
    for (const base of bases) {
      const found = at(base);
      if (found !== undefined) return found;
    }
    return undefined;
  };

  return (folder, module) => {
    if (module.startsWith('.')) {
      const base = resolveRelative(folder, module);
      return base === undefined ? undefined : at(base);
    }
    const meant = first(told(folder, module));
    // Types of a package that are written down here do not make it one of ours.
    if (meant !== undefined && !meant.endsWith('.d.ts')) return meant;
    if (/^(@|~|#|\$lib|src)\//.test(module)) {
      aliases ??= new Aliases([...paths, ...scripts.keys()], at);
      const roots = module.startsWith('$lib') ? ['src/lib'] : ['src', '', 'app'];
      const found = aliases.find(folder, roots, module.slice(module.indexOf('/') + 1));
      if (found !== undefined) return found;
    }
    return first(memberBases(members, module));
  };
}

/** What an alias for a folder of the application stands for where nobody says which: the nearest above counts. */
class Aliases {
  readonly #at: (base: string) => string | undefined;
  /** What may be imported, by the last part of its path. */
  readonly #byLastPart = new Map<string, string[]>();
  /** The folders that hold what an alias is followed by. */
  readonly #holders = new Map<string, readonly string[]>();

  constructor(importable: readonly string[], at: (base: string) => string | undefined) {
    this.#at = at;
    for (const path of importable) {
      this.#add(path);
      if (path.endsWith(INDEX)) this.#add(path.slice(0, -INDEX.length));
    }
  }

  find(folder: string, roots: readonly string[], rest: string): string | undefined {
    let nearest: string | undefined;
    let best = -1;
    for (const holder of this.#holdersOf(rest)) {
      for (const [rank, root] of roots.entries()) {
        const above = withoutRoot(holder, root);
        if (above === undefined || !(above === '' || above === folder || folder.startsWith(`${above}/`))) continue;
        const nearness = (above === '' ? 0 : above.length + 1) * roots.length + roots.length - rank;
        if (nearness <= best) continue;
        best = nearness;
        nearest = holder;
      }
    }
    return nearest === undefined ? undefined : this.#at(join(nearest, rest));
  }

  #holdersOf(rest: string): readonly string[] {
    const known = this.#holders.get(rest);
    if (known !== undefined) return known;
    const holders = new Set<string>();
    for (const end of new Set([rest, withoutEnding(rest)])) {
      for (const path of this.#byLastPart.get(lastPart(end)) ?? []) {
        if (path === end) holders.add('');
        else if (path.endsWith(`/${end}`)) holders.add(path.slice(0, -end.length - 1));
      }
    }
    const found = [...holders].filter((holder) => this.#at(join(holder, rest)) !== undefined);
    this.#holders.set(rest, found);
    return found;
  }

  #add(path: string): void {
    const last = lastPart(path);
    const known = this.#byLastPart.get(last);
    if (known === undefined) this.#byLastPart.set(last, [path]);
    else known.push(path);
  }
}

/** The folder that `src` of it is the holder. */
function withoutRoot(holder: string, root: string): string | undefined {
  if (root === '') return holder;
  if (holder === root) return '';
  return holder.endsWith(`/${root}`) ? holder.slice(0, -root.length - 1) : undefined;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** An import of `./mail.js` may mean `mail.ts`. */
function withoutEnding(base: string): string {
  return base.replace(/\.(js|jsx|mjs|cjs)$/, '');
}

/** The scripts by their paths without ending; of several, the one whose ending is tried first. */
function scriptsOf(files: readonly FileFacts[]): ReadonlyMap<string, string> {
  const scripts = new Map<string, string>();
  for (const { path } of files) {
    const ending = endingOf(path);
    const rank = ENDINGS.indexOf(ending);
    if (rank < 0) continue;
    const bare = path.slice(0, -ending.length);
    const known = scripts.get(bare);
    if (known === undefined || rank < ENDINGS.indexOf(endingOf(known))) scripts.set(bare, path);
  }
  return scripts;
}

function endingOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('.'), 0));
}

/** The packages of this workspace by name: `@acme/lib` lies in `packages/lib`. */
function memberFolders(files: readonly FileFacts[]): ReadonlyMap<string, string> {
  const folders = new Map<string, string>();
  for (const file of files) {
    for (const fact of factsOfKind(file, 'manifest')) {
      if (fact.ecosystem !== 'npm' || fact.name === undefined) continue;
      folders.set(fact.name, folderOf(file.path));
    }
  }
  return folders;
}

/** An import of another package of the same workspace: its folder or its `src`. */
function memberBases(members: ReadonlyMap<string, string>, module: string): readonly string[] {
  if (members.size === 0) return [];
  const scope = module.startsWith('@') ? module.indexOf('/') : -1;
  const slash = module.indexOf('/', scope + 1);
  const name = slash < 0 ? module : module.slice(0, slash);
  const folder = members.get(name);
  if (folder === undefined) return [];
  const rest = module.slice(name.length + 1);
  return rest === '' ? [folder, join(folder, 'src')] : [join(folder, rest), join(join(folder, 'src'), rest)];
}
