import type { Keywords, Value } from '../model/value';
import { fits } from './glob';
import { NONE } from './multimap';
import { type RuleOf, type Rules, rulesOf } from './rules-of';
import type { Table } from './tables';
import { textsOf } from './values';

/**
 * Rules about calls, filed under the callee's first literal segment: a look-up for most calls is one map access. Many
 * rules ask the same call for different arguments (`boto3.client`), which is one pattern then.
 */
export class CallIndex<R> {
  /** Tables of patterns. */
  readonly #byStart = new Map<string, string[]>();
  readonly #anywhere: string[] = [];
  readonly #read = new Map<string, Rules<R>>();
  readonly #ruleOf: RuleOf<R>;

  constructor(table: Table, ruleOf: RuleOf<R>) {
    this.#ruleOf = ruleOf;
    for (let at = 0; at + 1 < table.length; at += 2) {
      const callee = table[at] ?? '';
      const start = startOf(callee);
      const known = start.includes('*') ? this.#anywhere : this.#byStart.get(start);
      if (known === undefined) this.#byStart.set(start, [callee, table[at + 1] ?? '']);
      else known.push(callee, table[at + 1] ?? '');
    }
  }

  find(callee: string): Rules<R> {
    const near = this.#byStart.get(startOf(callee)) ?? NONE;
    if (near.length === 0 && this.#anywhere.length === 0) return NONE;
    const found: (readonly [string, R])[] = [];
    for (const table of [near, this.#anywhere]) {
      for (let at = 0; at + 1 < table.length; at += 2) {
        const pattern = table[at] ?? '';
        if (fits(pattern, callee)) found.push(...this.#rules(pattern, table[at + 1] ?? ''));
      }
    }
    return found;
  }

  #rules(pattern: string, claims: string): Rules<R> {
    const rules = this.#read.get(pattern) ?? rulesOf(claims.split(' '), this.#ruleOf);
    this.#read.set(pattern, rules);
    return rules;
  }
}

function startOf(callee: string): string {
  const dot = callee.indexOf('.');
  return dot < 0 ? callee : callee.slice(0, dot);
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
