import type { CallFact, EnvReadFact, FileFacts, ReadHelper } from '../model/facts';
import type { Value } from '../model/value';
import { factsOfKind } from './facts-of-kind';
import type { LocalModules } from './local-modules';
import { type Helpers, helperOf, isImportedEnvironment } from './read-helpers';
import { valueText } from './value-text';

const NAME = /^[A-Za-z_]\w*$/;
const MOST_NAMES = 100;

/**
 * A wrapper such as `require_env(name)` is read where it is defined; the variables are named where other files call it.
 * The file with those reads, and without the wrapper itself among its dynamic reads.
 */
export function withHelperReads(modules: LocalModules, helpers: Helpers, file: FileFacts): FileFacts {
  const reads = file.facts.flatMap((fact): readonly EnvReadFact[] => {
    if (fact.kind === 'call')
      return helpers.size > 0 && fact.args.some(mayName) ? readsOf(modules, helpers, file, fact) : [];
    return fact.kind === 'importedRead' && isImportedEnvironment(modules, file, fact) ? [fact.read] : [];
  });
  const facts = file.facts.filter((fact) => fact.kind !== 'dynamicRead' || fact.helper === undefined);
  return reads.length === 0 && facts.length === file.facts.length ? file : { ...file, facts: [...facts, ...reads] };
}

export function mayHaveReads(file: FileFacts): boolean {
  return (['call', 'importedRead', 'dynamicRead'] as const).some((kind) => factsOfKind(file, kind).length > 0);
}

function readsOf(modules: LocalModules, helpers: Helpers, file: FileFacts, call: CallFact): readonly EnvReadFact[] {
  const helper = helperOf(modules, helpers, file, call);
  if (helper === undefined) return [];
  return namesOf(helper, call)
    .map((name) => `${helper.prefix ?? ''}${helper.upper === true ? name.toUpperCase() : name}${helper.suffix ?? ''}`)
    .filter((name) => NAME.test(name))
    .slice(0, MOST_NAMES)
    .map((name) => readOf(helper, call, name));
}

function namesOf(helper: ReadHelper, call: CallFact): readonly string[] {
  const { nameParameter, nameKey, many } = helper;
  if (many === 'rest') return call.args.slice(nameParameter).flatMap(textsOf);
  const given = under(call.args[nameParameter], nameKey);
  if (given?.t === 'list' && many === 'list') return given.items.flatMap(textsOf);
  return given === undefined || many === 'list' ? [] : textsOf(given);
}

/** Whether an argument may hold the name of a variable at all: nothing else of a call is asked for. */
function mayName({ t }: Value): boolean {
  return t === 'string' || t === 'list' || t === 'map';
}

function textsOf(value: Value): readonly string[] {
  return value.t === 'string' ? [value.v] : [];
}

function under(value: Value | undefined, key: string | undefined): Value | undefined {
  if (key === undefined) return value;
  return value?.t === 'map' && Object.hasOwn(value.entries, key) ? value.entries[key] : undefined;
}

function readOf(helper: ReadHelper, call: CallFact, name: string): EnvReadFact {
  const given = givenDefault(helper, call);
  const text = given === undefined ? helper.ownDefault : valueText(given);
  const hasDefault = given !== undefined || helper.ownDefault !== undefined;
  const cast = call.use?.cast ?? helper.cast;
  const needed = hasDefault ? 'default' : missing(helper, call);
  // A wrapper that hands on what is absent leaves the rest to the code around the call.
  const use = needed === 'bare' ? call.use : undefined;
  const said = text ?? use?.default;
  return {
    kind: 'envRead',
    name,
    accessor: helper.name,
    presence: use?.presence ?? needed,
    range: call.range,
    ...(call.scope !== undefined && { scope: call.scope }),
    ...(said !== undefined && { default: said }),
    ...(cast !== undefined && { cast }),
    ...(call.result !== undefined && { boundTo: call.result }),
  };
}

/** `read("X", required=False)` overrules what the wrapper does by itself. */
function missing({ missing: own, required }: ReadHelper, call: CallFact): EnvReadFact['presence'] {
  if (own === 'none') return 'bare';
  if (required === undefined) return 'raises';
  const positional = call.args[required.index];
  const { keyword } = required;
  const named = keyword === undefined ? undefined : (call.keywords[keyword] ?? under(positional, keyword));
  const given = named ?? positional;
  const says = given?.t === 'bool' ? given.v : required.own;
  return says ? 'raises' : 'guarded';
}

function givenDefault(helper: ReadHelper, call: CallFact): Value | undefined {
  const positional =
    helper.defaultParameter === undefined || helper.many === 'rest' ? undefined : call.args[helper.defaultParameter];
  const given = under(positional, helper.defaultKey) ?? call.keywords['default'];
  return given?.t === 'null' && helper.missing === 'raises' ? undefined : given;
}
