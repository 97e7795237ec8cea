import type { EnvReadFact } from '../../../../model/facts';
import type { SyntaxNode } from '../../../../syntax/node';
import { BUILT_IN, VARIABLE } from './env-context';
import type { EnvObject } from './env-object';

/** A read with a name that is only known when it runs. */
export interface OpenRead {
  readonly node: SyntaxNode;
  readonly index: SyntaxNode;
  readonly accessor: string;
}

export interface DirectReads {
  readonly facts: EnvReadFact[];
  readonly open: OpenRead[];
}

/** Whether a name read from the environment is that of a variable of one's own. */
export function isAllowed(object: Pick<EnvObject, 'accessor' | 'allows'>, name: string): boolean {
  if (!VARIABLE.test(name) || object.allows?.(name) === false) return false;
  return object.accessor !== 'import.meta.env' || !BUILT_IN.test(name);
}
