import type { FileFacts } from '../model/facts';
import type { EnvDeclaration, EnvRead, EnvVariable, Snapshot } from '../model/workspace';
import type { Applications } from './applications';
import type { EnvFacts } from './env-in-file';
import { factsOfKind } from './facts-of-kind';
import { byText, distinct, groupBy } from './order';
import { isPlumbing } from './plumbing';
import { publicPrefixOf } from './public-prefix';
import { isSaidOptional, purposeOf } from './purpose';
import { requirementOf } from './requirement';
import type { ServiceFacts } from './service-findings';

/** A variable by what the files say of it, without the services it belongs to; nothing where none is worth telling. */
export function variableOf(files: readonly EnvFacts[], name: string, isBuiltIn: IsBuiltIn): EnvVariable | undefined {
  const reads = files.flatMap((file) => file.reads);
  const declarations = files.flatMap((file) => file.declarations);
  if (declarations.length === 0 && isPlumbing(name)) return undefined;
  const asked = declarations.length > 0 ? reads : reads.filter(({ read }) => !isBuiltIn(name, read));
  if (asked.length === 0 && declarations.length === 0) return undefined;
  return joined(name, asked, declarations);
}

/** The variables with the services that each belongs to. */
export function withOwners(
  variables: readonly (EnvVariable | undefined)[],
  services: ReadonlyMap<string, Pick<ServiceFacts, 'env'>>,
): readonly EnvVariable[] {
  const owners = ownersOf(services);
  return variables.flatMap((variable) =>
    variable === undefined ? [] : [withOwner(variable, owners.get(variable.name) ?? NOBODY)],
  );
}

const NOBODY: readonly string[] = [];
const owned = new WeakMap<EnvVariable, EnvVariable>();

/** The same object while it belongs to the same services. */
function withOwner(variable: EnvVariable, integrations: readonly string[]): EnvVariable {
  if (integrations.length === 0) return variable;
  const known = owned.get(variable);
  if (known !== undefined && known.integrations.join(' ') === integrations.join(' ')) return known;
  const told = { ...variable, integrations };
  owned.set(variable, told);
  return told;
}

/** Whether every program of an application has the variable, whatever the environment holds. */
export type IsBuiltIn = (name: string, read: EnvRead) => boolean;

/** Vue's command line gives every program `BASE_URL`. */
export function builtInBy(files: readonly FileFacts[], { nameOf }: Applications): IsBuiltIn {
  const built = new Set(
    files
      .filter((file) => factsOfKind(file, 'dependency').some(({ name }) => name === '@vue/cli-service'))
      .map(({ path }) => nameOf(path)),
  );
  return (name, read) => name === 'BASE_URL' && read.accessor === 'process.env' && built.has(read.application);
}

/** The places of a file where a name is built at run time. */
export function dynamicReadsIn(file: FileFacts): Snapshot['dynamicReads'] {
  return factsOfKind(file, 'dynamicRead').map((fact) => ({
    path: file.path,
    line: fact.range.line,
    accessor: fact.accessor,
  }));
}

function joined(name: string, reads: EnvFacts['reads'], declarations: readonly EnvDeclaration[]): EnvVariable {
  const places = reads.map(({ read }) => read).sort(byPlace);
  const deciding = reads.filter(({ read }) => !read.test);
  const comments = reads.map(({ fact }) => fact.comment);
  const isOptional = isSaidOptional(comments, declarations);
  const { required, decidedBy } = requirementOf(places, isOptional);
  const byApplication = groupBy(
    places.filter((read) => !read.test),
    (read) => read.application,
  );
  const purpose = purposeOf(comments, declarations);
  const publicPrefix = publicPrefixOf(name);
  return {
    name,
    required,
    ...(decidedBy !== undefined && { decidedBy }),
    applications: applicationsOf(byApplication, declarations, isOptional),
    defaults: [...new Set(deciding.flatMap(({ fact }) => (fact.default === undefined ? [] : [fact.default])))],
    allowed: distinct(deciding.flatMap(({ fact }) => fact.allowed ?? [])),
    ...(purpose !== undefined && { purpose }),
    ...(publicPrefix !== undefined && { publicPrefix }),
    reads: places,
    declarations: distinctPlaces([...declarations].sort(byPlace)),
    integrations: NOBODY,
  };
}

function applicationsOf(
  reads: ReadonlyMap<string, readonly EnvRead[]>,
  declarations: readonly EnvDeclaration[],
  isOptional: boolean,
): EnvVariable['applications'] {
  const names = distinct([...reads.keys(), ...declarations.map((declaration) => declaration.application)]);
  return names.map((name) => ({ name, required: requirementOf(reads.get(name) ?? [], isOptional).required }));
}

/** `X: ${X}` declares and mentions on one line: told once. */
function distinctPlaces(declarations: readonly EnvDeclaration[]): readonly EnvDeclaration[] {
  return [...groupBy(declarations, ({ path, line }) => `${path}\n${line}`).values()].flatMap(([first]) => first ?? []);
}

function ownersOf(services: ReadonlyMap<string, Pick<ServiceFacts, 'env'>>): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, string[]>();
  for (const [id, { env }] of services) {
    for (const name of env) {
      const known = owners.get(name);
      if (known === undefined) owners.set(name, [id]);
      else known.push(id);
    }
  }
  for (const ids of owners.values()) ids.sort(byText);
  return owners;
}

function byPlace<T extends { readonly path: string; readonly line: number; readonly column: number }>(
  a: T,
  b: T,
): number {
  return byText(a.path, b.path) || a.line - b.line || a.column - b.column;
}
