import { type Evidence, type Integration, STATUSES } from '../model/integration';
import type { Location } from '../model/text';
import type { EnvVariable, Snapshot } from '../model/workspace';
import { declarationsFor } from './definition';
import { envIndexOf } from './env-index';

export interface AtlasSymbol extends Location {
  readonly name: string;
  readonly kind: 'variable' | 'integration';
  /** The service that a variable belongs to, the category of an integration. */
  readonly container: string;
}

/** Nobody reads further than this: the next letter typed asks again. */
const MOST = 500;

/** The variables and integrations whose names hold the letters of the query in their order. */
export function symbolsOf(snapshot: Snapshot, query: string): readonly AtlasSymbol[] {
  const letters = query.toLowerCase().replace(/\s+/g, '');
  const titles = new Map(snapshot.categories.map(({ id, title }) => [id, title]));
  const found: AtlasSymbol[] = [];
  for (const integration of snapshot.integrations) {
    if (found.length >= MOST) return found;
    const place = matches(integration.name, letters) ? placeOf(integration) : undefined;
    if (place === undefined) continue;
    const container = titles.get(integration.category) ?? integration.category;
    found.push({ name: integration.name, kind: 'integration', container, ...place });
  }
  for (const variable of snapshot.env) {
    if (found.length >= MOST) return found;
    const place = matches(variable.name, letters) ? knownHome(snapshot, variable) : undefined;
    if (place === undefined) continue;
    found.push({ name: variable.name, kind: 'variable', container: servicesOf(snapshot, variable), ...place });
  }
  return found;
}

/** The names of the services that a variable belongs to, or else of the applications that use it. */
export function servicesOf(snapshot: Snapshot, variable: EnvVariable): string {
  const names = variable.integrations.flatMap((id) => integrationNames(snapshot).get(id) ?? []);
  return (names.length > 0 ? names : variable.applications.map(({ name }) => name).filter((name) => name !== '.')).join(
    ', ',
  );
}

const namesBySnapshot = new WeakMap<Snapshot, ReadonlyMap<string, string>>();

export function integrationNames(snapshot: Snapshot): ReadonlyMap<string, string> {
  const known = namesBySnapshot.get(snapshot);
  if (known !== undefined) return known;
  const names = new Map(snapshot.integrations.map(({ id, name }) => [id, name]));
  namesBySnapshot.set(snapshot, names);
  return names;
}

function matches(name: string, letters: string): boolean {
  let at = 0;
  const lower = name.toLowerCase();
  for (const letter of letters) {
    at = lower.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

const homes = new WeakMap<EnvVariable, { readonly home: Location | undefined }>();

/** Looked for once a variable, and so once a snapshot: each letter of a query asks for all of them again. */
function knownHome(snapshot: Snapshot, variable: EnvVariable): Location | undefined {
  const known = homes.get(variable) ?? { home: homeOf(snapshot, variable) };
  homes.set(variable, known);
  return known.home;
}

/** Where a variable is declared, as the root sees it, or else where the code first reads it. */
function homeOf(snapshot: Snapshot, variable: EnvVariable): Location | undefined {
  const [declared] = declarationsFor(snapshot, variable, '');
  if (declared !== undefined) return declared;
  const places = envIndexOf(snapshot).placesOf(variable.name);
  const place = places.find(({ test }) => !test) ?? places[0];
  return place && { path: place.path, range: place.range };
}

/** What tells most of an integration comes first among evidence of one status. */
const TELLING: readonly Evidence['kind'][] = ['call', 'import', 'dependency', 'image', 'action', 'setting', 'url'];

/** Where an integration is proved best. */
function placeOf({ evidence, packages }: Integration): Location | undefined {
  let best: { readonly found: Evidence; readonly rank: number } | undefined;
  for (const found of evidence) {
    const telling = TELLING.indexOf(found.kind);
    // Variables have symbols of their own.
    const last = found.kind === 'env' ? 100 : 0;
    const rank = last + STATUSES.indexOf(found.status) * 10 + (telling < 0 ? TELLING.length : telling);
    if (best === undefined || rank < best.rank) best = { found, rank };
  }
  if (best !== undefined) {
    const { path, line, column, endColumn } = best.found;
    return { path, range: { line, column, endLine: line, endColumn } };
  }
  const [manifest] = packages;
  if (manifest === undefined) return undefined;
  const { path, line } = manifest;
  return { path, range: { line, column: 0, endLine: line, endColumn: 0 } };
}
