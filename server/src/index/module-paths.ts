import type { FileFacts } from '../model/facts';
import { ancestors, folderOf, join } from './paths';
import { type ScriptPaths, scriptPaths } from './script-paths';

const SCRIPT_LANGUAGES = new Set(['javascript', 'typescript', 'tsx', 'vue', 'svelte']);

/** Where imports lead among the paths of a workspace, each import of a folder followed once. */
export class ModulePaths {
  readonly #python: Remembered;
  readonly #scripts: Remembered;

  constructor(files: readonly FileFacts[]) {
    this.#python = new Remembered(pythonPaths(files));
    this.#scripts = new Remembered(scriptPaths(files));
  }

  fileOf(path: string, module: string, language: string | undefined): string | undefined {
    if (language === 'python') return this.#python.find(path, module);
    return language !== undefined && SCRIPT_LANGUAGES.has(language) ? this.#scripts.find(path, module) : undefined;
  }

  /** How much is remembered: names that are typed once, and files that were there for a while, add to it for good. */
  get size(): number {
    return this.#python.size + this.#scripts.size;
  }

  /**
   * Takes in that files came or went, none of which is a manifest: `changed` are their paths, `files` all that are there
   * now. The folders in which an import leads elsewhere than it did.
   */
  change(files: readonly FileFacts[], changed: readonly string[]): ReadonlySet<string> {
    if (changed.length === 0) return new Set();
    this.#python.forget(changed);
    this.#scripts.forget(changed);
    const names = new Set(changed.flatMap(namesOf));
    const mayMean = (module: string): boolean => endsOf(module).some((end) => names.has(end));
    return new Set([
      ...this.#python.change(pythonPaths(files), mayMean),
      // What begins with no dot may be the name of a package, which lies anywhere.
      ...this.#scripts.change(scriptPaths(files), (module) => !module.startsWith('.') || mayMean(module)),
    ]);
  }
}

/** Files of one folder find the same; asked by path, so that no key need be put together. */
class Remembered {
  #find: ScriptPaths;
  readonly #byFolder = new Map<string, Map<string, string | null>>();
  readonly #byPath = new Map<string, Map<string, string | null>>();
  #modules = 0;

  constructor(find: ScriptPaths) {
    this.#find = find;
  }

  find(path: string, module: string): string | undefined {
    let known = this.#byPath.get(path);
    if (known === undefined) {
      const folder = folderOf(path);
      known = this.#byFolder.get(folder) ?? new Map<string, string | null>();
      this.#byFolder.set(folder, known);
      this.#byPath.set(path, known);
    }
    const before = known.get(module);
    if (before !== undefined) return before ?? undefined;
    const found = this.#find(folderOf(path), module);
    known.set(module, found ?? null);
    this.#modules += 1;
    return found;
  }

  get size(): number {
    return this.#modules + this.#byPath.size;
  }

  /** Files that came or went: those that are there ask again. */
  forget(paths: readonly string[]): void {
    for (const path of paths) this.#byPath.delete(path);
  }

  /** Asks again what may have another answer. The folders where it has. */
  *change(find: ScriptPaths, mayMean: (module: string) => boolean): Generator<string> {
    this.#find = find;
    for (const [folder, known] of this.#byFolder) {
      for (const [module, before] of known) {
        if (!mayMean(module)) continue;
        const now = find(folder, module) ?? null;
        if (now === before) continue;
        known.set(module, now);
        yield folder;
      }
    }
  }
}

/** The names that an import may end in to mean a file: its own, with ending or without, or its folder's. */
function namesOf(path: string): readonly string[] {
  const name = lastPart(path);
  return [name, withoutEnding(name), lastPart(folderOf(path)), ''];
}

/** What an import ends in: `detail` of `.views.detail`, `mail.server` of `../lib/mail.server.js`, nothing of `..`. */
function endsOf(module: string): readonly string[] {
  const part = lastPart(module);
  const bare = part.replace(/\.(?:js|jsx|mjs|cjs)$/, '');
  return [part, bare, bare.slice(bare.lastIndexOf('.') + 1)];
}

/** `mail.server` of `./mail.server` and of `mail.server.ts`. */
function withoutEnding(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? name : name.slice(0, dot);
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function pythonPaths(files: readonly FileFacts[]): ScriptPaths {
  const paths = new Set(files.map(({ path }) => path));
  const stems = stemsOf(files);
  return (folder, module) => pythonFile(paths, stems, folder, module);
}

function pythonFile(
  files: ReadonlySet<string>,
  stems: ReadonlySet<string>,
  folder: string,
  module: string,
): string | undefined {
  const last = module.slice(module.lastIndexOf('.') + 1);
  if (last !== '' && !stems.has(last)) return undefined;
  const dots = /^\.*/.exec(module)?.[0].length ?? 0;
  const rest = module
    .slice(dots)
    .split('.')
    .filter((part) => part !== '')
    .join('/');
  const folders = dots > 0 ? [upward(folder, dots - 1)] : ancestors(folder);
  for (const above of folders) {
    const base = rest === '' ? above : join(above, rest);
    // Where both stand side by side, Python takes the package.
    for (const candidate of [join(base, '__init__.py'), `${base}.py`]) if (files.has(candidate)) return candidate;
  }
  return undefined;
}

/** Names that a Python module can have here: most modules that code imports are not the workspace's. */
function stemsOf(files: readonly FileFacts[]): ReadonlySet<string> {
  const stems = new Set<string>();
  for (const { path, language } of files) {
    if (language !== 'python') continue;
    const folder = folderOf(path);
    stems.add(path.slice(folder === '' ? 0 : folder.length + 1).replace(/\.pyi?$/, ''));
    stems.add(folder.slice(folder.lastIndexOf('/') + 1));
  }
  return stems;
}

function upward(folder: string, levels: number): string {
  let at = folder;
  for (let i = 0; i < levels; i += 1) at = folderOf(at);
  return at;
}
