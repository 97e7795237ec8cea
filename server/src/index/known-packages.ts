import type { FileFacts } from '../model/facts';
import { factsOfKind } from './facts-of-kind';
import { lockKey } from './resolved-versions';

/** All packages that the workspace declares or locks. */
export function knownPackages(files: readonly FileFacts[]): ReadonlySet<string> {
  const known = new Set<string>();
  for (const file of files) {
    for (const key of Object.keys(file.locked ?? {})) if (!key.includes('#')) known.add(key);
    for (const fact of factsOfKind(file, 'dependency')) if (fact.commentedOut !== true) known.add(lockKey(fact));
  }
  return known;
}
