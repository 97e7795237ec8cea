import type { Presence } from '../../../model/facts';
import type { Value } from '../../../model/value';
import type { SyntaxNode } from '../../../syntax/node';
import { argumentsOf, namedChildren, unwrap } from './arguments';
import type { CallContext } from './calls';
import { type EnvCall, nameIn } from './env-calls';
import { itemsGivenTo } from './env-listed';
import { readingOf } from './env-presence';
import { identifierAt } from './text-at';

/** A function of this file that reads the variable whose name it is given. */
export interface Wrapper {
  /** Its reads; the first one decides. */
  readonly reads: EnvCall[];
  readonly name: string;
  /** `def`, not `defp` or a closure: other files can call it. */
  readonly isPublic: boolean;
  readonly position: number;
  readonly presence?: Presence;
  readonly default?: Value;
  /** The parameter that holds the default. */
  readonly defaultPosition?: number;
  readonly cast?: string;
  /** What it puts around the name that it is given. */
  readonly shape?: Shape;
}

export interface Shape {
  readonly prefix: string;
  readonly suffix: string;
  readonly upper: boolean;
}

export interface Wrapped {
  readonly wrapped: readonly EnvCall[];
  /** Reads inside helpers that are explained by their calls. */
  readonly explained: ReadonlySet<EnvCall>;
  readonly wrappers: readonly Wrapper[];
}

/** Follows helpers one hop: `defp env!(name), do: System.get_env(name) || raise "..."` and `env!("X")`. */
export function readWrapped(context: CallContext, reads: readonly EnvCall[]): Wrapped {
  const { source } = context;
  const functions = new Map<string, Wrapper>();
  const closures = new Map<string, Wrapper>();
  for (const read of reads) {
    const asked = read.name === undefined ? askedName(read.nameNode) : undefined;
    if (asked === undefined) continue;
    const start = read.node.startIndex;
    const closure = closureAround(context, read.node);
    if (closure !== undefined) {
      addWrapper(context, closures, closure.name, closure.parameters, read, asked, false);
      continue;
    }
    const block = source.outline.at(start, 'function');
    if (block === undefined) continue;
    const isPublic = !source.text.startsWith('defp', block.start) && source.text.startsWith('def', block.start);
    addWrapper(
      context,
      functions,
      qualified(context, block.name, start),
      parametersOf(block.node),
      read,
      asked,
      isPublic,
    );
  }
  const explained = new Set<EnvCall>();
  const follow = (wrapper: Wrapper | undefined, call: SyntaxNode): readonly EnvCall[] =>
    wrapper === undefined ? [] : wrappedRead(context, wrapper, call, explained);
  const wrapped =
    functions.size + closures.size === 0
      ? []
      : [
          ...source.locals.flatMap((call) =>
            follow(functions.get(qualified(context, call.name, call.start)), call.node),
          ),
          ...source.remotes.flatMap((call) => follow(functions.get(`${call.module}.${call.name}`), call.node)),
          ...[...functions.values()].flatMap((wrapper) => handedOn(context, wrapper, explained)),
          ...source.closures.flatMap((call) => follow(closures.get(call.name), call.node)),
        ];
  return { wrapped, explained, wrappers: [...functions.values()] };
}

function qualified(context: CallContext, name: string, index: number): string {
  const module = context.source.outline.moduleAt(index);
  return module === undefined ? name : `${module}.${name}`;
}

function addWrapper(
  context: CallContext,
  wrappers: Map<string, Wrapper>,
  name: string,
  parameters: readonly (string | undefined)[],
  read: EnvCall,
  asked: Asked,
  isPublic: boolean,
): void {
  const position = parameters.indexOf(asked.parameter);
  if (position < 0) return;
  const known = wrappers.get(name);
  if (known !== undefined) {
    known.reads.push(read);
    return;
  }
  const { presence, default: fallback, cast } = readingOf(context, read);
  // `Integer.to_string(default)` is the default as well.
  const inner = fallback?.t === 'call' && fallback.args.length === 1 ? fallback.args[0] : fallback;
  const held = inner?.t === 'ref' ? parameters.indexOf(inner.path) : -1;
  wrappers.set(name, {
    reads: [read],
    name,
    isPublic,
    position,
    ...(presence !== 'bare' && { presence }),
    ...(held >= 0 && { defaultPosition: held }),
    ...(held < 0 && fallback !== undefined && { default: fallback }),
    ...(cast !== undefined && { cast }),
    ...(asked.shape !== undefined && { shape: asked.shape }),
  });
}

interface Asked {
  readonly parameter: string;
  readonly shape?: Shape;
}

