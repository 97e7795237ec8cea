import { contextOf } from '../checks/context';
import { type Unjudged, unjudgedFiles } from '../checks/unused';
import type { Snapshot } from '../model/workspace';

const found = new WeakMap<Snapshot, ReadonlyMap<string, Unjudged>>();

/** Why a name that nothing reads is not told as unused in this file, where that is so. */
export function unjudgedNote(snapshot: Snapshot, path: string, name: string): string | undefined {
  const known = found.get(snapshot) ?? new Map(unjudgedFiles(contextOf(snapshot)).map((file) => [file.path, file]));
  found.set(snapshot, known);
  const file = known.get(path);
  return file?.names.includes(name) === true ? `Read by nothing here; not told as unused: ${file.reason}` : undefined;
}
