import { factsOfKind } from '../../index/facts-of-kind';
import { importsOf } from '../../index/imports-of';
import type { Steps } from '../../index/steps';
import type { Fact, FactKind, FactOf, FileFacts } from '../../model/facts';
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

/** The kinds that there are most facts of, some files a step: what asks for them afterwards takes no longer than others. */
export function* gatherSteps(snapshot: Snapshot): Steps<void> {
  for (const [index, file] of snapshot.files.entries()) {
    if (index % STEP === STEP - 1) yield;
    if (isProgram(file)) importsOf(file);
  }
  for (const kind of ['import', 'call', 'binding'] as const) {
    factsOf(snapshot, kind);
    yield;
  }
}

const STEP = 500;

function gathered<K extends FactKind>({ files }: Snapshot, kind: K): readonly Placed<K>[] {
  const found: Placed<K>[] = [];
  for (const file of files.filter(isProgram)) {
    for (const fact of ofKind(file, kind)) found.push({ fact, path: file.path, line: fact.range.line });
  }
  return found;
}

function ofKind<K extends FactKind>(file: FileFacts, kind: K): readonly FactOf<K>[] {
  return kind === 'import' ? (importsOf(file) as readonly Fact[] as readonly FactOf<K>[]) : factsOfKind(file, kind);
}

function isProgram({ role }: FileFacts): boolean {
  return role === 'source';
}
