import type { Matcher } from '../../catalog/match';
import type { FileFacts } from '../../model/facts';
import { ecosystemOf } from '../code-evidence';
import { importsOf } from '../imports-of';
import { bindingsOf, type LocalModules } from '../local-modules';
import { holds } from './value-links';

/**
 * Tells whether a file may hold something of a package that the catalog knows: it imports one, or a file that does. What is
 * called on any other name of it stays a call of the project's own.
 */
export function clientHolders(modules: LocalModules, matcher: Matcher): (path: string) => boolean {
  const known = new Map<string, boolean>();
  const importsPackage = (file: FileFacts): boolean => {
    const before = known.get(file.path);
    if (before !== undefined) return before;
    const ecosystem = ecosystemOf(file);
    const found =
      ecosystem !== undefined &&
      importsOf(file).some(
        ({ module, names, typeOnly }) =>
          typeOnly !== true &&
          matcher.importOf(
            ecosystem,
            module,
            names.map(({ name }) => name),
          ).length > 0,
      );
    known.set(file.path, found);
    return found;
  };
  return (path) => {
    const file = modules.file(path);
    if (file === undefined) return false;
    if (importsPackage(file)) return true;
    return importsOf(file).some(({ module, names }) => {
      const next = modules.file(modules.fileOf(file.path, module, file.language) ?? '');
      return next !== undefined && importsPackage(next) && names.some(({ name }) => mayGive(next, name));
    });
  };
}

/** Whether a file may bind a name to what it takes from elsewhere; functions and types are bound to nothing. */
function mayGive(file: FileFacts, name: string): boolean {
  if (file.language === 'python' || name === '*' || name === 'default') return true;
  if (file.glanced !== undefined) return holds(file, name);
  return (
    bindingsOf(file).has(name) ||
    importsOf(file).some(({ names }) => names.some(({ local }) => local === name || local === '*'))
  );
}
