import type { Snapshot } from '../model/workspace';

/** The published JSON (`schemas/scan.schema.json`): sorted, deterministic, lines from 1. */
export function scanJson(snapshot: Snapshot): unknown {
  return { schemaVersion: 1, problems: snapshot.problems };
}
