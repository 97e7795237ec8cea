import type { Ecosystem } from '../model/facts';
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
      return indexes.hex.find(module);
  }
}

/** A subpath that a service claims proves the package around it too: `drizzle-orm/neon-http` is Neon by Drizzle. */
function subpathAndPackage(index: PrefixIndex, specifier: string): readonly string[] {
  const entry = index.findEntry(specifier);
  const name = /^(?:@[^/]*\/)?[^/]*/.exec(specifier)?.[0] ?? '';
  if (entry === undefined || entry.length <= name.length) return entry?.ids ?? NONE;
  return [...new Set([...entry.ids, ...index.find(name)])];
}

/** `from a.b import c` may import the module `a.b.c`: a longer entry decides, and several names may give several. */
function fromImport(index: PrefixIndex, module: string, names: readonly string[]): readonly string[] {
  const whole = index.findEntry(module);
  const ids = new Set<string>();
  for (const name of names) {
    const entry = index.findEntry(`${module}.${name}`);
    for (const id of entry?.ids ?? NONE) ids.add(id);
  }
  return ids.size > 0 ? [...ids] : (whole?.ids ?? NONE);
}
