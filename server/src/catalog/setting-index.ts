import { fits, literalLength } from './glob';
import { add, type Multimap, NONE } from './multimap';
import type { SettingRule } from './service';

interface Rule {
  readonly id: string;
  readonly system: string | undefined;
  readonly parts: readonly string[];
  readonly anyDepth: boolean;
  readonly value: string | undefined;
}

/** Framework settings by path and value. Rules are filed under the last part of their path, which is seldom `*`. */
export class SettingIndex {
  readonly #byLast: Multimap<Rule> = new Map();

  add(rule: SettingRule, id: string): void {
    const anyDepth = rule.path.startsWith('**.');
    const parts = (anyDepth ? rule.path.slice(3) : rule.path).split('.');
    add(this.#byLast, parts.at(-1) ?? '', { id, system: rule.system, parts, anyDepth, value: rule.value });
  }

  /** Of several values that fit, the one with the most literal characters decides. */
  find(system: string, path: string, text: string): readonly string[] {
    const parts = path.split('.');
    const near = this.#byLast.get(parts.at(-1) ?? '') ?? NONE;
    const open = this.#byLast.get('*') ?? NONE;
    let most = -1;
    let ids: string[] = [];
    for (const rule of near.length === 0 ? open : open.length === 0 ? near : [...near, ...open]) {
      if (!holds(rule, system, parts, text)) continue;
      const literal = rule.value === undefined ? 0 : literalLength(rule.value);
      if (literal < most) continue;
      if (literal > most) ids = [];
      most = literal;
      if (!ids.includes(rule.id)) ids.push(rule.id);
    }
    return ids.length === 0 ? NONE : ids;
  }
}

function holds(rule: Rule, system: string, parts: readonly string[], text: string): boolean {
  if (rule.system !== undefined && rule.system !== system) return false;
  const offset = parts.length - rule.parts.length;
  if (offset < 0 || (offset > 0 && !rule.anyDepth)) return false;
  if (!rule.parts.every((part, index) => part === '*' || part === parts[index + offset])) return false;
  return rule.value === undefined || fits(rule.value, text);
}
