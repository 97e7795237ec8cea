import type { Keywords, Value } from '../model/value';
import { fits } from './glob';
import { add, type Multimap, NONE } from './multimap';
import { textsOf } from './values';

/** Rules about calls, filed under the callee's first literal segment: a look-up for most calls is one map access. */
export class CallIndex<R extends { readonly callee: string }> {
  readonly #byStart: Multimap<readonly [string, R]> = new Map();
  readonly #anywhere: (readonly [string, R])[] = [];

  add(rule: R, id: string): void {
    const dot = rule.callee.indexOf('.');
    const start = dot < 0 ? rule.callee : rule.callee.slice(0, dot);
    if (start.includes('*')) this.#anywhere.push([id, rule]);
    else add(this.#byStart, start, [id, rule] as const);
  }

  find(callee: string): readonly (readonly [string, R])[] {
    const dot = callee.indexOf('.');
    const near = this.#byStart.get(dot < 0 ? callee : callee.slice(0, dot)) ?? NONE;
    if (near.length === 0 && this.#anywhere.length === 0) return NONE;
    return [...near, ...this.#anywhere].filter(([, rule]) => fits(rule.callee, callee));
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
  if (Object.hasOwn(keywords, key)) return keywords[key];
  for (const arg of args) if (arg.t === 'map' && Object.hasOwn(arg.entries, key)) return arg.entries[key];
  return undefined;
}
