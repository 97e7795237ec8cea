import { isDotenv } from '../index/dotenv-path';
import { byText, groupBy } from '../index/order';
import { baseName } from '../index/paths';
import type { Location } from '../model/text';
import type { EnvVariable, Snapshot } from '../model/workspace';
import { type EnvPlace, envIndexOf, isTemplate } from './env-index';
import { type LineText, type Position, variableAt } from './variable-at';

/** Where the variable at a position is declared, the nearest first. */
export function definitionAt(
  snapshot: Snapshot,
  path: string,
  position: Position,
  text?: LineText,
): readonly Location[] {
  const found = variableAt(snapshot, path, position, text);
  return found === undefined ? [] : declarationsFor(snapshot, found.variable, path);
}

/**
 * The declarations that a file's program sees: its application's template, its other `.env*`, those of the folders
 * above, then compose, workflow and hosting files, and where there is none, a settings class. Those of other
 * applications count only where it has none of its own, or for a file of the root, which belongs to all.
 */
export function declarationsFor(snapshot: Snapshot, variable: EnvVariable, from: string): readonly Location[] {
  const index = envIndexOf(snapshot);
  const own = index.applicationOf(from);
  const ranked = index
    .placesOf(variable.name)
    .filter(declares)
    .map((place) => ({ place, rank: rankOf(place, own, index.applicationOf(place.path)) }))
    .sort((a, b) => a.rank - b.rank || byNearness(a.place, b.place, from));
  const near = own.folder === '' ? ranked : ranked.filter(({ rank }) => rank < FOREIGN);
  const named = near.length > 0 ? near : ranked;
  const declared = named.filter(({ place }) => place.fact.kind === 'envDeclaration');
  const lines = groupBy(
    declared.length > 0 ? declared : named,
    ({ place: { path, range } }) => `${path} ${range.line}`,
  );
  // `X: ${{ secrets.X }}` declares twice on one line.
  return [...lines.values()].flatMap(([first]) =>
    first ? [{ path: first.place.path, range: first.place.range }] : [],
  );
}

/** A field of a settings class says that a variable is wanted, as a declaration does. */
const SETTINGS = new Set(['BaseSettings', 'createEnv', 'ConfigModule']);

function declares({ fact }: EnvPlace): boolean {
  return fact.kind === 'envDeclaration' || SETTINGS.has(fact.accessor);
}

const SHARED = 10;
const FOREIGN = 100;

interface Application {
  readonly name: string;
  readonly folder: string;
}

function rankOf(place: EnvPlace, own: Application, holder: Application): number {
  const source = isDotenv(place.path) ? (isTemplate(place.path) ? 0 : 2) : 20;
  const commented = place.fact.commentedOut === true ? 1 : 0;
  if (holder.folder === own.folder) return source + commented;
  const isShared = holder.folder === '' || own.folder.startsWith(`${holder.folder}/`);
  return (isShared ? SHARED : FOREIGN) + source + commented;
}

function byNearness(a: EnvPlace, b: EnvPlace, from: string): number {
  return (
    shared(b.path, from) - shared(a.path, from) ||
    a.path.split('/').length - b.path.split('/').length ||
    byText(baseName(a.path), baseName(b.path)) ||
    byText(a.path, b.path) ||
    a.range.line - b.range.line ||
    a.range.column - b.range.column
  );
}

/** How many folders two paths have in common. */
function shared(a: string, b: string): number {
  const left = a.split('/');
  const right = b.split('/');
  let count = 0;
  while (count < left.length - 1 && count < right.length - 1 && left[count] === right[count]) count += 1;
  return count;
}
