import type { Matcher } from '../../catalog/match';
import type { DetailRule } from '../../catalog/service';
import type { CallFact, FileFacts } from '../../model/facts';
import type { Keywords, Value } from '../../model/value';
import { factsOfKind } from '../facts-of-kind';
import { SENDS } from '../gather-requests';
import { bindingsOf, type LocalModules } from '../local-modules';
import { resolveCall } from '../resolve-callee';
import { valuesIn, valuesOf } from '../value-walk';

/** A name of a file, `path\nname`. */
type Name = string;

/** The names that the values of a file lead to, in the file itself and in others of the workspace. */
export interface ValueLinks {
  /** From settings, from requests, and from what is told of calls. */
  readonly told: readonly Name[];
  /** From all calls: of interest where the name stands for nothing but another name, which may be told of. */
  readonly others: readonly Name[];
  /** From each name that the file gives a value to. */
  readonly bindings: ReadonlyMap<string, readonly Name[]>;
}

/** Calls on a text that say as much as the text: `ORIGINS.split(",")`. */
const TEXT_METHOD = /\.(?:split|strip|rstrip|lstrip|trim|lower|toLowerCase)$/;

export function valueLinks(file: FileFacts, modules: LocalModules, matcher: Matcher): ValueLinks {
  const known = new Map<string, Name | undefined>();
  const namesIn = (values: Iterable<Value>): readonly Name[] => {
    const names = new Set<Name>();
    for (const path of refsIn(values)) {
      if (!known.has(path)) known.set(path, nameOf(file, modules, path));
      const name = known.get(path);
      if (name !== undefined) names.add(name);
    }
    return [...names];
  };
  const told = new Set<Name>();
  const others = new Set<Name>();
  const bindings = new Map<string, readonly Name[]>();
  // What a request sends is told with the address it goes to.
  const isAsking = factsOfKind(file, 'url').some(({ fetched }) => fetched === true);
  const toldOf = (call: CallFact): Iterable<Value> =>
    isAsking && SENDS.test(call.callee) ? argumentsOf(call) : askedFor(call, rulesOf(file, call, modules, matcher));
  for (const fact of factsOfKind(file, 'setting')) for (const name of namesIn(valuesIn(fact.value))) told.add(name);
  for (const call of factsOfKind(file, 'call')) {
    const names = namesIn(argumentsOf(call));
    if (names.length === 0) continue;
    for (const name of names) others.add(name);
    for (const name of namesIn(toldOf(call))) told.add(name);
  }
  for (const { name, value, methods } of factsOfKind(file, 'binding')) {
    const names = namesIn(valuesIn(value));
    if (value.t === 'ref') for (const one of names) others.add(one);
    if (methods === undefined && names.length > 0 && !bindings.has(name)) bindings.set(name, names);
  }
  return { told: [...told], others: [...others], bindings };
}

function* argumentsOf({ args, keywords }: CallFact): Generator<Value> {
  for (const arg of args) yield* valuesIn(arg);
  yield* valuesOf(keywords);
}

function* refsIn(values: Iterable<Value>): Generator<string> {
  for (const value of values) {
    if (value.t === 'ref') yield value.path;
    else if (value.t === 'call' && TEXT_METHOD.test(value.callee)) yield ownerOf(value.callee);
  }
}

/** A name of the file's own, or of a module that it imports from. */
function nameOf(file: FileFacts, modules: LocalModules, path: string): Name | undefined {
  if (bindingsOf(file).has(path)) return `${file.path}\n${path}`;
  const dot = path.lastIndexOf('.');
  if (dot <= 0) return undefined;
  const target = modules.fileOf(file.path, path.slice(0, dot), file.language);
  const name = path.slice(dot + 1);
  const there = target === undefined ? undefined : modules.file(target);
  if (there === undefined) return undefined;
  return there.glanced !== undefined || bindingsOf(there).has(name) ? `${there.path}\n${name}` : undefined;
}

function rulesOf(file: FileFacts, call: CallFact, modules: LocalModules, matcher: Matcher): readonly DetailRule[] {
  return matcher.detailsOf(resolveCall(modules, file, call).callee).map(({ rule }) => rule);
}

/**
 * What details ask of a call: an argument at a position, a keyword, a key of an options object, which may be a constant. Of
 * all else no more is told than the variables that are handed over, which no constant holds that was only looked at.
 */
function* askedFor({ args, keywords }: CallFact, rules: readonly DetailRule[]): Generator<Value> {
  const keys = new Set(rules.flatMap(keysOf));
  if (keys.size === 0) return;
  for (const [position, arg] of args.entries()) {
    if (keys.has(String(position))) yield* valuesIn(arg);
    else if (arg.t === 'ref') yield arg;
    else if (arg.t === 'map') yield* valuesUnder(arg.entries, keys);
  }
  yield* valuesUnder(keywords, keys);
}

/** The positions, and the keywords or the first keys of options, that a rule asks for. */
function keysOf({ keyword, argument, per, text }: DetailRule): readonly string[] {
  const keys = text === undefined ? [keyword ?? argument ?? 0, per ?? []] : [];
  return keys.flat().map((key) => String(key).split('.', 1)[0] ?? '');
}

function* valuesUnder(entries: Keywords, keys: ReadonlySet<string>): Generator<Value> {
  for (const [key, value] of Object.entries(entries)) if (keys.has(key)) yield* valuesIn(value);
}

/** `settings.ORIGINS` of `settings.ORIGINS.split`. */
function ownerOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('.'), 0));
}

/** The files that were only looked at and hold a name that what is told leads to. */
export function constantHolders(links: ReadonlyMap<string, ValueLinks>, modules: LocalModules): ReadonlySet<string> {
  const asked = new Set<string>();
  const seen = new Set<Name>();
  const open: Name[] = [];
  for (const { told, others } of links.values()) {
    for (const name of told) open.push(name);
    for (const name of others) {
      const [path = '', own = ''] = name.split('\n');
      if (passesOn(modules.file(path), own)) asked.add(path);
    }
  }
  for (const name of open) {
    if (seen.has(name)) continue;
    seen.add(name);
    const [path = '', own = ''] = name.split('\n');
    const file = modules.file(path);
    if (file?.glanced === undefined) open.push(...(links.get(path)?.bindings.get(own) ?? []));
    else if (holds(file, own)) asked.add(path);
  }
  return asked;
}

/** Whether a file that was only looked at gives a name a value, or may hand it on. */
export function holds(file: FileFacts | undefined, name: string): boolean {
  const names = file?.glanced;
  return names !== undefined && (names.includes(name) || names.includes('*'));
}

/** Whether such a name may be another name's, told as `=name`. */
export function passesOn(file: FileFacts | undefined, name: string): boolean {
  const names = file?.glanced;
  if (names === undefined) return false;
  if (names.includes(`=${name}`) || names.includes('=*')) return true;
  return names.includes('*') && names.some((one) => one.startsWith('='));
}
