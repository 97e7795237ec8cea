import type { FactKind, FactOf } from '../../model/facts';
import type { Snapshot } from '../../model/workspace';

export interface Placed<K extends FactKind> {
  readonly fact: FactOf<K>;
  readonly path: string;
  readonly line: number;
}

/** All facts of a kind in source files: what tests and examples do is no statement about the program. */
export function factsOf<K extends FactKind>(snapshot: Snapshot, kind: K): readonly Placed<K>[] {
  const isOfKind = (fact: { readonly kind: FactKind }): fact is FactOf<K> => fact.kind === kind;
  return snapshot.files
    .filter(({ role }) => role === 'source')
    .flatMap((file) => file.facts.filter(isOfKind).map((fact) => ({ fact, path: file.path, line: fact.range.line })));
}
