import type { ImportedReadFact } from '../../../../model/facts';
import { isLocalModule } from '../module-path';
import { directReads } from './direct-reads';
import type { EnvContext } from './env-context';
import { type EnvObject, usesOf } from './env-object';

const UPPER: NonNullable<EnvObject['allows']> = (name) => /^[A-Z][A-Z0-9_]*$/.test(name);

/**
 * `import { env } from "./env"`, then `env.API_KEY`: a read if the other file says that `env` is the environment, which
 * only all files together can tell.
 */
export function importedEnvironments(context: EnvContext): readonly ImportedReadFact[] {
  const { script } = context;
  const facts: ImportedReadFact[] = [];
  // Values do not show what may be no variable at all.
  const apart: EnvContext = { ...context, reads: new Map() };
  for (const declaration of script.names.imports()) {
    const { name, resolved, typeOnly } = declaration;
    if (typeOnly || !/env/i.test(name) || resolved == null) continue;
    const { module, path } = resolved;
    if (!isLocalModule(module) || module.startsWith('$env')) continue;
    const exported = path === module ? 'default' : path.slice(module.length + 1);
    const objects = usesOf(script, declaration, 'process.env').map((object) => ({ ...object, allows: UPPER }));
    for (const read of directReads(apart, objects).facts) {
      facts.push({ kind: 'importedRead', module, name: exported, read, range: read.range });
    }
  }
  return facts;
}
