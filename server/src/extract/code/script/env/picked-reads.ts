import type { SyntaxNode } from '../../../../syntax/node';
import { codeChildren, stringOf } from '../unwrap';
import { assemble, defaultOf, type EnvContext, readFact } from './env-context';
import type { EnvObject } from './env-object';
import { type DirectReads, isAllowed } from './found-reads';
import { namesIn } from './listed-names';

/** What asks an object for a key. */
const ASKS = /^(?:Object\.hasOwn|Object\.prototype\.hasOwnProperty\.call|Reflect\.(?:has|get))$/;

/** Lodash and its like: `_.pick(process.env, ["A"])`, `get(process.env, "A", "d")`. */
const PICKS = /^(?:(?:_|lodash|R|fp)\.)?(?:pick|get)$/;

/** The environment is handed to a function that takes variables out of it, or asks for one. */
export function handedReads(
  context: EnvContext,
  object: EnvObject,
  value: SyntaxNode,
  list: SyntaxNode,
  found: DirectReads,
): void {
  const callee = list.parent?.childForFieldName('function')?.text ?? '';
  const [first, ...others] = codeChildren(list);
  if (list.parent === null || first?.id !== value.id) return;
  const [second] = others;
  if (second !== undefined && PICKS.test(callee)) {
    picked(context, object, others, callee, found);
    return;
  }
  const name = ASKS.test(callee) ? stringOf(second) : undefined;
  if (name === undefined || !isAllowed(object, name)) return;
  const asked = callee === 'Reflect.get' ? {} : ({ presence: 'compared' } as const);
  found.facts.push(readFact(context, list.parent, name, object.accessor, asked));
}

function picked(
  context: EnvContext,
  object: EnvObject,
  args: readonly SyntaxNode[],
  callee: string,
  found: DirectReads,
): void {
  const [first, given] = args;
  const isGet = callee.endsWith('get');
  if (first === undefined) return;
  const text = !isGet || given === undefined ? undefined : defaultOf(context, given, '');
  const names = isGet ? [] : args.flatMap((each) => namesIn(context.script, each) ?? []);
  const single = isGet ? [first] : args;
  const literals = single.flatMap((node) => {
    const name = stringOf(node);
    return name === undefined ? [] : [{ node, name }];
  });
  for (const { node, name } of [...names, ...literals]) {
    if (!isAllowed(object, name)) continue;
    const known = isGet && given !== undefined ? ({ presence: 'default' } as const) : {};
    found.facts.push(
      assemble(context, node, name, object.accessor, { ...known, ...(text !== undefined && { default: text }) }),
    );
  }
}
