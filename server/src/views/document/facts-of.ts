import { factsOfKind } from '../../index/facts-of-kind';
import type { Steps } from '../../index/steps';
import type { FactKind, FactOf } from '../../model/facts';
import type { Snapshot } from '../../model/workspace';

export interface Placed<K extends FactKind> {
  readonly fact: FactOf<K>;
  readonly path: string;
  readonly line: number;
}

/** What was asked of a snapshot: a dozen groups of lines start from the same facts, and each walk passes all files. */
const known = new WeakMap<Snapshot, Map<FactKind, unknown>>();

/** All facts of a kind in source files: what tests and examples do is no statement about the program. */
export function factsOf<K extends FactKind>(snapshot: Snapshot, kind: K): readonly Placed<K>[] {
  const kinds = known.get(snapshot) ?? new Map<FactKind, unknown>();
  known.set(snapshot, kinds);
  const before = kinds.get(kind);
  if (before !== undefined) return before as readonly Placed<K>[];
  const found = gathered(snapshot, kind);
  kinds.set(kind, found);
  return found;
}

/** The kinds that there are most facts of, a step each: what asks for them afterwards takes no longer than others. */
export function* gatherSteps(snapshot: Snapshot): Steps<void> {
  for (const kind of ['import', 'call', 'binding'] as const) {
    factsOf(snapshot, kind);
    yield;
  }
}

function gathered<K extends FactKind>({ files }: Snapshot, kind: K): readonly Placed<K>[] {
  const found: Placed<K>[] = [];
  for (const file of files) {
    if (file.role !== 'source') continue;
    for (const fact of factsOfKind(file, kind)) found.push({ fact, path: file.path, line: fact.range.line });
  }
  return found;
}
