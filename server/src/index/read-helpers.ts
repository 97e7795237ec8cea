import type {
  BindingFact,
  CallFact,
  DynamicReadFact,
  FileFacts,
  ImportedName,
  ImportedReadFact,
  ReadHelper,
} from '../model/facts';
import type { Value } from '../model/value';
import { factsOfKind } from './facts-of-kind';
import { type Added, addedBy } from './fold';
import { importsOf } from './imports-of';
import { bindingsOf, type LocalModules, memberOf, originOf } from './local-modules';
import { valueText } from './value-text';

/** Wrappers by the file that defines them; those of Elixir, whose names are global, by `Module.function`. */
export type Helpers = Pick<ReadonlyMap<string, readonly ReadHelper[]>, 'get' | 'size'>;

/** How many local modules a name is followed through: a wrapper that an index file hands on is two. */
const MOST_HOPS = 4;

/** The wrappers that a file defines, by the name that they are asked for under. */
export function helpersIn(file: FileFacts): Added<readonly ReadHelper[]> {
  const own = factsOfKind(file, 'dynamicRead').flatMap((fact): readonly ReadHelper[] =>
    isWrapper(fact) ? [fact.helper] : [],
  );
  return addedBy([
    ...own.map((helper) => [file.path, helper] as const),
    ...factsOfKind(file, 'binding').flatMap((fact) => {
      const helper = boundHelper(fact, file.language);
      const key = file.language === 'elixir' ? fact.name : file.path;
      return helper === undefined ? [] : [[key, helper] as const];
    }),
  ]);
}

/** The name of the wrapper that a fact states, if it does. */
export function wrapperName(fact: FileFacts['facts'][number], language: string | undefined): string | undefined {
  if (isWrapper(fact)) return fact.helper.name;
  if (fact.kind !== 'binding') return undefined;
  return isEnvironment(fact) ? fact.name : boundHelper(fact, language)?.name;
}

const ACCESSORS = new Set(['System.get_env', 'process.env', 'import.meta.env', 'Deno.env.get', 'Bun.env']);

/** A function is bound to the read that it makes, its parameters written `$0`, `{0}` or, of an object's key, `{0.name}`. */
function boundHelper({ name, value }: BindingFact, language: string | undefined): ReadHelper | undefined {
  if (value.t !== 'call' || !ACCESSORS.has(value.callee)) return undefined;
  const slot = slotOf(value.args[0]);
  if (slot === undefined) return undefined;
  const { keywords } = value;
  const fallback = slotOf(keywords['fallback'] ?? keywords['default']);
  const own = keywords['default'];
  const ownDefault = own === undefined || slotOf(own) !== undefined ? undefined : valueText(own);
  const required = slotOf(keywords['required']);
  const [many, prefix, suffix, cast] = ['many', 'prefix', 'suffix', 'cast'].map((key) => textOf(keywords[key]));
  return {
    name: language === 'elixir' ? name.slice(name.lastIndexOf('.') + 1) : name,
    nameParameter: slot.index,
    ...(slot.key !== undefined && { nameKey: slot.key }),
    missing: textOf(keywords['presence']) === 'raises' ? 'raises' : 'none',
    ...(fallback !== undefined && { defaultParameter: fallback.index }),
    ...(fallback?.key !== undefined && { defaultKey: fallback.key }),
    ...(ownDefault !== undefined && { ownDefault }),
    ...(cast !== undefined && { cast }),
    ...((many === 'list' || many === 'rest') && { many }),
    ...(prefix !== undefined && { prefix }),
    ...(suffix !== undefined && { suffix }),
    ...(keywords['upper'] !== undefined && { upper: true }),
    ...(required !== undefined && { required: { ...requirement(required), own: !isFalse(keywords['requires']) } }),
  };
}

interface Slot {
  readonly index: number;
  readonly key?: string;
}

function requirement({ index, key }: Slot): { readonly index: number; readonly keyword?: string } {
  return { index, ...(key !== undefined && { keyword: key }) };
}

function isFalse(value: Value | undefined): boolean {
  return value?.t === 'bool' && !value.v;
}

function slotOf(value: Value | undefined): Slot | undefined {
  const text = textOf(value);
  const match = text === undefined ? null : /^(?:\$(\d)|\{(\d)(?:\.([\w$]+))?\})$/.exec(text);
  if (match === null) return undefined;
  return { index: Number(match[1] ?? match[2]), ...(match[3] !== undefined && { key: match[3] }) };
}

function textOf(value: Value | undefined): string | undefined {
  return value?.t === 'ref' ? value.path : value?.t === 'string' ? value.v : undefined;
}

function isWrapper(fact: FileFacts['facts'][number]): fact is DynamicReadFact & { readonly helper: ReadHelper } {
  return fact.kind === 'dynamicRead' && fact.helper !== undefined;
}

const ENVIRONMENTS = /^(?:process|import\.meta|Bun)\.env$/;

