import type { CatalogData } from '../catalog/service';
import type { FileFacts, Problem } from '../model/facts';
import type { Snapshot } from '../model/workspace';

/** Joins the facts of all files into what the views show. Pure: the same facts give the same snapshot. */
export function buildSnapshot(
  revision: number,
  files: Iterable<FileFacts>,
  hostProblems: readonly Problem[],
  catalog: CatalogData,
): Snapshot {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return {
    revision,
    applications: [],
    integrations: [],
    env: [],
    dynamicReads: [],
    routes: [],
    notDetected: [],
    problems: [...hostProblems, ...sorted.flatMap((file) => file.problems)],
    stats: { files: sorted.length, byLanguage: {}, services: catalog.services.length },
    files: sorted,
  };
}
