import type { EnvDeclarationFact, EnvReadFact, FileFacts } from '../model/facts';
import type { EnvDeclaration, EnvRead } from '../model/workspace';
import { importedDefault } from './closer-look/named-constants';
import { factsOfKind } from './facts-of-kind';
import { type Added, nothing } from './fold';
import type { Workspace } from './workspace';

/** What one file says of one variable. */
export interface EnvFacts {
  readonly reads: readonly { readonly read: EnvRead; readonly fact: EnvReadFact }[];
  readonly declarations: readonly EnvDeclaration[];
}

interface Gathered extends EnvFacts {
  readonly reads: { readonly read: EnvRead; readonly fact: EnvReadFact }[];
  readonly declarations: EnvDeclaration[];
}

/** The variables that a file asks for or declares. */
export function envIn(workspace: Workspace, file: FileFacts): Added<EnvFacts> {
  const declared = factsOfKind(file, 'envDeclaration');
  const asked = factsOfKind(file, 'envRead').filter(({ commentedOut }) => commentedOut !== true);
  if (declared.length === 0 && asked.length === 0) return nothing();
  const gathered = new Map<string, Gathered>();
  const of = (name: string): Gathered => {
    const known = gathered.get(name) ?? { reads: [], declarations: [] };
    gathered.set(name, known);
    return known;
  };
  const application = workspace.applications.nameOf(file.path);
  for (const fact of declared) of(fact.name).declarations.push(declarationOf(file, application, fact));
  for (const fact of asked) {
    if (isAskedInCode(file)) {
      const told = withNamedDefault(workspace, file, fact);
      of(fact.name).reads.push({ fact: told, read: readOf(file, application, told) });
    } else of(fact.name).declarations.push(mentionOf(file, application, fact));
  }
  return gathered;
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
