import type { Fact, FactKind, FactOf, FileFacts } from '../model/facts';

type Facts = ReadonlyMap<FactKind, readonly Fact[]>;

const known = new WeakMap<FileFacts, Facts>();

/**
 * The facts of one kind that a file states, in their order. They are sorted once a file: every snapshot asks all files for
 * a dozen kinds, and most files have none of them.
 */
export function factsOfKind<K extends FactKind>(file: FileFacts, kind: K): readonly FactOf<K>[] {
  if (file.facts.length === 0) return NONE;
  const facts = known.get(file) ?? sorted(file);
  const found = facts.get(kind);
  return found === undefined ? NONE : (found as readonly FactOf<K>[]);
}

const NONE: readonly never[] = [];

function sorted(file: FileFacts): Facts {
  const facts = new Map<FactKind, Fact[]>();
  for (const fact of file.facts) {
    const group = facts.get(fact.kind);
    if (group === undefined) facts.set(fact.kind, [fact]);
    else group.push(fact);
  }
  known.set(file, facts);
  return facts;
}
