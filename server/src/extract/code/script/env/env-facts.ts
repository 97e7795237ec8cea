import type { DynamicReadFact, EnvReadFact, ImportedReadFact } from '../../../../model/facts';
import { isIn } from '../../scan';
import type { ResolvedCall } from '../calls';
import { workerEnvs } from './cloudflare';
import { commentedReads } from './commented-reads';
import { describedReads } from './described-reads';
import { directReads, dynamicFacts } from './direct-reads';
import type { EnvContext } from './env-context';
import type { EnvObject } from './env-object';
import { envObjects } from './env-objects';
import { importedEnvironments } from './imported-environments';
import { importedReads } from './imported-reads';
import { libraryReads } from './library-reads';
import { librarySchemaReads } from './library-schemas';
import { nuxtReads } from './nuxt';
import { schemaReads } from './schemas';
import { type Wrapper, wrappedReads } from './wrappers';

export interface EnvFacts {
  readonly facts: readonly (EnvReadFact | DynamicReadFact | ImportedReadFact)[];
  readonly wrappers: readonly Wrapper[];
}

const SIGNS = /env|validation|@nestjs\/config|react-native-config/i;

/** Everything that a file asks of its environment, in all the ways there are. */
export function envFacts(context: EnvContext, calls: readonly ResolvedCall[]): EnvFacts {
  const { script, resolver } = context;
  // Most files ask for nothing, and the word is part of every way to ask but the libraries'.
  if (!isIn(SIGNS, script.file))
    return { facts: [...libraryReads(context, calls), ...nuxtReads(context)], wrappers: [] };
  const objects: EnvObject[] = [...envObjects(script, resolver), ...workerEnvs(script)];
  for (const call of calls) {
    // Hono's adapter hands out the environment as a whole.
    if (call.resolved.path === 'hono/adapter.env') objects.push({ node: call.node, accessor: 'env' });
  }
  const schemas = schemaReads(context, calls, objects);
  const direct = directReads(context, objects);
  const wrapped = wrappedReads(context, direct.open);
  return {
    facts: [
      ...direct.facts,
      ...wrapped.facts,
      ...schemas,
      ...libraryReads(context, calls),
      ...librarySchemaReads(context, calls),
      ...nuxtReads(context),
      ...describedReads(context, calls),
      ...importedReads(context),
      ...importedEnvironments(context),
      ...commentedReads(script),
      ...dynamicFacts(context, wrapped.open),
    ],
    wrappers: wrapped.wrappers,
  };
}