/** The parameter that a name is made of: `name`, `"APP_#{name}"`, `"APP_" <> String.upcase(name)`. */
function askedName(node: SyntaxNode | undefined): Asked | undefined {
  if (node === undefined) return undefined;
  if (node.type === 'identifier' || node.text === '&1') return { parameter: node.text };
  const text = node.text.slice(0, 200);
  const inner = String.raw`(?:(String\.upcase\()\s*)?([a-z_]\w*)\s*\)?`;
  const match =
    new RegExp(`^"([A-Z0-9_]*)#\\{\\s*${inner}\\s*\\}([A-Z0-9_]*)"$`).exec(text) ??
    new RegExp(`^(?:"([A-Z0-9_]*)"\\s*<>\\s*)?${inner}(?:\\s*<>\\s*"([A-Z0-9_]*)")?$`).exec(text);
  const parameter = match?.[3];
  if (match === null || parameter === undefined) return undefined;
  return { parameter, shape: { prefix: match[1] ?? '', suffix: match[4] ?? '', upper: match[2] !== undefined } };
}

/** The reads that `Enum.map(["A", "B"], &env!/1)` makes through a function of this file. */
function handedOn(context: CallContext, wrapper: Wrapper, explained: Set<EnvCall>): readonly EnvCall[] {
  const read = wrapper.reads[0];
  if (read === undefined || wrapper.position !== 0) return [];
  const name = wrapper.name.slice(wrapper.name.lastIndexOf('.') + 1).replace(/[?!]$/, '\\$&');
  const captures = context.source.text.matchAll(new RegExp(`&${name}/[12](?!\\d)`, 'g'));
  return [...captures].flatMap((match) => {
    let node = context.source.nodeAt(match.index);
    while (node !== null && !(node.type === 'unary_operator' && node.startIndex === match.index)) node = node.parent;
    const items = node === null ? undefined : itemsGivenTo(context, node);
    return (items ?? []).map((item): EnvCall => {
      for (const one of wrapper.reads) explained.add(one);
      return {
        node: item.place ?? node ?? read.node,
        name: shaped(wrapper, item.name),
        accessor: read.accessor,
        within: read.node.startIndex,
        ...(item.place !== undefined && { place: item.place }),
        presence:
          wrapper.presence === 'default' && wrapper.default === undefined ? 'bare' : (wrapper.presence ?? 'bare'),
        ...(wrapper.default !== undefined && { default: wrapper.default }),
        ...(wrapper.cast !== undefined && { cast: wrapper.cast }),
      };
    });
  });
}

function shaped({ shape }: Wrapper, name: string): string {
  return shape === undefined ? name : `${shape.prefix}${shape.upper ? name.toUpperCase() : name}${shape.suffix}`;
}

function wrappedRead(
  context: CallContext,
  wrapper: Wrapper,
  call: SyntaxNode,
  explained: Set<EnvCall>,
): readonly EnvCall[] {
  const given = argumentsOf(call).positional;
  const piped = context.source.pipedInto(call);
  const all = piped === undefined ? given : [piped, ...given];
  const nameNode = all[wrapper.position];
  const name = nameNode === undefined ? undefined : nameIn(context, nameNode);
  const read = wrapper.reads[0];
  if (name === undefined || read === undefined) return [];
  for (const one of wrapper.reads) explained.add(one);
  const defaultNode = wrapper.defaultPosition === undefined ? undefined : all[wrapper.defaultPosition];
  const said = defaultNode === undefined ? wrapper.default : context.values.of(defaultNode);
  const fallback = said?.t === 'null' ? undefined : said;
  // A default that the call does not give is the parameter's own, mostly nil.
  const presence = wrapper.presence === 'default' && fallback === undefined ? undefined : wrapper.presence;
  return [
    {
      node: call,
      name: shaped(wrapper, name),
      accessor: read.accessor,
      within: read.node.startIndex,
      ...(presence !== undefined && { presence }),
      ...(fallback !== undefined && { default: fallback }),
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
    (one) =>
      /^(anonymous_function|unary_operator)$/.test(one.value.type) && one.start < start && start < one.value.endIndex,
  );
  if (variable === undefined) return undefined;
  if (variable.value.type === 'unary_operator') {
    const isCapture = context.source.text[variable.value.startIndex] === '&';
    return isCapture ? { name: variable.name, parameters: ['&1', '&2', '&3'] } : undefined;
  }
  const clause = namedChildren(variable.value).find((child) => child.type === 'stab_clause');
  const left = clause?.childForFieldName('left');
  if (left === null || left === undefined) return undefined;
  return {
    name: identifierAt(context.source.text, variable.start),
    parameters: namedChildren(left).map(parameterName),
  };
}
