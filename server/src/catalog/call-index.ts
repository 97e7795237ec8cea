import type { Keywords, Value } from '../model/value';
import { fits } from './glob';
import { lazy } from './lazy';
import { NONE } from './multimap';
import { type RuleOf, type Rules, rulesOf } from './rules-of';
import { TableIndex } from './table-index';
import type { Table } from './tables';
import { textsOf } from './values';

/** A pattern of callees with its rules, which are read when it is first met. */
interface Pattern<R> {
  readonly callee: string;
  readonly rules: () => Rules<R>;
}

/** Rules about calls. Many rules ask the same call for different arguments (`boto3.client`), which is one pattern then. */
export class CallIndex<R> {
  readonly #patterns: TableIndex<Pattern<R>>;

  constructor(table: Table, ruleOf: RuleOf<R>) {
    this.#patterns = new TableIndex(table, ({ name, claims }) => ({
      callee: name,
      rules: lazy(() => rulesOf(claims, ruleOf)),
    }));
  }

  find(callee: string): Rules<R> {
    let found: Rules<R> = NONE;
    for (const { callee: pattern, rules } of this.#patterns.about(callee)) {
      if (fits(pattern, callee)) found = found === NONE ? rules() : [...found, ...rules()];
    }
    return found;
  }
}

/** Whether the argument that a rule names holds one of its values. */
export function argumentHolds(
  rule: { readonly argument?: number | string; readonly is?: readonly string[] },
  args: readonly Value[],
  keywords: Keywords,
): boolean {
  if (rule.argument === undefined) return true;
  const value = typeof rule.argument === 'number' ? args[rule.argument] : named(rule.argument, args, keywords);
  if (value === undefined) return false;
  const wanted = rule.is;
  return wanted === undefined || textsOf(value).some((text) => wanted.some((pattern) => fits(pattern, text)));
}

/** A keyword, or a key of an options object among the arguments, which is how JavaScript spells keywords. */
function named(key: string, args: readonly Value[], keywords: Keywords): Value | undefined {
  const [first = '', ...deeper] = key.split('.');
  const entries = [keywords, ...args.flatMap((arg) => (arg.t === 'map' ? [arg.entries] : []))];
  let value = entries.find((map) => Object.hasOwn(map, first))?.[first];
  for (const part of deeper) {
    if (value?.t !== 'map' || !Object.hasOwn(value.entries, part)) return undefined;
    value = value.entries[part];
  }
  return value;
}
