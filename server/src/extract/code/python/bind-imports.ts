import type { ImportFound } from './imports';
import { join } from './name-paths';
import { bind, type ScopeTree } from './scope-tree';

/** What imports bring in besides names. */
export interface Imported {
  /** Modules of `from x import *`. */
  readonly stars: readonly string[];
  /** Modules of which only the first name is bound, the longest first. */
  readonly plain: readonly string[];
}

/** Binds the names that imports bring, each in the scope that the import stands in. */
export function bindImports(imports: readonly ImportFound[], scopes: ScopeTree): Imported {
  const stars: string[] = [];
  const plain: string[] = [];
  for (const found of imports) {
    const names = scopes.at(found.node.startIndex).names;
    const at = found.node.startIndex;
    for (const { name, local } of found.names) {
      if (local === '*') stars.push(found.module);
      else if (name !== '*')
        bind(names, local, { kind: 'import', at, path: join(found.module, name), module: found.module });
      else if (local === found.module.split('.', 1)[0]) {
        plain.push(found.module);
        bind(names, local, { kind: 'import', at, path: local, module: local });
      } else bind(names, local, { kind: 'import', at, path: found.module, module: found.module });
    }
  }
  return { stars, plain: plain.sort((a, b) => b.length - a.length) };
}
