import { fits } from './glob';
import { IdMap } from './id-map';
import { NONE } from './multimap';
import { type RuleOf, type Rules, rulesOf } from './rules-of';
import type { SettingDetailRule } from './service';
import type { Table } from './tables';

/** Which settings a service wants printed, filed under the last part of their path. */
export class SettingDetails {
  readonly #byLast: IdMap;
  readonly #read = new Map<string, Rules<SettingDetailRule>>();
  readonly #ruleOf: RuleOf<SettingDetailRule>;

  constructor(table: Table, ruleOf: RuleOf<SettingDetailRule>) {
    this.#byLast = new IdMap(table);
    this.#ruleOf = ruleOf;
  }

  find(system: string, path: string): Rules<SettingDetailRule> {
    return [...this.#rules(path.slice(path.lastIndexOf('.') + 1)), ...this.#rules('*')].filter(
      ([, rule]) => (rule.system === undefined || rule.system === system) && fits(rule.path, path),
    );
  }

  #rules(last: string): Rules<SettingDetailRule> {
    const claims = this.#byLast.get(last);
    if (claims === undefined) return NONE;
    const rules = this.#read.get(last) ?? rulesOf(claims, this.#ruleOf);
    this.#read.set(last, rules);
    return rules;
  }
}