/** Whether a file gives its environment away as a whole: `export const env = process.env`. */
export function givesEnvironment(file: FileFacts): boolean {
  return factsOfKind(file, 'binding').some(isEnvironment);
}

function isEnvironment({ value, exported }: BindingFact): boolean {
  return exported === true && value.t === 'ref' && ENVIRONMENTS.test(value.path);
}

/** Whether what a file imports is the environment as a whole. */
export function isImportedEnvironment(modules: LocalModules, file: FileFacts, fact: ImportedReadFact): boolean {
  const target = modules.fileOf(file.path, fact.module, file.language);
  return target !== undefined && isNamedEnvironment(modules, target, fact.name, 0);
}

function isNamedEnvironment(modules: LocalModules, path: string, name: string, hop: number): boolean {
  const file = modules.file(path);
  const binding = bindingsOf(file).get(name);
  if (file === undefined || hop >= MOST_HOPS) return false;
  if (binding !== undefined && isEnvironment(binding)) return true;
  const local = binding?.value.t === 'ref' && /^[\w$]+$/.test(binding.value.path) ? binding.value.path : undefined;
  if (local !== undefined && local !== name && isNamedEnvironment(modules, path, local, hop + 1)) return true;
  for (const source of sourcesOf(modules, file, [name])) {
    if (isNamedEnvironment(modules, source.path, source.members.join('.'), hop + 1)) return true;
  }
  return false;
}

/** The wrapper that a call calls, followed through the modules that hand it on. */
export function helperOf(
  modules: LocalModules,
  helpers: Helpers,
  file: FileFacts,
  call: CallFact,
): ReadHelper | undefined {
  const { callee, module } = call;
  if (file.language === 'elixir') {
    const called = callee.slice(callee.lastIndexOf('.') + 1);
    return helpers.get(callee)?.find(({ name }) => name === called);
  }
  const isInside = callee.startsWith(module.endsWith('.') ? module : `${module}.`);
  if (!isInside || module === '') return undefined;
  const members = callee.slice(module.endsWith('.') ? module.length : module.length + 1).split('.');
  const target = modules.fileOf(file.path, module, file.language);
  const found =
    target === undefined
      ? undefined
      : (named(modules, helpers, target, members, 0) ??
        // `require("./config")` gives what the file exports as a whole.
        (members[0] === 'default'
          ? named(modules, helpers, target, members.slice(1), 0)
          : named(modules, helpers, target, ['default', ...members], 0)));
  if (found !== undefined || file.language !== 'python') return found;
  // `from app import env` takes in the module `app.env` itself.
  const inner = modules.fileOf(file.path, memberOf(module, members[0] ?? ''), file.language);
  return inner === undefined || members.length < 2 ? undefined : named(modules, helpers, inner, members.slice(1), 0);
}

/** What a file knows under a name: its own wrapper, an instance of its class, or something that it hands on. */
function named(
  modules: LocalModules,
  helpers: Helpers,
  path: string,
  members: readonly string[],
  hop: number,
): ReadHelper | undefined {
  const wanted = members.join('.');
  const own = helpers.get(path)?.find(({ name }) => name === wanted);
  const [first, ...rest] = members;
  if (own !== undefined || first === undefined || hop >= MOST_HOPS) return own;
  const file = modules.file(path);
  const value = bindingsOf(file).get(first)?.value;
  const local = value === undefined ? undefined : originOf(value);
  if (local !== undefined && local !== first && /^[\w$]+$/.test(local)) {
    const found = named(modules, helpers, path, [local, ...rest], hop + 1);
    if (found !== undefined) return found;
  }
  return file === undefined ? undefined : imported(modules, helpers, file, members, hop);
}

function imported(
  modules: LocalModules,
  helpers: Helpers,
  file: FileFacts,
  members: readonly string[],
  hop: number,
): ReadHelper | undefined {
  for (const source of sourcesOf(modules, file, members)) {
    const found = named(modules, helpers, source.path, source.members, hop + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

interface Source {
  readonly path: string;
  /** What it is asked for there. */
  readonly members: readonly string[];
}

/** Where a file has a name from: `export { read } from "./env"`, `export * from "./env"`, `from .env import read`. */
function* sourcesOf(modules: LocalModules, file: FileFacts, members: readonly string[]): Generator<Source> {
  for (const fact of importsOf(file)) {
    if (fact.typeOnly === true) continue;
    for (const imported of fact.names) {
      const asked = membersBehind(imported, members);
      const path = asked.length === 0 ? undefined : modules.fileOf(file.path, fact.module, file.language);
      if (path !== undefined && path !== file.path) yield { path, members: asked };
    }
  }
}

/** What an import asks its module for where it gives the first of some names; nothing where it does not. */
function membersBehind({ name, local }: ImportedName, members: readonly string[]): readonly string[] {
  if (name === '*' && local === '*') return members;
  const [first, ...rest] = members;
  if (local !== first) return [];
  return name === '*' ? rest : [name, ...rest];
}
