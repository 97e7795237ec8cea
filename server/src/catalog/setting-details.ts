import { ANYWHERE } from './filed-under';
import { fits } from './glob';
import { type RuleOf, type Rules, rulesOf } from './rules-of';
import type { SettingDetailRule } from './service';
import { TableIndex } from './table-index';
import type { Table } from './tables';

/** Which settings a service wants printed, filed under the last part of their path. */
export class SettingDetails {
  readonly #byLast: TableIndex<Rules<SettingDetailRule>>;

  constructor(table: Table, ruleOf: RuleOf<SettingDetailRule>) {
    this.#byLast = new TableIndex(table, ({ claims }) => rulesOf(claims, ruleOf));
  }

  find(system: string, path: string): Rules<SettingDetailRule> {
    const last = path.slice(path.lastIndexOf('.') + 1);
    return [...this.#byLast.at(last), ...this.#byLast.at(ANYWHERE)]
      .flat()
      .filter(([, rule]) => (rule.system === undefined || rule.system === system) && fits(rule.path, path));
  }
}
