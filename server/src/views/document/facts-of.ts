import { factsOfKind } from '../../index/facts-of-kind';
import type { FactKind, FactOf } from '../../model/facts';
import type { Snapshot } from '../../model/workspace';

export interface Placed<K extends FactKind> {
  readonly fact: FactOf<K>;
  readonly path: string;
  readonly line: number;
}

/** All facts of a kind in source files: what tests and examples do is no statement about the program. */
export function factsOf<K extends FactKind>({ files }: Snapshot, kind: K): readonly Placed<K>[] {
  return files.flatMap((file) =>
    file.role === 'source'
      ? factsOfKind(file, kind).map((fact) => ({ fact, path: file.path, line: fact.range.line }))
      : [],
  );
}
