import type { Presence } from '../../../model/facts';
import type { Value } from '../../../model/value';
import type { SyntaxNode } from '../../../syntax/node';
import { argumentsOf, namedChildren, unwrap } from './arguments';
import type { CallContext } from './calls';
import { type EnvCall, nameIn } from './env-calls';
import { readingOf } from './env-presence';
import { identifierAt } from './text-at';

/** A function of this file that reads the variable whose name it is given. */
interface Wrapper {
  readonly read: EnvCall;
  readonly position: number;
  readonly presence?: Presence;
  readonly default?: Value;
  /** The parameter that holds the default. */
  readonly defaultPosition?: number;
  readonly cast?: string;
}

export interface Wrapped {
  readonly wrapped: readonly EnvCall[];
  /** Reads inside helpers that are explained by their calls. */
  readonly wrappers: ReadonlySet<EnvCall>;
}

/** Follows helpers one hop: `defp env!(name), do: System.get_env(name) || raise "..."` and `env!("X")`. */
export function readWrapped(context: CallContext, reads: readonly EnvCall[]): Wrapped {
  const functions = new Map<string, Wrapper>();
  const closures = new Map<string, Wrapper>();
  for (const read of reads) {
    if (read.name !== undefined || read.nameNode?.type !== 'identifier') continue;
    const block = context.source.outline.at(read.node.startIndex, 'function');
    const closure = closureAround(context, read.node);
    if (closure !== undefined) addWrapper(context, closures, closure.name, closure.parameters, read);
    else if (block !== undefined) addWrapper(context, functions, block.name, parametersOf(block.node), read);
  }
  const wrappers = new Set<EnvCall>();
  const wrapped = [
    ...context.source.locals.flatMap((call) => wrappedRead(context, functions.get(call.name), call.node, wrappers)),
    ...context.source.closures.flatMap((call) => wrappedRead(context, closures.get(call.name), call.node, wrappers)),
  ];
  return { wrapped, wrappers };
}

function addWrapper(
  context: CallContext,
  wrappers: Map<string, Wrapper>,
  name: string,
  parameters: readonly (string | undefined)[],
  read: EnvCall,
): void {
  const position = parameters.indexOf(read.nameNode?.text ?? '');
  if (position < 0 || wrappers.has(name)) return;
  const { presence, default: fallback, cast } = readingOf(context, read);
  const held = fallback?.t === 'ref' ? parameters.indexOf(fallback.path) : -1;
  wrappers.set(name, {
    read,
    position,
    ...(presence !== 'bare' && { presence }),
    ...(held >= 0 && { defaultPosition: held }),
    ...(held < 0 && fallback !== undefined && { default: fallback }),
    ...(cast !== undefined && { cast }),
  });
}

function wrappedRead(
  context: CallContext,
  wrapper: Wrapper | undefined,
  call: SyntaxNode,
  used: Set<EnvCall>,
): readonly EnvCall[] {
  if (wrapper === undefined) return [];
  const given = argumentsOf(call).positional;
  const piped = context.source.pipedInto(call);
  const all = piped === undefined ? given : [piped, ...given];
  const nameNode = all[wrapper.position];
  const name = nameNode === undefined ? undefined : nameIn(context, nameNode);
  if (name === undefined) return [];
  used.add(wrapper.read);
  const defaultNode = wrapper.defaultPosition === undefined ? undefined : all[wrapper.defaultPosition];
  const fallback = defaultNode === undefined ? wrapper.default : context.values.of(defaultNode);
  const given2 = fallback !== undefined && fallback.t !== 'null' ? fallback : undefined;
  // A default that the call does not give is the parameter's own, mostly nil.
  const presence = wrapper.presence === 'default' && given2 === undefined ? undefined : wrapper.presence;
  return [
    {
      node: call,
      name,
      accessor: wrapper.read.accessor,
      ...(presence !== undefined && { presence }),
      ...(given2 !== undefined && { default: given2 }),
      ...(wrapper.cast !== undefined && { cast: wrapper.cast }),
    },
  ];
}

/** Parameter names of `def f(a, b \\ nil) when ...`; undefined for patterns. */
function parametersOf(definition: SyntaxNode): readonly (string | undefined)[] {
  let head = argumentsOf(definition).positional[0];
  if (head?.type === 'binary_operator') head = head.childForFieldName('left') ?? head;
  return head === undefined ? [] : argumentsOf(unwrap(head)).positional.map(parameterName);
}

function parameterName(node: SyntaxNode): string | undefined {
  if (node.type === 'identifier') return node.text;
  // `name \\ default` and `pattern = name`.
  const left = node.type === 'binary_operator' ? node.childForFieldName('left') : null;
  return left?.type === 'identifier' ? left.text : undefined;
}

/** `fetch = fn name -> System.get_env(name) end` around a read. */
function closureAround(
  context: CallContext,
  node: SyntaxNode,
): { readonly name: string; readonly parameters: readonly (string | undefined)[] } | undefined {
  const start = node.startIndex;
  const variable = context.source.variables.find(
    (one) => one.value.type === 'anonymous_function' && one.start < start && start < one.value.endIndex,
  );
  if (variable === undefined) return undefined;
  const clause = namedChildren(variable.value).find((child) => child.type === 'stab_clause');
  const left = clause?.childForFieldName('left');
  if (left === null || left === undefined) return undefined;
  return {
    name: identifierAt(context.source.text, variable.start),
    parameters: namedChildren(left).map(parameterName),
  };
}
