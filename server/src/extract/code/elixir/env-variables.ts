import type { Presence } from '../../../model/facts';
import type { Value } from '../../../model/value';
import { argumentsOf } from './arguments';
import type { CallContext } from './calls';
import { branchAction, caseAction, raisesAt } from './env-branches';
import { wordsAt } from './text-at';

/** What happens later to a variable that holds a read: `unless url, do: raise`, `url || "..."`, `if id && secret do`. */
export interface LaterReading {
  readonly presence: Presence;
  readonly default?: Value;
}

const OPERATOR = /[a-z_]\w*[?!]?\s*(\|\||&&|and|or)/y;

export function variableReading(context: CallContext, name: string, index: number): LaterReading | undefined {
  const found = [...operatorReadings(context, name, index), ...conditionReadings(context, name, index)];
  return (
    found.find((one) => one.presence === 'raises') ??
    found.find((one) => one.presence === 'default') ??
    found.find((one) => one.presence === 'guarded')
  );
}

function operatorReadings(context: CallContext, name: string, index: number): readonly LaterReading[] {
  const { source, values } = context;
  return source.tested
    .filter((one) => one.name === name && isLater(context, index, one.start))
    .map((one): LaterReading => {
      const operator = wordsAt(OPERATOR, source.text, one.start)?.[1];
      if (operator !== '||' && operator !== 'or') return { presence: 'guarded' };
      if (raisesAt(source.text, one.otherwise.startIndex)) return { presence: 'raises' };
      const value = values.of(one.otherwise);
      const isLiteral = value.t === 'string' || value.t === 'number' || value.t === 'bool' || value.t === 'template';
      return { presence: 'default', ...(isLiteral && { default: value }) };
    });
}

const CONDITIONALS = new Set(['if', 'unless', 'case', 'cond']);

function conditionReadings(context: CallContext, name: string, index: number): readonly LaterReading[] {
  const { source } = context;
  const word = new RegExp(`(?<![\\w@:.])${name.replace(/[?!]$/, '\\$&')}(?![\\w?!:(])`);
  return source.locals.flatMap((call): readonly LaterReading[] => {
    if (!CONDITIONALS.has(call.name) || !isLater(context, index, call.start)) return [];
    if (call.name === 'cond') {
      const arms = source.text.slice(call.start, call.node.endIndex).match(/^\s*[^\n]*->/gm) ?? [];
      return arms.some((arm) => word.test(arm)) ? [{ presence: 'guarded' }] : [];
    }
    const condition = argumentsOf(call.node).positional[0];
    if (condition === undefined || !word.test(condition.text)) return [];
    if (call.name === 'case') {
      if (condition.type !== 'identifier') return [];
      const { presence, default: fallback } = caseAction(context, call.node);
      return [{ presence, ...(fallback !== undefined && { default: fallback }) }];
    }
    const asksForAbsence = /is_nil\(|(^|[\s(])(!|not )|== nil|in \[nil/.test(condition.text);
    const onAbsence = (call.name === 'if') === asksForAbsence ? 'do' : 'else';
    return [{ presence: branchAction(context, call.node, onAbsence) === 'raises' ? 'raises' : 'guarded' }];
  });
}

/** Further down in the same function, or at the top of a script. */
function isLater(context: CallContext, index: number, start: number): boolean {
  const { outline } = context.source;
  return start > index && outline.at(start)?.start === outline.at(index)?.start;
}
