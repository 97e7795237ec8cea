import { fits } from './glob';
import { add, type Multimap, NONE } from './multimap';
import type { SettingDetailRule } from './service';

/** Which settings a service wants printed, filed under the last part of their path. */
export class SettingDetails {
  readonly #byLast: Multimap<readonly [string, SettingDetailRule]> = new Map();

  add(rule: SettingDetailRule, id: string): void {
    const last = lastPart(rule.path);
    add(this.#byLast, last.includes('*') ? '*' : last, [id, rule] as const);
  }

  find(system: string, path: string): readonly (readonly [string, SettingDetailRule])[] {
    const near = this.#byLast.get(lastPart(path)) ?? NONE;
    const open = this.#byLast.get('*') ?? NONE;
    return [...near, ...open].filter(
      ([, rule]) => (rule.system === undefined || rule.system === system) && fits(rule.path, path),
    );
  }
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
