import type { Ecosystem } from '../model/facts';
import { npmPackage } from './filed-under';
import { NONE } from './multimap';
import { npmSpecifier } from './names';
import type { PrefixIndex } from './prefix-index';

/** What code imports, by ecosystem. */
export interface ImportIndexes {
  readonly npm: PrefixIndex;
  readonly pypi: PrefixIndex;
  readonly hex: PrefixIndex;
}

/** `names` are what a Python `from` imports, which may be modules: `from google.cloud import storage`. */
export function importOf(
  indexes: ImportIndexes,
  ecosystem: Ecosystem,
  module: string,
  names: readonly string[],
): readonly string[] {
  switch (ecosystem) {
    case 'npm': {
      const specifier = npmSpecifier(module);
      return specifier === undefined ? NONE : subpathAndPackage(indexes.npm, specifier);
    }
    case 'pypi':
      return module.startsWith('.') ? NONE : fromImport(indexes.pypi, module, names);
    default:
      return indexes.hex.find(module)?.claims ?? NONE;
  }
}

/** Whether it could be of anybody, whatever is taken in from it. */
export function mayImport(indexes: ImportIndexes, ecosystem: Ecosystem, module: string): boolean {
  if (ecosystem === 'pypi') return !module.startsWith('.') && indexes.pypi.begins(module);
  return importOf(indexes, ecosystem, module, NONE).length > 0;
}

/** A subpath that a service claims proves the package around it too: `drizzle-orm/neon-http` is Neon by Drizzle. */
function subpathAndPackage(index: PrefixIndex, specifier: string): readonly string[] {
  const row = index.find(specifier);
  const name = npmPackage(specifier);
  if (row === undefined || row.name.length <= name.length) return row?.claims ?? NONE;
  return [...new Set([...row.claims, ...(index.find(name)?.claims ?? NONE)])];
}

/** `from a.b import c` may import the module `a.b.c`: a longer entry decides, and several names may give several. */
function fromImport(index: PrefixIndex, module: string, names: readonly string[]): readonly string[] {
  if (!index.begins(module)) return NONE;
  const ids = new Set(names.flatMap((name) => index.find(`${module}.${name}`)?.claims ?? NONE));
  return ids.size > 0 ? [...ids] : (index.find(module)?.claims ?? NONE);
}
