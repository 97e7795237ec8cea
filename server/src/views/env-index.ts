import { envChainOf } from '../index/env-chain';
import { byText, distinct } from '../index/order';
import { baseName } from '../index/paths';
import type { EnvDeclarationFact, EnvReadFact, FileFacts } from '../model/facts';
import type { Location } from '../model/text';
import type { EnvVariable, Snapshot } from '../model/workspace';

export { isDotenv } from '../index/dotenv-path';

export type EnvFact = EnvReadFact | EnvDeclarationFact;

/** A place where a variable is named, with what stands there. */
export interface EnvPlace extends Location {
  readonly fact: EnvFact;
  readonly application: string;
  readonly test: boolean;
}

/**
 * Where the names are. A snapshot is sorted, so it is looked up in what it is: nothing is built of it but what is asked for,
 * since every key stroke may ask.
 */
export interface EnvIndex {
  variable(name: string): EnvVariable | undefined;
  /** Where a variable is named, in the order of paths. */
  placesOf(name: string): readonly EnvPlace[];
  /** Where a file names variables, in the order of its text. */
  placesIn(path: string): readonly EnvPlace[];
  file(path: string): FileFacts | undefined;
  /** The application that a file belongs to, known or not: that of the nearest manifest. */
  applicationOf(path: string): { readonly name: string; readonly folder: string };
}

const built = new WeakMap<Snapshot, EnvIndex>();

export function envIndexOf(snapshot: Snapshot): EnvIndex {
  const known = built.get(snapshot) ?? indexOver(snapshot);
  built.set(snapshot, known);
  return known;
}

function indexOver(snapshot: Snapshot): EnvIndex {
  const { env, files } = snapshot;
  const { applicationOf } = envChainOf(snapshot);
  const variable = (name: string): EnvVariable | undefined => found(env, name, (one) => one.name);
  const file = (path: string): FileFacts | undefined => found(files, path, (one) => one.path);
  const placesIn = (path: string): readonly EnvPlace[] => {
    const facts = file(path);
    if (facts === undefined) return NOWHERE;
    const application = applicationOf(path).name;
    return namedIn(facts)
      .filter(({ name }) => variable(name) !== undefined)
      .map((fact) => ({ path, range: fact.range, fact, application, test: facts.role !== 'source' }));
  };
  return {
    variable,
    file,
    placesIn,
    placesOf: (name) => {
      const { reads = [], declarations = [] } = variable(name) ?? {};
      const paths = distinct([...reads, ...declarations].map(({ path }) => path));
      return paths.flatMap((path) => placesIn(path).filter(({ fact }) => fact.name === name));
    },
    applicationOf,
  };
}

const NOWHERE: readonly EnvPlace[] = [];

/** The one of this name among items sorted by name. */
function found<T>(items: readonly T[], name: string, nameOf: (item: T) => string): T | undefined {
  let low = 0;
  let high = items.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    const order = item === undefined ? 1 : byText(nameOf(item), name);
    if (order === 0) return item;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
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

/** A file that is committed to say which variables are wanted. */
export function isTemplate(path: string): boolean {
  return /example|sample|template|dist\b/i.test(baseName(path));
}
