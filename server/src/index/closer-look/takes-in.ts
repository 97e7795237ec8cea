import type { FileFacts } from '../../model/facts';
import { importsNaming, importsOf } from '../imports-of';
import type { LocalModules } from '../local-modules';
import { folderOf } from '../paths';
import type { Provided } from './provided-names';

/** An index file that hands on what an index file hands on. */
const MOST_HOPS = 4;

/** Tells whether a file takes in one of the names that others provide, through modules that hand them on. */
export function takesIn(
  files: readonly FileFacts[],
  modules: LocalModules,
  provided: Provided,
): (file: FileFacts) => boolean {
  if (provided.size === 0) return () => false;
  const words = new Set([...wordsOf(files, modules, provided), 'default']);
  const taking = new Taking(modules, provided);
  return (file) =>
    importsNaming(file, words).some(({ module, names }) =>
      names.some(({ name }) => words.has(name) && taking.has(file, module, name, 0)),
    ) || loadedBy(file).some((module) => taking.has(file, module, '*', 0));
}

/** Modules that a file takes in by a call: nobody knows yet which of their names it asks for. */
function loadedBy({ language, named = [] }: FileFacts): readonly string[] {
  return language === 'elixir' ? [] : named;
}

class Taking {
  readonly #modules: LocalModules;
  readonly #provided: Provided;
  readonly #known = new Map<string, boolean>();

  constructor(modules: LocalModules, provided: Provided) {
    this.#modules = modules;
    this.#provided = provided;
  }

  /** Whether a name of a module, or with `*` any of them, is provided. */
  has(file: FileFacts, module: string, name: string, hop: number): boolean {
    const target = this.#modules.fileOf(file.path, module, file.language);
    if (target !== undefined && target !== file.path && this.#hasName(target, name, hop)) return true;
    if (file.language !== 'python') return false;
    // `from app import mail` may take in the module `app.mail`.
    const inner = this.#modules.fileOf(file.path, module.endsWith('.') ? module + name : `${module}.${name}`, 'python');
    return inner !== undefined && inner !== target && this.#hasName(inner, '*', hop);
  }

  #hasName(path: string, name: string, hop: number): boolean {
    const key = `${path}\n${name}`;
    const before = this.#known.get(key);
    if (before !== undefined) return before;
    this.#known.set(key, false);
    const names = this.#provided.get(path);
    const isOwn = names !== undefined && (name === '*' || name === 'default' || names.has(name));
    const found = isOwn || (hop < MOST_HOPS && this.#handsOn(path, name, hop));
    this.#known.set(key, found);
    return found;
  }

  #handsOn(path: string, name: string, hop: number): boolean {
    const file = this.#modules.file(path);
    if (file === undefined) return false;
    const isAny = name === '*' && file.language !== 'python' && mayHandOn(file);
    return (
      importsOf(file).some(({ module, names }) =>
        names.some(
          (each) =>
            (isAny || each.local === name || each.name === '*') &&
            this.has(file, module, each.name === '*' ? name : each.name, hop + 1),
        ),
      ) ||
      (mayHandOn(file) && loadedBy(file).some((module) => this.has(file, module, '*', hop + 1)))
    );
  }
}

/** Whether a file may pass on names of others: what was only looked at says so. */
function mayHandOn({ glanced }: FileFacts): boolean {
  return glanced === undefined || glanced.includes('*');
}

/**
 * The names that a file must import one of, or the stems of files whose module it must import: those that are provided, and
 * what files call them that hand them on.
 */
function wordsOf(files: readonly FileFacts[], modules: LocalModules, provided: Provided): ReadonlySet<string> {
  const words = new Set(['*']);
  const stems = new Set<string>();
  for (const [path, names] of provided) {
    for (const name of [...names, stemOf(path)]) words.add(name);
    stems.add(stemOf(path)).add(stemOf(folderOf(path)));
  }
  const handing = files.filter(mayHandOn);
  const renamed = handing.flatMap(renamedBy).filter(({ name }) => name !== 'default');
  for (const file of handing) {
    const isOfOne = ({ module, name }: Renamed): boolean =>
      name === 'default' &&
      mayBeOneOf(stems, module) &&
      provided.has(modules.fileOf(file.path, module, file.language) ?? '');
    for (const { local } of renamedBy(file).filter(isOfOne)) words.add(local);
  }
  for (let hop = 0, before = -1; hop < MOST_HOPS && before !== words.size; hop += 1) {
    before = words.size;
    for (const { name, local } of renamed) if (words.has(name)) words.add(local);
  }
  return words;
}

interface Renamed {
  readonly module: string;
  readonly name: string;
  readonly local: string;
}

const known = new WeakMap<FileFacts, readonly Renamed[]>();

/** What a script takes in under another name than it has there. */
function renamedBy(file: FileFacts): readonly Renamed[] {
  const before = known.get(file);
  if (before !== undefined) return before;
  const renamed: Renamed[] = [];
  for (const { module, names } of file.language === 'python' ? [] : importsOf(file)) {
    for (const { name, local } of names) if (name !== local && name !== '*') renamed.push({ module, name, local });
  }
  known.set(file, renamed);
  return renamed;
}

/** Whether a module may be one of some files: a package, or what has the name of one of them or of its folder. */
function mayBeOneOf(stems: ReadonlySet<string>, module: string): boolean {
  const isPath = /^(?:\.|[@~#$]?\/|[^/]+\/[^/]+\/)/.test(module);
  return !isPath || /(?:^|\/)\.{1,2}$/.test(module) || stems.has(stemOf(module));
}

function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}
