import type { CallFact } from '../../../../model/facts';
import type { ResolvedCall } from '../calls';
import { isLocalModule } from '../module-path';
import type { Script } from '../script';
import { codeChildren, stringOf } from '../unwrap';
import type { Values } from '../values';
import { textOfValue } from './env-context';
import { useOf } from './presence';

/** What the code around a call does with its result, where a function of another file is given a variable's name. */
export function useOfCall(script: Script, values: Values, call: ResolvedCall): CallFact['use'] {
  if (!isLocalModule(call.resolved.module)) return undefined;
  const first = codeChildren(call.args)[0];
  const name = first === undefined || first.type !== 'string' ? undefined : stringOf(first);
  if (name === undefined || !/^[A-Z][A-Z0-9]*_[A-Z0-9_]+$|^[A-Z]{2,}$/.test(name)) return undefined;
  const { presence, defaultNode, cast } = useOf(script, call.node, name);
  const text = defaultNode === undefined ? undefined : textOfValue(values.of(defaultNode, name));
  return { presence, ...(text !== undefined && { default: text }), ...(cast !== undefined && { cast }) };
}
