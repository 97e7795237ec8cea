import type { Value } from '../../../model/value';
import type { SyntaxNode } from '../../../syntax/node';
import { argumentsOf, namedChildren } from './arguments';
import type { CallContext } from './calls';
import type { LocalCall } from './captures';

const MAX_DEPTH = 5;

/** A block around a place that runs on a condition, and the condition. */
interface Around {
  readonly call: LocalCall;
  readonly condition: SyntaxNode;
  /** In the first branch, not in `else`. */
  readonly isFirst: boolean;
}

/** `if key = System.get_env("KEY") do ... end`: in words, where the variables of a condition must be set. */
export function conditionAt(context: CallContext, index: number): string | undefined {
  let words: string | undefined;
  for (const { call, condition, isFirst } of blocksAround(context, index)) {
    // A comparison is no question of presence.
    if (!isFirst || call.name === 'case' || /[=!]=|\bin\b|is_nil|!/.test(condition.text)) continue;
    const names = variablesIn(context, call, condition);
    if (names.length > 0) words = `${call.name} ${names.join(' and ')} ${names.length > 1 ? 'are' : 'is'} set`;
  }
  return words;
}

/** Whether a place is only reached where some variable of the environment says so. */
export function isAskedFirst(context: CallContext, index: number): boolean {
  return blocksAround(context, index).some(({ call, condition }) => variablesIn(context, call, condition).length > 0);
}

function blocksAround(context: CallContext, index: number): readonly Around[] {
  const around: Around[] = [];
  for (const call of context.source.locals) {
    if (call.start > index) break;
    if (call.name !== 'if' && call.name !== 'unless' && call.name !== 'case') continue;
    if (call.node.endIndex <= index) continue;
    const { positional, keywords, block } = argumentsOf(call.node);
    const condition = positional[0];
    if (condition === undefined || index < condition.endIndex) continue;
    const otherwise =
      keywords.find((pair) => pair.key === 'else')?.node ??
      (block === undefined ? undefined : namedChildren(block).find((child) => child.type === 'else_block'));
    around.push({ call, condition, isFirst: otherwise === undefined || index < otherwise.startIndex });
  }
  return around;
}

/** The environment variables that a condition asks for, directly or through names. */
function variablesIn(context: CallContext, call: LocalCall, condition: SyntaxNode): readonly string[] {
  const text = condition.text;
  const names = new Set<string>();
  for (const match of text.matchAll(/(?:System\.(?:get_env|fetch_env!?)|env!)\(\s*"([A-Za-z_]\w*)"/g)) {
    names.add(match[1] ?? '');
  }
  for (const match of text.matchAll(/(?<![\w".:@])[a-z_]\w*\b(?![(.\w:"?!])/g)) {
    const variable = context.definitions.variable(match[0], call.start);
    if (variable !== undefined) collect(context.values.of(variable.value), names, 0);
  }
  return [...names];
}

/** Variables anywhere in a value: `System.get_env("X") in ~w(true 1)` is no value, so only what is kept is found. */
function collect(value: Value, names: Set<string>, depth: number): void {
  if (depth > MAX_DEPTH) return;
  if (value.t === 'env') names.add(value.name);
  else if (value.t === 'either') for (const option of value.options) collect(option, names, depth + 1);
  else if (value.t === 'call') for (const argument of value.args) collect(argument, names, depth + 1);
}
