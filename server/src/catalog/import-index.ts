import type { Ecosystem } from '../model/facts';
import { NONE } from './multimap';
import { hexModule, npmSpecifier, pypiModule } from './names';
import { PrefixIndex } from './prefix-index';
import type { Service } from './service';

type ImportLookup = (module: string, names: readonly string[]) => readonly string[];

/** What code imports, by ecosystem. A stated import root replaces the default, save in npm, where both hold. */
export function importIndexes(services: readonly Service[]): Readonly<Record<Ecosystem, ImportLookup>> {
  const npm = new PrefixIndex('/');
  const pypi = new PrefixIndex('.');
  const hex = new PrefixIndex('.');
  for (const { id, packages, imports } of services) {
    for (const name of packages?.npm ?? NONE) npm.add(name, id);
    for (const name of imports?.npm ?? NONE) npm.add(name, id);
    for (const name of imports?.pypi ?? packages?.pypi?.filter(isWhole).map(pypiModule) ?? NONE) pypi.add(name, id);
    for (const name of imports?.hex ?? packages?.hex?.map(hexModule) ?? NONE) hex.add(name, id);
  }
  return {
    npm: (module) => {
      const specifier = npmSpecifier(module);
      return specifier === undefined ? NONE : subpathAndPackage(npm, specifier);
    },
    pypi: (module, names) => (module.startsWith('.') ? NONE : fromImport(pypi, module, names)),
    hex: (module) => hex.find(module),
  };
}

/** `passlib[bcrypt]` says nothing about modules. */
function isWhole(name: string): boolean {
  return !name.includes('[');
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
