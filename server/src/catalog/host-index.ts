import { NONE } from './multimap';
import { hostName } from './names';
import { TableIndex } from './table-index';
import type { Table } from './tables';

const MOST_LABELS = 20;

/** Hosts by label from the right: `stripe.com` takes `api.stripe.com`; `*` is one label; the longest entry wins. */
export class HostIndex {
  readonly #hosts: HostTable;
  readonly #notHosts: HostTable;

  /** `notHosts` are those, and those below them, that prove nothing for a service. */
  constructor(hosts: Table, notHosts: Table) {
    this.#hosts = new HostTable(hosts);
    this.#notHosts = new HostTable(notHosts);
  }

  find(host: string): readonly string[] {
    const name = hostName(host);
    const labels = name.split('.');
    if (labels.length > MOST_LABELS) return NONE;
    const found = this.#hosts.weights(name, labels);
    if (found.size === 0) return NONE;
    const not = this.#notHosts.weights(name, labels);
    let most = 0;
    let ids: string[] = [];
    for (const [id, weight] of found) {
      if ((not.get(id) ?? 0) >= weight || weight < most) continue;
      if (weight > most) ids = [];
      most = weight;
      ids.push(id);
    }
    return ids;
  }
}

interface Entry {
  readonly labels: readonly string[];
  readonly ids: readonly string[];
}

class HostTable {
  /** Under themselves, or under the labels behind their last `*`. */
  readonly #entries: TableIndex<Entry>;

  constructor(table: Table) {
    this.#entries = new TableIndex(table, ({ name, claims }) => ({ labels: name.split('.'), ids: claims }));
  }

  /** How much of the host the services' entries say: a literal label counts for more than `*`. */
  weights(host: string, labels: readonly string[]): ReadonlyMap<string, number> {
    const weights = new Map<string, number>();
    const weigh = (entries: readonly Entry[]): void => {
      for (const entry of entries) {
        const weight = weightOf(entry.labels, labels);
        if (weight === 0) continue;
        for (const id of entry.ids) weights.set(id, Math.max(weight, weights.get(id) ?? 0));
      }
    };
    for (let end = host.length; end > 0; ) {
      const dot = host.lastIndexOf('.', end - 1);
      weigh(this.#entries.about(host.slice(dot + 1)));
      end = dot;
    }
    return weights;
  }
}

/** So that `s3.eu.x.com` beats `*.eu.x.com`. 0 where the pattern does not fit the end of the host. */
function weightOf(pattern: readonly string[], labels: readonly string[]): number {
  const offset = labels.length - pattern.length;
  if (offset < 0) return 0;
  let weight = 0;
  for (const [at, label] of pattern.entries()) {
    if (label === labels[at + offset]) weight += 1;
    else if (label === '*') weight += 0.5;
    else return 0;
  }
  return weight;
}
