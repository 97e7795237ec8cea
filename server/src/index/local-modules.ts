import type { FactOf, FileFacts } from '../model/facts';
import type { Value } from '../model/value';
import { ancestors, folderOf, join } from './paths';
import { type ScriptPaths, scriptPaths } from './script-paths';

/** Follows imports to files of the workspace, and names to what they are bound to there. */
export interface LocalModules {
  /** The file that an import of `module` in `path` means, if it is one of the workspace's. */
  fileOf(path: string, module: string, language: string | undefined): string | undefined;
  file(path: string): FileFacts | undefined;
  /** What a module-level name of a file is bound to. */
  bindingOf(path: string, name: string): FactOf<'binding'> | undefined;
}

const SCRIPT_LANGUAGES = new Set(['javascript', 'typescript', 'tsx', 'vue', 'svelte']);

export function localModules(files: readonly FileFacts[]): LocalModules {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const scripts = scriptPaths(files);
  const stems = stemsOf(files);
  const inPython = rememberedByFolder((folder, module) => pythonFile(byPath, stems, folder, module));
  const inScripts = rememberedByFolder(scripts);

  return {
    fileOf: (path, module, language) =>
      language === 'python'
        ? inPython(path, module)
        : language !== undefined && SCRIPT_LANGUAGES.has(language)
          ? inScripts(path, module)
          : undefined,
    file: (path) => byPath.get(path),
    bindingOf: (path, name) => bindingsOf(byPath.get(path)).get(name),
  };
}

/** Files of one folder find the same; asked by path, so that no key need be put together. */
function rememberedByFolder(find: ScriptPaths): (path: string, module: string) => string | undefined {
  const byFolder = new Map<string, Map<string, string | null>>();
  const byPath = new Map<string, Map<string, string | null>>();
  return (path, module) => {
    let known = byPath.get(path);
    if (known === undefined) {
      const folder = folderOf(path);
      known = byFolder.get(folder) ?? new Map<string, string | null>();
      byFolder.set(folder, known);
      byPath.set(path, known);
    }
    const before = known.get(module);
    if (before !== undefined) return before ?? undefined;
    const found = find(folderOf(path), module);
    known.set(module, found ?? null);
    return found;
  };
}

type Bindings = ReadonlyMap<string, FactOf<'binding'>>;

const NO_BINDINGS: Bindings = new Map();
const bindings = new WeakMap<FileFacts, Bindings>();

/** What the module-level names of a file are bound to, looked up once. */
export function bindingsOf(file: FileFacts | undefined): Bindings {
  if (file === undefined) return NO_BINDINGS;
  const known = bindings.get(file);
  if (known !== undefined) return known;
  const names = new Map<string, FactOf<'binding'>>();
  for (const fact of file.facts)
    if (fact.kind === 'binding' && fact.methods === undefined && !names.has(fact.name)) names.set(fact.name, fact);
  bindings.set(file, names);
  return names;
}

/** The callee at the root of a value: what `new Stripe(...)` or `createClient(...)` constructs. */
export function constructed(value: Value): string | undefined {
  if (value.t === 'call') return value.callee;
  if (value.t === 'either') return value.options.map(constructed).find((callee) => callee !== undefined);
  return undefined;
}

function pythonFile(
  files: ReadonlyMap<string, unknown>,
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
