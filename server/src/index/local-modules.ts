import type { FactOf, FileFacts } from '../model/facts';
import type { Value } from '../model/value';
import { ModulePaths } from './module-paths';

/** Follows imports to files of the workspace, and names to what they are bound to there. */
export interface LocalModules {
  /** The file that an import of `module` in `path` means, if it is one of the workspace's. */
  fileOf(path: string, module: string, language: string | undefined): string | undefined;
  file(path: string): FileFacts | undefined;
  /** What a module-level name of a file is bound to. */
  bindingOf(path: string, name: string): FactOf<'binding'> | undefined;
}

export function localModules(files: readonly FileFacts[]): LocalModules {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return modulesOver(new ModulePaths(files), (path) => byPath.get(path));
}

/** The same for files that may come to say something else. */
export function modulesOver(paths: Pick<LocalModules, 'fileOf'>, file: LocalModules['file']): LocalModules {
  return {
    fileOf: (path, module, language) => paths.fileOf(path, module, language),
    file,
    bindingOf: (path, name) => bindingsOf(file(path)).get(name),
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

/** A name of a module; those of Python that are told by dots alone end with one. */
export function memberOf(module: string, name: string): string {
  return module.endsWith('.') ? module + name : `${module}.${name}`;
}

/** What a value starts at: the name that it stands for, or what constructs it. */
export function originOf(value: Value): string | undefined {
  return value.t === 'ref' ? value.path : constructed(value);
}

/** The callee at the root of a value: what `new Stripe(...)` or `createClient(...)` constructs. */
function constructed(value: Value): string | undefined {
  if (value.t === 'call') return value.callee;
  if (value.t === 'either') return value.options.map(constructed).find((callee) => callee !== undefined);
  return undefined;
}
