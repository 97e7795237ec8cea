import { fits, literalLength } from './glob';
import { NONE } from './multimap';
import { TableIndex } from './table-index';
import type { Row, Table } from './tables';

interface Rule {
  readonly ids: readonly string[];
  readonly system: string | undefined;
  readonly parts: readonly string[];
  readonly anyDepth: boolean;
  readonly value: string | undefined;
}

/** Framework settings by path and value. */
export class SettingIndex {
  readonly #rules: TableIndex<Rule>;

  constructor(table: Table) {
    this.#rules = new TableIndex(table, ruleOf);
  }

  /** Of several values that fit, the one with the most literal characters decides. */
  find(system: string, path: string, text: string): readonly string[] {
    const parts = path.split('.');
    let most = -1;
    const ids = new Set<string>();
    for (const rule of this.#rules.about(path)) {
      if (!holds(rule, system, parts, text)) continue;
      const literal = rule.value === undefined ? 0 : literalLength(rule.value);
      if (literal < most) continue;
      if (literal > most) ids.clear();
      most = literal;
      for (const id of rule.ids) ids.add(id);
    }
    return ids.size === 0 ? NONE : [...ids];
  }
}

function ruleOf({ name, claims }: Row): Rule {
  const [path = '', system, value] = name.split('\t');
  const anyDepth = path.startsWith('**.');
  const parts = (anyDepth ? path.slice(3) : path).split('.');
  return { ids: claims, system: system || undefined, parts, anyDepth, value };
}

function holds(rule: Rule, system: string, parts: readonly string[], text: string): boolean {
  if (rule.system !== undefined && rule.system !== system) return false;
  const offset = parts.length - rule.parts.length;
  if (offset < 0 || (offset > 0 && !rule.anyDepth)) return false;
  if (!rule.parts.every((part, index) => part === '*' || part === parts[index + offset])) return false;
  return rule.value === undefined || fits(rule.value, text);
}
