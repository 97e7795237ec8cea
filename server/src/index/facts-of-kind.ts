import type { Fact, FactKind, FactOf, FileFacts } from '../model/facts';
import { readImports } from '../model/import-lines';

type Facts = ReadonlyMap<FactKind, readonly Fact[]>;

const known = new WeakMap<FileFacts, Facts>();

/**
 * The facts of one kind that a file states, in their order. They are sorted once a file: every snapshot asks all files for
 * a dozen kinds, and most files have none of them.
 */
export function factsOfKind<K extends FactKind>(file: FileFacts, kind: K): readonly FactOf<K>[] {
  const facts = known.get(file) ?? sorted(file);
  const found = facts.get(kind);
  return found === undefined ? NONE : (found as readonly FactOf<K>[]);
}

const NONE: readonly never[] = [];

const all = new WeakMap<FileFacts, readonly Fact[]>();

/** All that a file states. */
export function factsIn(file: FileFacts): readonly Fact[] {
  if (file.imports === undefined) return file.facts;
  const before = all.get(file);
  if (before !== undefined) return before;
  const facts = [...readImports(file.imports), ...file.facts];
  all.set(file, facts);
  return facts;
}

function sorted(file: FileFacts): Facts {
  const facts = new Map<FactKind, Fact[]>();
  for (const fact of factsIn(file)) {
    const group = facts.get(fact.kind);
    if (group === undefined) facts.set(fact.kind, [fact]);
    else group.push(fact);
  }
  known.set(file, facts);
  return facts;
}
