import { fits, literalLength } from './glob';
import { add, type Multimap, NONE } from './multimap';
import type { Table } from './tables';

interface Rule {
  readonly ids: readonly string[];
  readonly system: string | undefined;
  readonly parts: readonly string[];
  readonly anyDepth: boolean;
  readonly value: string | undefined;
}

/** Framework settings by path and value. Rules are filed under the last part of their path, which is seldom `*`. */
export class SettingIndex {
  readonly #table: Table;
  /** Where in the table they stand: most are never looked at. */
  readonly #byLast: Multimap<number> = new Map();
  readonly #read = new Map<number, Rule>();

  constructor(table: Table) {
    this.#table = table;
    for (let at = 0; at + 1 < table.length; at += 2) {
      const [path = ''] = (table[at] ?? '').split('\t', 1);
      add(this.#byLast, path.slice(path.lastIndexOf('.') + 1), at);
    }
  }

  /** Of several values that fit, the one with the most literal characters decides. */
  find(system: string, path: string, text: string): readonly string[] {
    const parts = path.split('.');
    const near = this.#byLast.get(parts.at(-1) ?? '') ?? NONE;
    const open = this.#byLast.get('*') ?? NONE;
    let most = -1;
    const ids = new Set<string>();
    for (const at of near.length === 0 ? open : open.length === 0 ? near : [...near, ...open]) {
      const rule = this.#rule(at);
      if (!holds(rule, system, parts, text)) continue;
      const literal = rule.value === undefined ? 0 : literalLength(rule.value);
      if (literal < most) continue;
      if (literal > most) ids.clear();
      most = literal;
      for (const id of rule.ids) ids.add(id);
    }
    return ids.size === 0 ? NONE : [...ids];
  }

  #rule(at: number): Rule {
    const known = this.#read.get(at);
    if (known !== undefined) return known;
    const [path = '', system, value] = (this.#table[at] ?? '').split('\t');
    const anyDepth = path.startsWith('**.');
    const parts = (anyDepth ? path.slice(3) : path).split('.');
    const ids = (this.#table[at + 1] ?? '').split(' ');
    const rule: Rule = { ids, system: system || undefined, parts, anyDepth, value };
    this.#read.set(at, rule);
    return rule;
  }
}

function holds(rule: Rule, system: string, parts: readonly string[], text: string): boolean {
  if (rule.system !== undefined && rule.system !== system) return false;
  const offset = parts.length - rule.parts.length;
  if (offset < 0 || (offset > 0 && !rule.anyDepth)) return false;
  if (!rule.parts.every((part, index) => part === '*' || part === parts[index + offset])) return false;
  return rule.value === undefined || fits(rule.value, text);
}
