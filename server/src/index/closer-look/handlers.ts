import type { Depth } from '../../model/depth';
import type { FileFacts } from '../../model/facts';
import { importOf } from '../definition-of';
import type { LocalModules } from '../local-modules';

/** The files that hold the handlers of a file's routes; for a map those alone that say what methods a route has. */
export function handlersOf(modules: LocalModules, file: FileFacts, depth: Depth): readonly string[] {
  const paths = new Set<string>();
  for (const fact of file.facts) {
    if (fact.kind !== 'route' || fact.handler === undefined) continue;
    if (depth === 'map' && fact.method !== 'ANY') continue;
    const module = importOf(file, fact.handler);
    if (module === undefined) continue;
    const name = fact.handler.slice(module.length).replace(/^\./, '').split('.', 1)[0] ?? '';
    // `views.detail` may be a name of the package `views` or its module.
    const inner = module.endsWith('.') ? module + name : `${module}.${name}`;
    for (const one of file.language === 'python' ? [module, inner] : [module]) {
      const path = modules.fileOf(file.path, one, file.language);
      if (path !== undefined) paths.add(path);
    }
  }
  return [...paths];
}
