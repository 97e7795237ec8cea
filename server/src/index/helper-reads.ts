import type { BindingFact, CallFact, DynamicReadFact, EnvReadFact, FileFacts, ReadHelper } from '../model/facts';
import type { Value } from '../model/value';
import type { LocalModules } from './local-modules';
import { valueText } from './value-text';

const NAME = /^[A-Za-z_]\w*$/;

/**
 * A wrapper such as `require_env(name)` is read where it is defined; the variables are named where other files call it.
 * Adds those reads to the files that call, one import away, and takes the wrapper itself off the dynamic reads.
 */
export function withHelperReads(files: readonly FileFacts[], modules: LocalModules): readonly FileFacts[] {
  const helpers = helpersByFile(files);
  if (helpers.size === 0) return files;
  return files.map((file) => {
    const reads = file.facts.flatMap((fact) => (fact.kind === 'call' ? readOf(modules, helpers, file, fact) : []));
    const facts = file.facts.filter((fact) => fact.kind !== 'dynamicRead' || fact.helper === undefined);
    return reads.length === 0 && facts.length === file.facts.length ? file : { ...file, facts: [...facts, ...reads] };
  });
}

/** Wrappers by the file that defines them; those of Elixir, whose names are global, by `Module.function`. */
type Helpers = ReadonlyMap<string, readonly ReadHelper[]>;

function helpersByFile(files: readonly FileFacts[]): Helpers {
  const helpers = new Map<string, readonly ReadHelper[]>();
  for (const file of files) {
    const own = file.facts.flatMap((fact) => (isWrapper(fact) ? [fact.helper] : []));
    if (own.length > 0) helpers.set(file.path, own);
    for (const fact of file.facts) {
      const helper = fact.kind === 'binding' && fact.exported === true ? boundHelper(fact) : undefined;
      if (helper === undefined || fact.kind !== 'binding') continue;
      const key = file.language === 'elixir' ? fact.name : file.path;
      helpers.set(key, [...(helpers.get(key) ?? []), helper]);
    }
  }
  return helpers;
}

const ACCESSORS = new Set(['System.get_env', 'process.env', 'import.meta.env', 'Deno.env.get', 'Bun.env']);

/** A function is bound to the read that it makes, its parameters written `$0` or `{0}`. */
function boundHelper({ name, value }: BindingFact): ReadHelper | undefined {
  if (value.t !== 'call' || !ACCESSORS.has(value.callee)) return undefined;
  const nameParameter = parameterOf(value.args[0]);
  if (nameParameter === undefined) return undefined;
  const fallback = value.keywords['fallback'] ?? value.keywords['default'];
  const defaultParameter = parameterOf(fallback);
  const own = value.keywords['default'];
  const ownDefault = own === undefined || parameterOf(own) !== undefined ? undefined : valueText(own);
  const cast = value.keywords['cast'];
  return {
    name: name.slice(name.lastIndexOf('.') + 1),
    nameParameter,
    missing: textOf(value.keywords['presence']) === 'raises' ? 'raises' : 'none',
    ...(defaultParameter !== undefined && { defaultParameter }),
    ...(ownDefault !== undefined && { ownDefault }),
    ...(cast?.t === 'string' && { cast: cast.v }),
  };
}

function parameterOf(value: Value | undefined): number | undefined {
  const text = textOf(value);
  const digit = text === undefined ? undefined : /^(?:\$(\d)|\{(\d)\})$/.exec(text);
  return digit == null ? undefined : Number(digit[1] ?? digit[2]);
}

function textOf(value: Value | undefined): string | undefined {
  return value?.t === 'ref' ? value.path : value?.t === 'string' ? value.v : undefined;
}

function isWrapper(fact: FileFacts['facts'][number]): fact is DynamicReadFact & { readonly helper: ReadHelper } {
  return fact.kind === 'dynamicRead' && fact.helper !== undefined;
}

function readOf(modules: LocalModules, helpers: Helpers, file: FileFacts, call: CallFact): readonly EnvReadFact[] {
  const called = call.callee.slice(call.callee.lastIndexOf('.') + 1);
  const targets =
    file.language === 'elixir'
      ? [call.callee]
      : // `from app import env` takes in the module `app.env` itself.
        [call.module, call.callee.slice(0, -called.length - 1)].map((module) =>
          modules.fileOf(file.path, module, file.language),
        );
  const helper = targets
    .flatMap((target) => (target === undefined ? [] : (helpers.get(target) ?? [])))
    .find(({ name }) => name === called);
  const name = helper === undefined ? undefined : call.args[helper.nameParameter];
  if (helper === undefined || name?.t !== 'string' || !NAME.test(name.v)) return [];
  const given = givenDefault(helper, call);
  const text = given === undefined ? helper.ownDefault : valueText(given);
  return [
    {
      kind: 'envRead',
      name: name.v,
      accessor: helper.name,
      presence:
        given !== undefined || helper.ownDefault !== undefined
          ? 'default'
          : helper.missing === 'raises'
            ? 'raises'
            : 'bare',
      range: call.range,
      ...(call.scope !== undefined && { scope: call.scope }),
      ...(text !== undefined && { default: text }),
      ...(helper.cast !== undefined && { cast: helper.cast }),
      ...(call.result !== undefined && { boundTo: call.result }),
    },
  ];
}

function givenDefault(helper: ReadHelper, call: CallFact): Value | undefined {
  const positional = helper.defaultParameter === undefined ? undefined : call.args[helper.defaultParameter];
  return positional ?? call.keywords['default'];
}
