import type { EnvDeclarationFact, EnvReadFact, FileFacts } from '../model/facts';
import type { EnvDeclaration, EnvRead, EnvVariable, Snapshot } from '../model/workspace';
import { importedDefault } from './closer-look/named-constants';
import { factsOfKind } from './facts-of-kind';
import type { Findings } from './findings';
import { byText, distinct, groupBy } from './order';
import { isPlumbing } from './plumbing';
import { publicPrefixOf } from './public-prefix';
import { isSaidOptional, purposeOf } from './purpose';
import { requirementOf } from './requirement';
import type { Workspace } from './workspace';

interface Gathered {
  readonly reads: { readonly read: EnvRead; readonly fact: EnvReadFact }[];
  readonly declarations: EnvDeclaration[];
}

/** Every variable that code asks for or a file declares, sorted by name. */
export function environmentOf(workspace: Workspace, findings: Findings): readonly EnvVariable[] {
  const gathered = new Map<string, Gathered>();
  const of = (name: string): Gathered => {
    const known = gathered.get(name) ?? { reads: [], declarations: [] };
    gathered.set(name, known);
    return known;
  };
  for (const file of workspace.files) {
    const application = workspace.applications.nameOf(file.path);
    for (const fact of factsOfKind(file, 'envDeclaration'))
      of(fact.name).declarations.push(declarationOf(file, application, fact));
    for (const fact of factsOfKind(file, 'envRead')) {
      if (fact.commentedOut === true) continue;
      if (isAskedInCode(file)) {
        const told = withNamedDefault(workspace, file, fact);
        of(fact.name).reads.push({ fact: told, read: readOf(file, application, told) });
      } else of(fact.name).declarations.push(mentionOf(file, application, fact));
    }
  }
  const owners = ownersOf(findings);
  forgetBuiltIn(workspace, gathered);
  return [...gathered]
    .filter(([name, { declarations }]) => declarations.length > 0 || !isPlumbing(name))
    .filter(([, { reads, declarations }]) => reads.length > 0 || declarations.length > 0)
    .sort(([a], [b]) => byText(a, b))
    .map(([name, found]) => variableOf(name, found, owners.get(name) ?? []));
}

/** What such a variable holds is shown nowhere, whatever the constant is called that stands in for it. */
const MAY_BE_SECRET = /KEY|TOKEN|SECRET|PASS|PWD|CREDENTIAL|DSN|AUTH|SALT|SIGN|PRIVATE|CERT|HASH|COOKIE|SEED/i;

/** A default that is a constant of another file says what that constant says. */
function withNamedDefault({ modules }: Workspace, file: FileFacts, fact: EnvReadFact): EnvReadFact {
  const origin = MAY_BE_SECRET.test(fact.name) ? undefined : importedDefault(file, fact);
  const path = origin === undefined ? undefined : modules.fileOf(file.path, origin.module, file.language);
  const value = path === undefined || origin === undefined ? undefined : modules.bindingOf(path, origin.name)?.value;
  return value?.t === 'string' || value?.t === 'number' ? { ...fact, default: String(value.v) } : fact;
}

/** A program that hands on the mode it runs in runs without one as well. */
function presenceOf({ name, presence }: EnvReadFact): EnvReadFact['presence'] {
  return name === 'NODE_ENV' && presence === 'bare' ? 'passed' : presence;
}

/** Vue's command line gives every program `BASE_URL`, whatever the environment holds. */
function forgetBuiltIn({ files, applications }: Workspace, gathered: Map<string, Gathered>): void {
  const found = gathered.get('BASE_URL');
  if (found === undefined || found.declarations.length > 0) return;
  const built = new Set(
    files
      .filter(({ facts }) => facts.some((fact) => fact.kind === 'dependency' && fact.name === '@vue/cli-service'))
      .map(({ path }) => applications.nameOf(path)),
  );
  const reads = found.reads.filter(({ read }) => !built.has(read.application) || read.accessor !== 'process.env');
  gathered.set('BASE_URL', { reads, declarations: found.declarations });
}

/** The places where a name is built at run time. */
export function dynamicReadsOf(files: readonly FileFacts[]): Snapshot['dynamicReads'] {
  return files.flatMap((file) =>
    file.facts
      .filter((fact) => fact.kind === 'dynamicRead')
      .map((fact) => ({ path: file.path, line: fact.range.line, accessor: fact.accessor })),
  );
}

function variableOf(name: string, { reads, declarations }: Gathered, integrations: readonly string[]): EnvVariable {
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
    integrations,
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

/** Files that stand for a program: compose files and manifests only pass a variable on. */
function isAskedInCode(file: FileFacts): boolean {
  return file.language !== undefined || /\.(prisma|sh|bash|zsh)$|custom-environment-variables\./.test(file.path);
}

function placeOf({ path }: FileFacts, { range }: EnvReadFact | EnvDeclarationFact) {
  const { line, column, endLine, endColumn } = range;
  return { path, line, column, ...(endLine !== line && { endLine }), endColumn };
}

function readOf(file: FileFacts, application: string, fact: EnvReadFact): EnvRead {
  return {
    ...placeOf(file, fact),
    accessor: fact.accessor,
    presence: presenceOf(fact),
    test: file.role !== 'source',
    application,
    ...(fact.scope !== undefined && { scope: fact.scope }),
    ...(fact.default !== undefined && { default: fact.default }),
    ...(fact.cast !== undefined && { cast: fact.cast }),
    ...(fact.production !== undefined && { production: fact.production }),
  };
}

function declarationOf(file: FileFacts, application: string, fact: EnvDeclarationFact): EnvDeclaration {
  return {
    ...placeOf(file, fact),
    source: fact.source,
    application,
    commentedOut: fact.commentedOut === true,
    hasValue: fact.hasValue,
    ...(fact.comment !== undefined && { comment: fact.comment }),
    ...(fact.secret !== undefined && { secret: fact.secret }),
    ...(fact.secretShape !== undefined && { secretShape: fact.secretShape }),
  };
}

/** `X: ${X}` declares and mentions on one line: told once. */
function distinctPlaces(declarations: readonly EnvDeclaration[]): readonly EnvDeclaration[] {
  return [...groupBy(declarations, ({ path, line }) => `${path}\n${line}`).values()].flatMap(([first]) => first ?? []);
}

/** `${X:-d}` in a compose file passes a variable on: a place to know, not a program's read. */
function mentionOf(file: FileFacts, application: string, fact: EnvReadFact): EnvDeclaration {
  return {
    ...placeOf(file, fact),
    source: 'compose',
    application,
    commentedOut: false,
    hasValue: fact.default !== undefined,
  };
}

function ownersOf(findings: Findings): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, string[]>();
  for (const [id, { env }] of findings.all) {
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
