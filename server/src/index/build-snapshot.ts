import { catalogOf } from '../catalog/catalog';
import { matcherOf } from '../catalog/match';
import type { CatalogData } from '../catalog/service';
import type { FileFacts, Problem } from '../model/facts';
import type { IgnoredFinding } from '../model/project';
import type { Snapshot } from '../model/workspace';
import { dynamicReadsOf, environmentOf } from './environment';
import { gatherFindings } from './gather-findings';
import { integrationsOf } from './integrations';
import { Kept } from './kept';
import { notDetectedOf } from './not-detected';
import { byText } from './order';
import { routesOf } from './routes';
import { unrecognisedOf } from './unrecognised';

/**
 * Joins the facts of all files into what the views show. Pure: the same facts give the same snapshot, whatever earlier
 * ones have left in `kept`.
 */
export function buildSnapshot(
  revision: number,
  files: Iterable<FileFacts>,
  hostProblems: readonly Problem[],
  catalog: CatalogData,
  ignored: readonly IgnoredFinding[] = [],
  kept = new Kept(),
): Snapshot {
  const given = [...files].sort((a, b) => byText(a.path, b.path));
  const workspace = kept.workspaceOf(given, matcherOf(catalog));
  const sorted = workspace.files;
  const findings = gatherFindings(workspace, kept);
  const ignoredIds = new Set(ignored.map(({ integration }) => integration));
  const ignoredNames = new Set(ignored.map(({ env }) => env));
  const integrations = integrationsOf(workspace, findings).filter(({ id }) => !ignoredIds.has(id));
  return {
    revision,
    categories: catalog.categories,
    applications: workspace.applications.all,
    integrations,
    env: environmentOf(workspace, findings).filter(({ name }) => !ignoredNames.has(name)),
    dynamicReads: dynamicReadsOf(sorted),
    routes: routesOf(workspace),
    notDetected: notDetectedOf(catalogOf(catalog), integrations),
    unrecognised: unrecognisedOf(workspace),
    problems: [...hostProblems, ...sorted.flatMap((file) => file.problems)].sort(
      (a, b) => byText(a.path, b.path) || (a.line ?? -1) - (b.line ?? -1) || byText(a.message, b.message),
    ),
    stats: { files: sorted.length, byLanguage: countLanguages(sorted), services: catalogOf(catalog).size },
    files: sorted,
  };
}

function countLanguages(files: readonly FileFacts[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  const languages = files.flatMap((file) => (file.language === undefined ? [] : [file.language])).sort(byText);
  for (const language of languages) counts[language] = (counts[language] ?? 0) + 1;
  return counts;
}
