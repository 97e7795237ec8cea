import type { Keywords, Value } from '../../../model/value';
import { readArguments } from './arguments';
import type { PythonContext } from './context';
import type { CallSite } from './source';

const SENDS = /\.(?:get|post|put|patch|delete|request|stream|send)$/;
/** What a request is given beside its address. */
const GIVEN = ['headers', 'json', 'data', 'timeout'];

interface Given {
  readonly args: readonly Value[];
  readonly keywords: Keywords;
}

/**
 * `headers = {...}; client.post(url, headers=headers)` names a variable of the function, which no other file can follow,
 * so it is followed here: headers and bodies say which version and which model is asked for.
 */
export function withRequestArguments(context: PythonContext, callee: string, site: CallSite, given: Given): Given {
  if (!SENDS.test(callee) || !GIVEN.some((name) => given.keywords[name]?.t === 'ref')) return given;
  const nodes = readArguments(site.args, context.text).keywords;
  const followed = GIVEN.flatMap((name): readonly (readonly [string, Value])[] => {
    const node = nodes.get(name);
    if (given.keywords[name]?.t !== 'ref' || node?.type !== 'identifier') return [];
    const made = context.names.constant(node.text, node.startIndex);
    const value = made === undefined ? undefined : context.values.of(made);
    return value === undefined || value.t === 'other' ? [] : [[name, value]];
  });
  return followed.length === 0 ? given : { ...given, keywords: { ...given.keywords, ...Object.fromEntries(followed) } };
}
