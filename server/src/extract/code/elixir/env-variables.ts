import { argumentsOf } from './arguments';
import type { CallContext } from './calls';
import type { LocalCall } from './captures';
import { type Action, asksForAbsence, branchAction, caseAction, raisesAt } from './env-branches';
import { wordsAt } from './text-at';

const OPERATOR = /[a-z_]\w*[?!]?\s*(\|\||&&|and|or)/y;

/** What happens later to a variable that holds a read: `unless url, do: raise`, `url || "..."`, `if id && secret do`. */
export function variableReading(context: CallContext, name: string, index: number): Action | undefined {
  const found = [...operatorReadings(context, name, index), ...conditionReadings(context, name, index)];
  return (
    found.find((one) => one.presence === 'raises') ??
    found.find((one) => one.presence === 'default') ??
    found.find((one) => one.presence === 'guarded')
  );
}

function operatorReadings(context: CallContext, name: string, index: number): readonly Action[] {
  const { source, values } = context;
  return source.tested
    .filter((one) => one.name === name && isLater(context, index, one.start))
    .map((one): Action => {
      const operator = wordsAt(OPERATOR, source.text, one.start)?.[1];
      if (operator !== '||' && operator !== 'or') return { presence: 'guarded' };
      if (raisesAt(source.text, one.otherwise.startIndex)) return { presence: 'raises' };
      const value = values.of(one.otherwise);
      const isLiteral = value.t === 'string' || value.t === 'number' || value.t === 'bool' || value.t === 'template';
      return { presence: 'default', ...(isLiteral && { default: value }) };
    });
}

const CONDITIONALS = new Set(['if', 'unless', 'case', 'cond']);

function conditionReadings(context: CallContext, name: string, index: number): readonly Action[] {
  const word = new RegExp(`(?<![\\w@:.])${name.replace(/[?!]$/, '\\$&')}(?![\\w?!:(])`);
  return context.source.locals.flatMap((call) => {
    if (!CONDITIONALS.has(call.name) || !isLater(context, index, call.start)) return [];
    const action =
      call.name === 'cond' ? condReading(context, call, word) : conditionReading(context, call, name, word);
    return action === undefined ? [] : [action];
  });
}

function condReading(context: CallContext, call: LocalCall, word: RegExp): Action | undefined {
  const arms = context.source.text.slice(call.start, call.node.endIndex).match(/^\s*[^\n]*->/gm) ?? [];
  return arms.some((arm) => word.test(arm)) ? { presence: 'guarded' } : undefined;
}

function conditionReading(context: CallContext, call: LocalCall, name: string, word: RegExp): Action | undefined {
  const condition = argumentsOf(call.node).positional[0];
  if (condition === undefined || !word.test(condition.text)) return undefined;
  if (call.name === 'case') return condition.type === 'identifier' ? caseAction(context, call.node) : undefined;
  const isAbsence = asksForAbsence(condition.text, name);
  // Of several that are all absent, each alone may be.
  if (isAbsence && /&&|\band\b/.test(condition.text) && !condition.text.includes('env()'))
    return { presence: 'guarded' };
  const onAbsence = (call.name === 'if') === isAbsence ? 'do' : 'else';
  const isPlain = condition.type === 'identifier' || isAbsence;
  return branchAction(context, call.node, onAbsence, isPlain ? name : undefined) ?? { presence: 'guarded' };
}

/** Further down in the same function, or at the top of a script. */
function isLater(context: CallContext, index: number, start: number): boolean {
  const { outline } = context.source;
  return start > index && outline.at(start)?.start === outline.at(index)?.start;
}
