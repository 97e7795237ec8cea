import { IdMap } from './id-map';
import { add, type Multimap, NONE } from './multimap';
import { hostName } from './names';
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

interface Pattern {
  readonly labels: readonly string[];
  readonly ids: readonly string[];
}

class HostTable {
  readonly #exact = new IdMap();
  /** Those with a `*`, under the labels behind the last one. */
  readonly #patterns: Multimap<Pattern> = new Map();

  constructor(table: Table) {
    for (let at = 0; at + 1 < table.length; at += 2) {
      const host = table[at] ?? '';
      const ids = table[at + 1] ?? '';
      const star = host.lastIndexOf('*');
      if (star < 0) this.#exact.set(host, ids);
      else add(this.#patterns, host.slice(star + 2), { labels: host.split('.'), ids: ids.split(' ') });
    }
  }

  /** How much of the host the services' entries say: a literal label counts for more than `*`. */
  weights(host: string, labels: readonly string[]): ReadonlyMap<string, number> {
    const weights = new Map<string, number>();
    const weigh = (ids: readonly string[], weight: number): void => {
      for (const id of ids) weights.set(id, Math.max(weight, weights.get(id) ?? 0));
    };
    let end = host.length;
    for (let count = 1; end > 0; count += 1) {
      const dot = host.lastIndexOf('.', end - 1);
      const suffix = host.slice(dot + 1);
      weigh(this.#exact.get(suffix) ?? NONE, count);
      for (const { labels: pattern, ids } of this.#patterns.get(suffix) ?? NONE) weigh(ids, weightOf(pattern, labels));
      end = dot;
    }
    for (const { labels: pattern, ids } of this.#patterns.get('') ?? NONE) weigh(ids, weightOf(pattern, labels));
    for (const [id, weight] of weights) if (weight === 0) weights.delete(id);
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
