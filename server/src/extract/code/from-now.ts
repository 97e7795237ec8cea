import type { Value } from '../../model/value';

const ROUNDS = /^(?:int|round|Math\.(?:floor|round|ceil|trunc))$/;

/**
 * `now + span` as a call of `+`: how long something lasts, where the span is known. `unit` says what a bare number
 * counts: milliseconds after `Date.now()`, seconds after `time.time()`. A moment as an object is added to spans alone.
 */
export function fromNow(left: Value, right: Value): Value | undefined {
  const unit = clockUnit(left);
  if (unit === undefined || !/^(?:number|env|ref|call|either)$/.test(right.t)) return undefined;
  if (unit === 'none') {
    return right.t === 'number' ? undefined : { t: 'call', callee: '+', args: [left, right], keywords: {} };
  }
  return { t: 'call', callee: '+', args: [left, right], keywords: { unit: { t: 'string', v: unit } } };
}

function clockUnit(value: Value): 's' | 'ms' | 'none' | undefined {
  if (value.t !== 'call') return undefined;
  const [first] = value.args;
  if (ROUNDS.test(value.callee) && first !== undefined) return clockUnit(first);
  if (value.callee === 'timestamp') return first === undefined || clockUnit(first) === undefined ? undefined : 's';
  // `Date.now() / 1000`
  if (value.callee === '/') return 's';
  if (value.callee === 'Date.now') return 'ms';
  if (value.callee === 'time.time') return 's';
  return /(?:^|\.)(?:datetime|timezone|arrow|pendulum)\.(?:utcnow|now)$/.test(value.callee) ? 'none' : undefined;
}
