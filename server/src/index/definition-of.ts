import type { FileFacts, ImportFact } from '../model/facts';
import { importsOf } from './imports-of';
import { type LocalModules, memberOf, originOf } from './local-modules';

/** A function as it is known to all files: `path#scope`; in Elixir names hold everywhere and the path is empty. */
export type FunctionKey = string;

export function functionKey({ path, language }: Pick<FileFacts, 'path' | 'language'>, scope: string): FunctionKey {
  return language === 'elixir' ? `#${scope}` : `${path}#${scope}`;
}

/** A client behind an index file behind a package is three. */
const MOST_HOPS = 4;

/** Where a name that starts at an import is defined, if that is in the workspace: `./mail.mailer.send` is `Mailer.send`. */
export function definitionOf(
  modules: LocalModules,
  file: FileFacts,
  callee: string,
  module: string,
): FunctionKey | undefined {
  if (file.language === 'elixir') return functionKey(file, callee);
  return followed(modules, file, callee, module, MOST_HOPS);
}

function followed(
  modules: LocalModules,
  file: FileFacts,
  callee: string,
  module: string,
  hops: number,
): FunctionKey | undefined {
  if (hops === 0 || module === '' || !callee.startsWith(module)) return undefined;
  const names = callee
    .slice(module.length)
    .replace(/^\./, '')
    .split('.')
    .filter((name) => name !== '');
  const target = modules.file(modules.fileOf(file.path, module, file.language) ?? '');
  const [first = '', ...rest] = names;
  // `from app.services import mail` then `mail.send()`: the name is a module of the package.
  const inner =
    file.language === 'python' && rest.length > 0
      ? modules.fileOf(file.path, memberOf(module, first), 'python')
      : undefined;
  const submodule = inner === undefined || inner === target?.path ? undefined : modules.file(inner);
  if (submodule !== undefined) return located(modules, submodule, rest, hops - 1);
  return target === undefined || target.path === file.path ? undefined : located(modules, target, names, hops - 1);
}

function located(
  modules: LocalModules,
  file: FileFacts,
  names: readonly string[],
  hops: number,
): FunctionKey | undefined {
  const [first, ...rest] = names;
  if (first === undefined || hops === 0) return undefined;
  const value = modules.bindingOf(file.path, first)?.value;
  if (value?.t === 'map' && rest.length > 0) return functionKey(file, rest.join('.'));
  const origin = value === undefined ? undefined : originOf(value);
  if (origin !== undefined && origin !== first) {
    const module = importOf(file, origin);
    const path = [origin, ...rest].join('.');
    return module === undefined ? functionKey(file, path) : followed(modules, file, path, module, hops - 1);
  }
  const passedOn = value === undefined ? exporterOf(file, first) : undefined;
  if (passedOn === undefined) return functionKey(file, names.join('.'));
  const path = memberOf(passedOn.module, [passedOn.name, ...rest].join('.'));
  return followed(modules, file, path, passedOn.module, hops - 1);
}

/** The import that a name with dots starts at. */
export function importOf(file: FileFacts, name: string): string | undefined {
  let longest: string | undefined;
  for (const { module } of importsOf(file)) {
    if (module.length <= (longest?.length ?? 0)) continue;
    if (name.startsWith(module) && (module.endsWith('.') || name[module.length] === '.')) longest = module;
  }
  return longest;
}

function exporterOf(file: FileFacts, local: string): { readonly module: string; readonly name: string } | undefined {
  for (const fact of importsOf(file)) {
    const found = nameIn(fact, local);
    if (found !== undefined) return { module: fact.module, name: found };
  }
  return undefined;
}

function nameIn({ names }: ImportFact, local: string): string | undefined {
  return names.find((one) => one.local === local && one.name !== '*')?.name;
}
