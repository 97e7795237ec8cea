import type { Matcher } from '../../catalog/match';
import type { Depth } from '../../model/depth';
import type { FileFacts } from '../../model/facts';
import { ecosystemOf } from '../code-evidence';
import { factsOfKind } from '../facts-of-kind';
import { importsOf } from '../imports-of';
import { type LocalModules, originOf } from '../local-modules';
import { wrapperName } from '../read-helpers';

/** Names that give calls of them elsewhere a meaning, by the file that holds them. */
export type Provided = ReadonlyMap<string, ReadonlySet<string>>;

export interface AllProvided {
  /** Wrappers around accessors alone. */
  readonly wrappers: Provided;
  /** These, clients of services, and functions and classes that ask one. */
  readonly all: Provided;
}

export function providedBy(
  files: readonly FileFacts[],
  modules: LocalModules,
  matcher: Matcher,
  depth: Depth,
): AllProvided {
  const wrappers = new Map<string, Set<string>>();
  const all = new Map<string, Set<string>>();
  const whole = files.filter(isWhole);
  for (const file of whole) {
    const own = ownNamesOf(file, matcher, depth);
    add(wrappers, file.path, own.wrappers);
    add(all, file.path, own.all);
  }
  // What one module passes on from another under a name of its own.
  for (let hop = 0; hop < 2; hop += 1) {
    for (const provided of [wrappers, all]) {
      if (provided.size === 0) continue;
      for (const file of whole) add(provided, file.path, passedOn(file, modules, provided));
    }
  }
  return { wrappers, all };
}

/** A source file that was read, and not only looked at. */
export function isWhole({ glanced, language, role }: FileFacts): boolean {
  return glanced === undefined && language !== undefined && role === 'source';
}

/** What a file provides by itself. */
export function ownNamesOf(
  file: FileFacts,
  matcher: Matcher,
  depth: Depth,
): { readonly wrappers: readonly string[]; readonly all: readonly string[] } {
  const wrappers = withOtherNames(file, wrappersOf(file));
  // Who reaches a service over functions of the project's own is told in documents.
  const asking = depth === 'document' ? askingOf(file, matcher) : [];
  return { wrappers, all: [...wrappers, ...withOtherNames(file, clientsOf(file, matcher)), ...asking] };
}

/** What the file itself binds to one of the names: another name for it, or an instance of the class. */
function withOtherNames(file: FileFacts, names: readonly string[]): readonly string[] {
  if (names.length === 0) return names;
  const known = new Set(names);
  const bindings = factsOfKind(file, 'binding');
  for (let before = -1; before !== known.size; ) {
    before = known.size;
    for (const { name, value } of bindings) if (known.has(topOf(originOf(value)) ?? '')) known.add(name);
  }
  return [...known];
}

function add(provided: Map<string, Set<string>>, path: string, names: readonly string[]): void {
  if (names.length === 0) return;
  const known = provided.get(path) ?? new Set();
  provided.set(path, known);
  for (const name of names) known.add(name);
}

function wrappersOf(file: FileFacts): readonly string[] {
  return file.facts.flatMap((fact) => topOf(wrapperName(fact, file.language)) ?? []);
}

function clientsOf(file: FileFacts, matcher: Matcher): readonly string[] {
  return factsOfKind(file, 'binding').flatMap(({ name, value }) => {
    const origin = originOf(value);
    return origin !== undefined && isClient(file, origin, matcher) ? [name] : [];
  });
}

function isClient(file: FileFacts, origin: string, matcher: Matcher): boolean {
  const ecosystem = ecosystemOf(file);
  if (ecosystem === undefined || ecosystem === 'hex') return false;
  return importsOf(file).some(({ module }) => {
    if (!origin.startsWith(module) || (origin.length > module.length && origin[module.length] !== '.')) return false;
    const ids = matcher.importOf(ecosystem, ecosystem === 'npm' ? module : origin);
    return ids.some((id) => matcher.service(id)?.callsByRule !== true);
  });
}

function passedOn(file: FileFacts, modules: LocalModules, provided: Provided): readonly string[] {
  return boundToOthers(file).flatMap(({ name, module, of }) => {
    const target = modules.fileOf(file.path, module, file.language);
    return target !== undefined && provided.get(target)?.has(of) === true ? [name] : [];
  });
}

/** Names of a file that stand for a name of a module. */
export function boundToOthers(file: FileFacts): readonly { name: string; module: string; of: string }[] {
  return factsOfKind(file, 'binding').flatMap(({ name, value }) => {
    const origin = originOf(value);
    const dot = origin?.lastIndexOf('.') ?? -1;
    return origin === undefined || dot <= 0 ? [] : [{ name, module: origin.slice(0, dot), of: origin.slice(dot + 1) }];
  });
}

const HEALTH = /\/(?:health|live|ready|readiness|heartbeat|ping|status|up)/i;

/** Functions and classes at the top of a file that ask a service, directly or by each other. */
function askingOf(file: FileFacts, matcher: Matcher): ReadonlySet<string> {
  const names = new Set<string>();
  const known = new Map<string, boolean>();
  const asks = (module: string): boolean => {
    const told = known.get(module) ?? asksService(file, module, matcher);
    known.set(module, told);
    return told;
  };
  for (const fact of file.facts) {
    if (fact.kind === 'call' && (asks(fact.module) || fact.args.some(isHealthPath))) {
      addTop(names, fact.scope);
      addTop(names, fact.result);
    } else if (fact.kind === 'url' && matcher.hostOf(fact.host).some((id) => isTold(matcher, id)))
      addTop(names, fact.scope);
  }
  if (names.size > 0) addUsers(names, file);
  return names;
}

function addTop(names: Set<string>, scope: string | undefined): void {
  const top = topOf(scope);
  if (top !== undefined) names.add(top);
}

/** What calls one of the names in the same file, and the objects that hold one. */
function addUsers(names: Set<string>, file: FileFacts): void {
  const calls = file.facts.flatMap((fact) => (fact.kind === 'localCalls' ? fact.calls : []));
  for (let before = -1; before !== names.size; ) {
    before = names.size;
    for (const { from, to } of calls) if (names.has(topOf(to) ?? '')) addTop(names, from);
  }
  for (const fact of file.facts) {
    // `export const mail = { send() { ... } }`
    if (fact.kind !== 'binding' || fact.value.t !== 'map') continue;
    if (Object.keys(fact.value.entries).some((key) => names.has(key))) names.add(fact.name);
  }
}

function isHealthPath(value: { readonly t: string; readonly v?: unknown }): boolean {
  if (value.t === 'string') return HEALTH.test(String(value.v));
  return value.t === 'template' && HEALTH.test(JSON.stringify(value));
}

function asksService(file: FileFacts, module: string, matcher: Matcher): boolean {
  const ecosystem = ecosystemOf(file);
  if (ecosystem === undefined || module === '') return false;
  return matcher.importOf(ecosystem, module).some((id) => isTold(matcher, id));
}

function isTold(matcher: Matcher, id: string): boolean {
  return matcher.isReached(id) || matcher.service(id)?.category === 'rate-limiting';
}

/** The class or function at the top of the file. */
function topOf(scope: string | undefined): string | undefined {
  const top = scope?.split('.', 1)[0];
  return top === '' ? undefined : top;
}
