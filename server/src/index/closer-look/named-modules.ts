import type { FileFacts } from '../../model/facts';
import { factsOfKind } from '../facts-of-kind';
import { wrapperName } from '../read-helpers';

/** Modules whose functions wrap an accessor, where names of modules hold everywhere: whoever names one may call them. */
export function wrappingModules(file: FileFacts): readonly string[] {
  if (file.language !== 'elixir' || file.glanced !== undefined) return [];
  const modules = factsOfKind(file, 'binding').flatMap((fact) =>
    wrapperName(fact, file.language) === undefined ? [] : [ownerOf(fact.name)],
  );
  return [...new Set(modules)];
}

/** Tells whether a file that was only looked at names one of the modules. */
export function namesOneOf(modules: ReadonlySet<string>): (file: FileFacts) => boolean {
  return modules.size === 0 ? () => false : ({ named }) => named?.some((module) => modules.has(module)) === true;
}

/** `Shop.Env` of `Shop.Env.fetch`. */
function ownerOf(name: string): string {
  return name.slice(0, Math.max(name.lastIndexOf('.'), 0));
}
