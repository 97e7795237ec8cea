import type { Keywords, Value } from '../model/value';
import { fits } from './glob';
import { add, type Multimap, NONE } from './multimap';
import { textsOf } from './values';

/** All rules of one callee, since many ask the same call for different arguments (`boto3.client`). */
interface Group<R> {
  readonly callee: string;
  readonly rules: (readonly [string, R])[];
}

/** Rules about calls, filed under the callee's first literal segment: a look-up for most calls is one map access. */
export class CallIndex<R extends { readonly callee: string }> {
  readonly #groups = new Map<string, Group<R>>();
  readonly #byStart: Multimap<Group<R>> = new Map();
  readonly #anywhere: Group<R>[] = [];

  add(rule: R, id: string): void {
    const known = this.#groups.get(rule.callee);
    const group = known ?? { callee: rule.callee, rules: [] };
    group.rules.push([id, rule]);
    if (known !== undefined) return;
    this.#groups.set(rule.callee, group);
    const start = startOf(rule.callee);
    if (start.includes('*')) this.#anywhere.push(group);
    else add(this.#byStart, start, group);
  }

  find(callee: string): readonly (readonly [string, R])[] {
    const near = this.#byStart.get(startOf(callee)) ?? NONE;
    if (near.length === 0 && this.#anywhere.length === 0) return NONE;
    const found: (readonly [string, R])[] = [];
    for (const groups of [near, this.#anywhere]) {
      for (const group of groups) if (fits(group.callee, callee)) found.push(...group.rules);
    }
    return found;
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
