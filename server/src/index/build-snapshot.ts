import { catalogOf } from '../catalog/catalog';
import { matcherOf } from '../catalog/match';
import type { CatalogData } from '../catalog/service';
import type { FileFacts, Problem } from '../model/facts';
import type { IgnoredFinding } from '../model/project';
import type { Snapshot } from '../model/workspace';
import { shareEnvChains } from './env-chain';
import { Kept } from './kept';
import { notDetectedOf } from './not-detected';
import { byText } from './order';

/**
 * Joins the facts of all files, sorted by path, into what the views show. Pure: the same facts give the same snapshot,
 * whatever earlier ones have left in `kept`.
 */
export function buildSnapshot(
  revision: number,
  files: readonly FileFacts[],
  hostProblems: readonly Problem[],
  catalog: CatalogData,
  ignored: readonly IgnoredFinding[] = [],
  kept = new Kept(),
): Snapshot {
  const joined = kept.joined(files, matcherOf(catalog));
  const ignoredIds = new Set(ignored.map(({ integration }) => integration));
  const ignoredNames = new Set(ignored.map(({ env }) => env));
  const integrations = joined.integrations.filter(({ id }) => !ignoredIds.has(id));
  const snapshot: Snapshot = {
    revision,
    categories: catalog.categories,
    applications: joined.applications,
    integrations,
    env: joined.env.filter(({ name }) => !ignoredNames.has(name)),
    dynamicReads: joined.dynamicReads,
    routes: joined.routes,
    notDetected: notDetectedOf(catalogOf(catalog), integrations),
    unrecognised: joined.unrecognised,
    problems: [...hostProblems, ...joined.problems].sort(
      (a, b) => byText(a.path, b.path) || (a.line ?? -1) - (b.line ?? -1) || byText(a.message, b.message),
    ),
    stats: { files: joined.files.length, byLanguage: joined.byLanguage, services: catalogOf(catalog).size },
    files: joined.files,
  };
  shareEnvChains(snapshot, joined.chains);
  return snapshot;
}
