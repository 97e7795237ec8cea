import { envChainOf } from '../index/env-chain';
import { baseName } from '../index/paths';
import type { EnvDeclarationFact, EnvReadFact, FileFacts } from '../model/facts';
import type { Location } from '../model/text';
import type { EnvVariable, Snapshot } from '../model/workspace';

export type EnvFact = EnvReadFact | EnvDeclarationFact;

/** A place where a variable is named, with what stands there. */
export interface EnvPlace extends Location {
  readonly fact: EnvFact;
  readonly application: string;
  readonly test: boolean;
}

/** Where the names are: built once a snapshot, since every key stroke may ask. */
export interface EnvIndex {
  readonly variables: ReadonlyMap<string, EnvVariable>;
  /** By variable, in the order of paths. */
  readonly places: ReadonlyMap<string, readonly EnvPlace[]>;
  readonly byFile: ReadonlyMap<string, readonly EnvPlace[]>;
  readonly files: ReadonlyMap<string, FileFacts>;
  /** The application that a file belongs to, known or not: that of the nearest manifest. */
  applicationOf(path: string): { readonly name: string; readonly folder: string };
}

const built = new WeakMap<Snapshot, EnvIndex>();

export function envIndexOf(snapshot: Snapshot): EnvIndex {
  const known = built.get(snapshot);
  if (known !== undefined) return known;
  const index = build(snapshot);
  built.set(snapshot, index);
  return index;
}

function build(snapshot: Snapshot): EnvIndex {
  const variables = new Map(snapshot.env.map((variable) => [variable.name, variable]));
  const { applicationOf } = envChainOf(snapshot);
  const places = new Map<string, EnvPlace[]>();
  const byFile = new Map<string, readonly EnvPlace[]>();
  const files = new Map<string, FileFacts>();
  for (const file of snapshot.files) {
    files.set(file.path, file);
    const named = namedIn(file).filter(({ name }) => variables.has(name));
    if (named.length === 0) continue;
    const { path, role } = file;
    const application = applicationOf(path).name;
    const inFile = named.map((fact) => ({ path, range: fact.range, fact, application, test: role !== 'source' }));
    byFile.set(path, inFile);
    for (const place of inFile) {
      const known = places.get(place.fact.name);
      if (known === undefined) places.set(place.fact.name, [place]);
      else known.push(place);
    }
  }
  return { variables, places, byFile, files, applicationOf };
}

/** By the facts themselves: after an edit only the edited file is looked through again. */
const named = new WeakMap<FileFacts, readonly EnvFact[]>();
const NOTHING: readonly EnvFact[] = [];

/** In the order of the text, each place once: what a comment holds is none. */
function namedIn(file: FileFacts): readonly EnvFact[] {
  const known = named.get(file);
  if (known !== undefined) return known;
  const found = new Map<string, EnvFact>();
  for (const fact of file.facts) {
    if (fact.kind !== 'envRead' && fact.kind !== 'envDeclaration') continue;
    if (fact.kind === 'envRead' && fact.commentedOut === true) continue;
    const { line, column, endLine, endColumn } = fact.range;
    const key = `${fact.name} ${line} ${column} ${endLine} ${endColumn}`;
    if (!found.has(key)) found.set(key, fact);
  }
  const sorted =
    found.size === 0
      ? NOTHING
      : [...found.values()].sort((a, b) => a.range.line - b.range.line || a.range.column - b.range.column);
  named.set(file, sorted);
  return sorted;
}

/** A file of `.env` lines, whatever it is a template of. */
export function isDotenv(path: string): boolean {
  const name = baseName(path);
  return /^\.env(?:rc)?(?:[.\-_]|$)/.test(name) || /\.env(?:\.(?:dist|example|local|sample|template))?$/.test(name);
}

/** A file that is committed to say which variables are wanted. */
export function isTemplate(path: string): boolean {
  return /example|sample|template|dist\b/i.test(baseName(path));
}
