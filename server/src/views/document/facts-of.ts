import type { Fact, FactKind, FactOf } from '../../model/facts';
import type { Snapshot } from '../../model/workspace';

export interface Placed<K extends FactKind> {
  readonly fact: FactOf<K>;
  readonly path: string;
  readonly line: number;
}

interface PlacedFact {
  readonly fact: Fact;
  readonly path: string;
  readonly line: number;
}

type ByKind = ReadonlyMap<FactKind, readonly PlacedFact[]>;

const known = new WeakMap<Snapshot, ByKind>();

/** All facts of a kind in source files: what tests and examples do is no statement about the program. */
export function factsOf<K extends FactKind>(snapshot: Snapshot, kind: K): readonly Placed<K>[] {
  const byKind = known.get(snapshot) ?? sorted(snapshot);
  known.set(snapshot, byKind);
  const isOfKind = (fact: { readonly kind: FactKind }): fact is FactOf<K> => fact.kind === kind;
  return (byKind.get(kind) ?? []).flatMap(({ fact, path, line }) => (isOfKind(fact) ? [{ fact, path, line }] : []));
}

function sorted({ files }: Snapshot): ByKind {
  const byKind = new Map<FactKind, PlacedFact[]>();
  for (const { path, role, facts } of files) {
    if (role !== 'source') continue;
    for (const fact of facts) {
      const placed = { fact, path, line: fact.range.line };
      const group = byKind.get(fact.kind);
      if (group === undefined) byKind.set(fact.kind, [placed]);
      else group.push(placed);
    }
  }
  return byKind;
}
