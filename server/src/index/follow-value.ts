import type { Fact, FileFacts } from '../model/facts';
import type { Value } from '../model/value';
import { type Added, addedBy, nothing } from './fold';
import type { LocalModules } from './local-modules';
import { mapValues } from './value-walk';

/** Follows names to what they are bound to: constants, settings, fields of a settings class. */
export interface ValueFollower {
  follow(file: FileFacts, value: Value): Value;
  /** The same, with names inside lists, maps, calls and texts followed too, as far as they lead to something. */
  resolve(file: FileFacts, value: Value): Value;
}

const MAX_HOPS = 4;
const MAX_DEPTH = 6;
/** Lists of names of lists of names must not grow without end. */
const MAX_VALUES = 500;

/** What a function makes is more than what it asked for on the way. */
const MAKES = /^(?:make|create|build|connect|init|open|start|new)|client|session|engine/i;

/** What is asked on the way. */
interface Sources {
  readonly modules: LocalModules;
  /** Values of settings by name. */
  readonly settings: { get(name: string): Value | undefined };
}

/** A value, and the file whose names it is written in. */
interface Place {
  readonly value: Value;
  readonly file: FileFacts;
}

export function valueFollower(modules: LocalModules, settings: Sources['settings']): ValueFollower {
  const sources = { modules, settings };
  return {
    follow: (file, value) => walk(sources, file, value).value,
    resolve: (file, value) => resolve(sources, { value, file }, 0, { left: MAX_VALUES }),
  };
}

function walk(sources: Sources, file: FileFacts, value: Value): Place {
  let at: Place = { value, file };
  for (let hop = 0; hop < MAX_HOPS && at.value.t === 'ref'; hop += 1) {
    const next = step(sources, at.file, at.value.path);
    if (next === undefined) break;
    at = next;
  }
  return at;
}

function step({ modules, settings }: Sources, file: FileFacts, path: string): Place | undefined {
  const here = modules.bindingOf(file.path, path)?.value ?? readInto(file, path);
  if (here !== undefined) return { value: here, file };
  const dot = path.lastIndexOf('.');
  if (dot < 0) return undefined;
  const module = path.slice(0, dot);
  const name = path.slice(dot + 1);
  const target = modules.fileOf(file.path, module, file.language);
  const targetFile = target === undefined ? undefined : modules.file(target);
  const there = target === undefined ? undefined : modules.bindingOf(target, name);
  if (there !== undefined && targetFile !== undefined) return { value: there.value, file: targetFile };
  // `settings.STRIPE_KEY`, `config.stripeKey`, `env.STRIPE_KEY`: a field of what a settings module exports.
  const owner = /(?:^|[./])(settings|config|env|conf|cfg|options|secrets)(?:\(\))?$/i.test(module);
  const setting = owner ? settings.get(name.toLowerCase()) : undefined;
  return setting === undefined ? undefined : { value: setting, file };
}

function resolve(sources: Sources, { value, file }: Place, depth: number, budget: { left: number }): Value {
  budget.left -= 1;
  if (depth > MAX_DEPTH || budget.left < 0) return value;
  const onward = (at: Place): Value => resolve(sources, at, depth + 1, budget);
  if (value.t === 'ref') {
    const at = walk(sources, file, value);
    return at.value.t === 'other' || at.value.t === 'ref' ? value : onward(at);
  }
  const made = value.t === 'call' ? resolveCall(sources, file, value, onward) : undefined;
  return made ?? mapValues(value, (inner) => onward({ value: inner, file }));
}

/** What a call stands for, where it stands for something else than itself. */
function resolveCall(
  sources: Sources,
  file: FileFacts,
  call: Extract<Value, { t: 'call' }>,
  onward: (at: Place) => Value,
): Value | undefined {
  const configured = sources.settings.get(applicationKey(call));
  if (configured !== undefined) return onward({ value: configured, file });
  const asked = call.args.length === 0 ? readBy(sources.modules, file, call.callee) : undefined;
  const owner = textOwner(call.callee);
  if (asked !== undefined || owner === undefined) return asked;
  const at = walk(sources, file, { t: 'ref', path: owner });
  return at.value.t === 'ref' ? { t: 'other' } : onward(at);
}

