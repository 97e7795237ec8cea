import { add, type Multimap, NONE } from './multimap';
import { hostName } from './names';

/** Most labels lead to one service and no further, so what is empty is not even there. */
interface Node {
  children?: Map<string, Node>;
  ids?: string[];
  notIds?: string[];
}

/** Hosts by label from the right: `stripe.com` takes `api.stripe.com`; `*` is one label; the longest entry wins. */
export class HostIndex {
  readonly #root: Node = {};

  add(host: string, id: string): void {
    const node = this.#at(host);
    node.ids ??= [];
    node.ids.push(id);
  }

  /** A host, and those below it, that prove nothing for a service. */
  addNot(host: string, id: string): void {
    const node = this.#at(host);
    node.notIds ??= [];
    node.notIds.push(id);
  }

  find(host: string): readonly string[] {
    const labels = hostName(host).split('.');
    if (labels.length > 20) return NONE;
    const found: Multimap<number> = new Map();
    const not: Multimap<number> = new Map();
    walk(this.#root, labels, labels.length - 1, 1, found, not);
    let most = 0;
    let ids: string[] = [];
    for (const [id, depths] of found) {
      const depth = Math.max(...depths);
      if (Math.max(0, ...(not.get(id) ?? NONE)) >= depth || depth < most) continue;
      if (depth > most) ids = [];
      most = depth;
      ids.push(id);
    }
    return ids;
  }

  #at(host: string): Node {
    let current = this.#root;
    let end = host.length;
    while (end > 0) {
      const dot = host.lastIndexOf('.', end - 1);
      const label = host.slice(dot + 1, end);
      current.children ??= new Map();
      let next = current.children.get(label);
      if (next === undefined) {
        next = {};
        current.children.set(label, next);
      }
      current = next;
      end = dot;
    }
    return current;
  }
}

/** A literal label counts for more than `*`, so that `s3.eu.x.com` beats `*.eu.x.com`. */
function walk(
  at: Node,
  labels: readonly string[],
  index: number,
  depth: number,
  found: Multimap<number>,
  not: Multimap<number>,
): void {
  const label = labels[index];
  if (label === undefined) return;
  for (const [child, weight] of [
    [at.children?.get(label), 1],
    [label === '*' ? undefined : at.children?.get('*'), 0.5],
  ] as const) {
    if (child === undefined) continue;
    for (const id of child.ids ?? NONE) add(found, id, depth + weight);
    for (const id of child.notIds ?? NONE) add(not, id, depth + weight);
    walk(child, labels, index - 1, depth + weight, found, not);
  }
}
