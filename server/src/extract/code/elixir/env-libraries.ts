import type { Value } from '../../../model/value';
import type { SyntaxNode } from '../../../syntax/node';
import { table } from '../../table';
import { hasWord, isIn } from '../scan';
import { argumentsOf, namedChildren, type Pair, pairsOf } from './arguments';
import type { CallContext } from './calls';
import { type EnvCall, nameIn } from './env-calls';
import { moduleTextAt } from './text-at';

const CASTS = table({
  integer: 'int',
  boolean: 'bool',
  float: 'float',
  atom: 'atom',
  pos_integer: 'int',
  neg_integer: 'int',
});

const USES_SKOGSRA = /^\s*use Skogsra\b/m;

/** Variables that libraries read at start by what they are told: Vapor, Skogsra, Hush. */
export function libraryReads(context: CallContext): readonly EnvCall[] {
  const { file } = context.source;
  return [
    ...(hasWord('Vapor', file) ? vaporReads(context) : []),
    ...(isIn(USES_SKOGSRA, file) ? skogsraReads(context) : []),
    ...(hasWord(':hush', file) ? hushReads(context) : []),
  ];
}

/** `%Vapor.Provider.Env{bindings: [{:url, "URL"}, {:port, "PORT", default: 4000}]}`, and `env(...)` in a planner. */
function vaporReads(context: CallContext): readonly EnvCall[] {
  const isPlanner = /^\s*use Vapor\.Planner\b/m.test(context.source.text);
  return [...providedLists(context), ...(isPlanner ? plannedLists(context) : [])].flatMap((list) => [
    ...namedChildren(list).flatMap((child) => (child.type === 'tuple' ? bindingReads(context, child) : [])),
    ...keywordBindings(list).flatMap(({ value }) => named(context, value, [], 'Vapor')),
  ]);
}

function providedLists({ source }: CallContext): readonly SyntaxNode[] {
  return [...source.text.matchAll(/%(?:[\w.]+\.)?Env\{/g)].flatMap(({ index }) => {
    const map = source.nodeAt(index);
    if (map?.type !== 'map') return [];
    const struct = namedChildren(map).find((child) => child.type === 'struct');
    const name = struct === undefined ? '' : source.names.resolve(moduleTextAt(struct.text, 0), index);
    if (name !== 'Vapor.Provider.Env') return [];
    const bindings = pairsOf(map).find(({ key }) => key === 'bindings');
    return bindings === undefined ? [] : [bindings.value];
  });
}

function plannedLists({ source }: CallContext): readonly SyntaxNode[] {
  return source.locals.flatMap(({ name, node }) => (name === 'env' ? [argumentsOf(node).positional[0] ?? node] : []));
}

function keywordBindings(list: SyntaxNode): readonly Pair[] {
  return list.type === 'list' ? pairsOf(list) : list.type === 'call' ? argumentsOf(list).keywords : [];
}

/** `{:port, "PORT", default: 4000, map: &String.to_integer/1}` */
function bindingReads(context: CallContext, tuple: SyntaxNode): readonly EnvCall[] {
  const [, name, ...rest] = namedChildren(tuple);
  return name === undefined ? [] : named(context, name, rest.flatMap(pairsOf), 'Vapor');
}

function named(context: CallContext, node: SyntaxNode, options: readonly Pair[], accessor: string): readonly EnvCall[] {
  const name = node.type === 'string' ? nameIn(context, node) : undefined;
  if (name === undefined) return [];
  const given = options.find(({ key }) => key === 'default');
  const isOptional = options.some(({ key, value }) => key === 'required' && value.text === 'false');
  const fallback = given === undefined ? undefined : context.values.of(given.value);
  const cast = /to_integer/.test(options.find(({ key }) => key === 'map')?.value.text ?? '') ? 'int' : undefined;
  return [
    {
      node,
      name,
      place: node,
      accessor,
      presence: fallback !== undefined ? 'default' : isOptional ? 'guarded' : 'raises',
      ...withDefault(fallback),
      ...(cast !== undefined && { cast }),
    },
  ];
}

function withDefault(value: Value | undefined): { readonly default?: Value } {
  return value === undefined || value.t === 'null' ? {} : { default: value };
}

/** `app_env :port, :my_app, :port, os_env: "PORT", default: 4000, type: :integer`, else `MY_APP_PORT`. */
function skogsraReads(context: CallContext): readonly EnvCall[] {
  return context.source.locals.flatMap(({ name, node }): readonly EnvCall[] => {
    if (name !== 'app_env') return [];
    const { positional, keywords } = argumentsOf(node);
    const option = (key: string): SyntaxNode | undefined => keywords.find((pair) => pair.key === key)?.value;
    const stated = option('os_env');
    const [, app, key] = positional.map((part) => /^:(\w+)$/.exec(part.text)?.[1]);
    const derived = app === undefined || key === undefined ? undefined : `${app}_${key}`.toUpperCase();
    const found = stated === undefined ? derived : nameIn(context, stated);
    if (found === undefined) return [];
    const given = option('default');
    const fallback = given === undefined ? undefined : context.values.of(given);
    const isRequired = option('required')?.text === 'true';
    const cast = CASTS[option('type')?.text.replace(/^:/, '') ?? ''];
    return [
      {
        node,
        name: found,
        accessor: 'app_env',
        ...(stated !== undefined && { place: stated }),
        presence: isRequired ? 'raises' : fallback === undefined ? 'guarded' : 'default',
        ...withDefault(fallback),
        ...(cast !== undefined && { cast }),
      },
    ];
  });
}

/** `{:hush, Hush.Provider.SystemEnvironment, "KEY", default: "d"}` */
function hushReads(context: CallContext): readonly EnvCall[] {
  const { source } = context;
  return source.tuples.flatMap(({ tag, node }): readonly EnvCall[] => {
    if (moduleTextAt(source.text, tag.startIndex) !== ':hush') return [];
    const [, provider, name, ...rest] = namedChildren(node);
    if (provider === undefined || name === undefined || !provider.text.endsWith('SystemEnvironment')) return [];
    const options = rest.flatMap(pairsOf);
    const optional = options.some(({ key, value }) => key === 'optional' && value.text === 'true');
    return named(context, name, options, '{:hush, ...}').map((read) =>
      optional && read.presence === 'raises' ? { ...read, presence: 'guarded' } : read,
    );
  });
}