/** A function that asks for one variable and is given nothing stands for what it read: `allowed_origins()`. */
function readBy(modules: LocalModules, file: FileFacts, callee: string): Value | undefined {
  const dot = callee.lastIndexOf('.');
  if (MAKES.test(callee.slice(dot + 1))) return undefined;
  const target = dot < 0 ? file.path : modules.fileOf(file.path, callee.slice(0, dot), file.language);
  const home = target === undefined ? undefined : modules.file(target);
  return home === undefined ? undefined : onlyReadIn(home, callee.slice(dot + 1));
}

/** `const { API_HOST } = process.env`: the name stands for the variable. */
function readInto(file: FileFacts, name: string): Value | undefined {
  if (!/^[A-Z][A-Z0-9_]*$/.test(name)) return undefined;
  const read = file.facts.find((fact) => fact.kind === 'envRead' && fact.boundTo === name && fact.name === name);
  return read?.kind === 'envRead' ? envValue(read.name, read.default) : undefined;
}

/** The one variable that a function of a file asks for. */
function onlyReadIn({ facts }: FileFacts, scope: string): Value | undefined {
  const reads = facts.filter((fact) => fact.kind === 'envRead' && fact.scope === scope && fact.commentedOut !== true);
  const [only] = reads;
  return reads.length === 1 && only?.kind === 'envRead' ? envValue(only.name, only.default) : undefined;
}

/** `Application.get_env(:app, :key)` names a setting by its path. */
function applicationKey({ callee, args }: Extract<Value, { t: 'call' }>): string {
  if (!/^Application\.(?:get|fetch|compile)_env!?$/.test(callee)) return '';
  const names = args.map((arg) => (arg.t === 'ref' ? arg.path : '.'));
  const [app = '', ...keys] = names;
  return [app, ...keys.map((key) => key.replace(/^:/, ''))].join('.');
}

/** `origins.split(",")`: what is split or trimmed says as much before. */
function textOwner(callee: string): string | undefined {
  return /^([\w./@-]+)\.(?:split|strip|rstrip|lstrip|trim|lower|toLowerCase)$/.exec(callee)?.[1];
}

/** What a file says of settings, by their last name, in lower case. */
export function settingsIn({ role, facts }: FileFacts): Added<readonly Value[]> {
  return role === 'source' ? addedBy(facts.flatMap((fact) => namedValue(fact))) : nothing();
}

/** What all files say of one; a name with two meanings has none, told by `null`. */
export function settingValue(files: readonly (readonly Value[])[]): Value | null {
  return (
    files
      .flat()
      .reduce<Value | null | undefined>(
        (known, value) => (known === undefined || sameEnv(known, value) ? value : null),
        undefined,
      ) ?? null
  );
}

/** The name that a setting is asked for by. Paths of Phoenix start with a colon, so they are no names. */
function namedValue(fact: Fact): readonly (readonly [string, Value])[] {
  if (fact.kind === 'envRead' && fact.boundTo !== undefined && fact.commentedOut !== true)
    return [[lastName(fact.boundTo), envValue(fact.name, fact.default)]];
  if (fact.kind !== 'setting' || fact.commentedOut === true) return [];
  if (!fact.path.includes('.')) return [[lastName(fact.path), fact.value]];
  return fact.system === 'phoenix' && fact.when !== 'test' ? [[fact.path, fact.value]] : [];
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase();
}

function envValue(name: string, text: string | undefined): Value {
  return text === undefined ? { t: 'env', name } : { t: 'env', name, default: { t: 'string', v: text } };
}

function sameEnv(known: Value | null, value: Value): boolean {
  return known?.t === 'env' && value.t === 'env' && known.name === value.name;
}
