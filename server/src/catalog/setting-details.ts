import { fits } from './glob';
import { type RuleOf, type Rules, rulesOf } from './rules-of';
import type { SettingDetailRule } from './service';
import { TableIndex } from './table-index';
import type { Table } from './tables';

/** Which settings a service wants printed. */
export class SettingDetails {
  readonly #rules: TableIndex<Rules<SettingDetailRule>>;

  constructor(table: Table, ruleOf: RuleOf<SettingDetailRule>) {
    this.#rules = new TableIndex(table, ({ claims }) => rulesOf(claims, ruleOf));
  }

  find(system: string, path: string): Rules<SettingDetailRule> {
    return this.#rules
      .about(path)
      .flat()
      .filter(([, rule]) => (rule.system === undefined || rule.system === system) && fits(rule.path, path));
  }
}
