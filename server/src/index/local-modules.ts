import type { FactOf, FileFacts } from '../model/facts';
import type { Value } from '../model/value';
import { factsOfKind } from './facts-of-kind';
import { ancestors, folderOf, join, resolveRelative } from './paths';

/** Follows imports to files of the workspace, and names to what they are bound to there. */
export interface LocalModules {
  /** The file that an import of `module` in `path` means, if it is one of the workspace's. */
  fileOf(path: string, module: string, language: string | undefined): string | undefined;
  file(path: string): FileFacts | undefined;
  /** What a module-level name of a file is bound to. */
  bindingOf(path: string, name: string): FactOf<'binding'> | undefined;
}

const SCRIPT_ENDINGS = ['.ts', '.tsx', '.js', '.jsx', '.mjs', '.cjs', '.mts', '.cts', '.vue', '.svelte'];
const SCRIPT_LANGUAGES = new Set(['javascript', 'typescript', 'tsx', 'vue', 'svelte']);

export function localModules(files: readonly FileFacts[]): LocalModules {
  const members = memberFolders(files);
  const byPath = new Map(files.map((file) => [file.path, file]));
  const memo = new Map<string, string | null>();
  const stems = stemsOf(files);
  const scripts = scriptsOf(files);

  const find = (path: string, module: string, language: string | undefined): string | undefined =>
    language === 'python'
      ? pythonFile(byPath, stems, path, module)
      : language !== undefined && SCRIPT_LANGUAGES.has(language)
        ? scriptFile(byPath, scripts, members, path, module)
        : undefined;

  return {
    fileOf(path, module, language) {
      const key = `${folderOf(path)}\n${module}\n${language}`;
      const known = memo.get(key);
      if (known !== undefined) return known ?? undefined;
      const found = find(path, module, language);
      memo.set(key, found ?? null);
      return found;
    },
    file: (path) => byPath.get(path),
    bindingOf: (path, name) => bindingsOf(byPath.get(path)).get(name),
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

function scriptFile(
  files: ReadonlyMap<string, unknown>,
  scripts: ReadonlyMap<string, string>,
  members: ReadonlyMap<string, string>,
  path: string,
  module: string,
): string | undefined {
  for (const base of [...scriptBases(folderOf(path), module), ...memberBases(members, module)]) {
    if (files.has(base)) return base;
    const found = scripts.get(base.replace(/\.(js|jsx|mjs|cjs)$/, '')) ?? scripts.get(join(base, 'index'));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The scripts by their paths without ending; of several, the one whose ending is tried first. */
function scriptsOf(files: readonly FileFacts[]): ReadonlyMap<string, string> {
  const scripts = new Map<string, string>();
  const rankOf = (path: string): number => SCRIPT_ENDINGS.indexOf(endingOf(path));
  for (const { path } of files) {
    const rank = rankOf(path);
    if (rank < 0) continue;
    const bare = path.slice(0, -endingOf(path).length);
    const known = scripts.get(bare);
    if (known === undefined || rank < rankOf(known)) scripts.set(bare, path);
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
  const name = module.split('/', module.startsWith('@') ? 2 : 1).join('/');
  const folder = members.get(name);
  if (folder === undefined) return [];
  const rest = module.slice(name.length + 1);
  return rest === '' ? [folder, join(folder, 'src')] : [join(folder, rest), join(join(folder, 'src'), rest)];
}

/** Where a script's import may point, without ending: relative, or by the usual aliases for the application's `src`. */
function scriptBases(folder: string, module: string): readonly string[] {
  if (module.startsWith('.')) {
    const base = resolveRelative(folder, module);
    return base === undefined ? [] : [base];
  }
  if (!/^(@|~|#|\$lib|src)\//.test(module)) return [];
  const rest = module.slice(module.indexOf('/') + 1);
  const roots = module.startsWith('$lib') ? ['src/lib'] : ['src', '', 'app'];
  return ancestors(folder).flatMap((above) => roots.map((root) => join(join(above, root), rest)));
}

function pythonFile(
  files: ReadonlyMap<string, unknown>,
  stems: ReadonlySet<string>,
  path: string,
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
  const folders = dots > 0 ? [upward(folderOf(path), dots - 1)] : ancestors(folderOf(path));
  for (const folder of folders) {
    const base = rest === '' ? folder : join(folder, rest);
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
