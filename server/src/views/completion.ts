import { byText } from '../index/order';
import type { Range } from '../model/text';
import type { EnvVariable, Snapshot } from '../model/workspace';
import { type Asked, askedAt } from './completion-context';
import { type EnvIndex, envIndexOf } from './env-index';
import { isDeclaredFor } from './env-scope';
import { integrationNames } from './symbols';
import type { LineText, Position } from './variable-at';
import { requirementWords } from './words';

export interface Proposal {
  readonly name: string;
  readonly insert: string;
  /** The service, whether the variable is required, and whether the application is given it. */
  readonly detail: string;
}

export interface Proposals {
  /** What the chosen name replaces. */
  readonly range: Range;
  /** The best first. */
  readonly items: readonly Proposal[];
}

/** The names that fit where the cursor is; undefined where no variable is asked for. */
export function completionAt(
  snapshot: Snapshot,
  path: string,
  position: Position,
  text: LineText,
): Proposals | undefined {
  const asked = askedAt(path, position, text);
  if (asked === undefined) return undefined;
  if (asked.reader !== undefined && !readsWith(snapshot, path, asked.reader)) return undefined;
  if (asked.helper !== undefined && !isHelper(snapshot, path, asked.helper)) return undefined;
  const { line } = position;
  const taken = asked.names === 'missing' ? namesAlreadyIn(text, line) : NONE;
  const application = envIndexOf(snapshot).applicationOf(path);
  const items = rankedFor(snapshot, application, asked.names)
    .filter(({ variable }) => !taken.has(variable.name) && !isBeingTyped(variable, path, line))
    .map(({ variable, detail }) => ({ name: variable.name, insert: variable.name + asked.suffix, detail }));
  return { range: { line, column: asked.start, endLine: line, endColumn: asked.end }, items };
}

interface Ranked {
  readonly variable: EnvVariable;
  readonly detail: string;
}

type Application = ReturnType<EnvIndex['applicationOf']>;

const NONE: ReadonlySet<string> = new Set();
const ranked = new WeakMap<Snapshot, Map<string, readonly Ranked[]>>();

/** Computed once a snapshot, application and sort of names. */
function rankedFor(snapshot: Snapshot, application: Application, names: Asked['names']): readonly Ranked[] {
  const lists = ranked.get(snapshot) ?? new Map<string, readonly Ranked[]>();
  ranked.set(snapshot, lists);
  const key = `${names} ${application.folder}`;
  const known = lists.get(key);
  if (known !== undefined) return known;
  const list = rank(snapshot, application, names);
  lists.set(key, list);
  return list;
}

/** Names of the same application first, then those that code uses most; in a `.env` file, those that code asks for. */
function rank(snapshot: Snapshot, application: Application, names: Asked['names']): readonly Ranked[] {
  return snapshot.env
    .filter(({ publicPrefix }) => names !== 'public' || publicPrefix !== undefined)
    .map((variable) => {
      const read =
        names === 'missing' && !variable.reads.some((one) => one.application === application.name && !one.test);
      const own = variable.applications.some(({ name }) => name === application.name);
      return { variable, key: (read ? 2 : 0) + (own ? 0 : 1), uses: variable.reads.length };
    })
    .sort((a, b) => a.key - b.key || b.uses - a.uses || byText(a.variable.name, b.variable.name))
    .map(({ variable }) => ({ variable, detail: detailOf(snapshot, variable, application) }));
}

function detailOf(snapshot: Snapshot, variable: EnvVariable, application: Application): string {
  const isRead = variable.reads.some((read) => read.application === application.name && !read.test);
  const own = isRead ? variable.applications.find(({ name }) => name === application.name) : undefined;
  const services = variable.integrations.flatMap((id) => integrationNames(snapshot).get(id) ?? []);
  return [
    ...(services.length === 0 ? [] : [services.join(', ')]),
    requirementWords({ ...variable, ...own, name: variable.name }),
    ...(isDeclaredFor(snapshot, variable, application.folder) ? [] : ['not declared here']),
  ].join(' · ');
}

const READERS = /^(?:decouple|environs?|starlette\.config)(?:\.|$)|^env-var$/;

const helpers = new WeakMap<Snapshot, ReadonlySet<string>>();

/** The function reads variables elsewhere in the file, or elsewhere in the workspace and the file imports it. */
function isHelper(snapshot: Snapshot, path: string, name: string): boolean {
  let known = helpers.get(snapshot);
  if (known === undefined) {
    const reads = snapshot.env.flatMap((variable) => variable.reads);
    known = new Set(reads.map(({ accessor }) => accessor).filter((accessor) => /^[A-Za-z_]\w*[!?]?$/.test(accessor)));
    helpers.set(snapshot, known);
  }
  if (!known.has(name)) return false;
  const facts = envIndexOf(snapshot).file(path)?.facts ?? [];
  return facts.some((fact) => {
    if (fact.kind === 'envRead') return fact.accessor === name;
    return fact.kind === 'import' && fact.names.some(({ local }) => local === name);
  });
}

/** The file imports the function, or what makes one, or reads variables with it already. */
function readsWith(snapshot: Snapshot, path: string, reader: string): boolean {
  const facts = envIndexOf(snapshot).file(path)?.facts ?? [];
  return facts.some((fact) => {
    if (fact.kind === 'envRead') return fact.accessor === reader || fact.accessor.startsWith(`${reader}.`);
    if (fact.kind !== 'import') return false;
    if (reader === 'ConfigService') return fact.module === '@nestjs/config';
    return READERS.test(fact.module) || (reader === 'env' && fact.names.some(({ local }) => local === reader));
  });
}

/** Half a name, read while it was typed, is no name to propose. */
function isBeingTyped({ reads, declarations }: EnvVariable, path: string, line: number): boolean {
  return [...reads, ...declarations].every((place) => place.path === path && place.line === line);
}

const MOST_LINES = 5000;

/** The names that the other lines of a `.env` file have, as it is now. */
function namesAlreadyIn(text: LineText, except: number): ReadonlySet<string> {
  const names = new Set<string>();
  for (let line = 0; line < MOST_LINES; line += 1) {
    const content = text(line);
    if (content === undefined) break;
    const name = line === except ? undefined : /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=/.exec(content)?.[1];
    if (name !== undefined) names.add(name);
  }
  return names;
}
