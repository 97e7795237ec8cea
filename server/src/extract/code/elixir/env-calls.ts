import type { Presence, ReadHelper } from '../../../model/facts';
import type { Value } from '../../../model/value';
import type { SyntaxNode } from '../../../syntax/node';
import { table } from '../../table';
import { hasWord, isIn, placesIn } from '../scan';
import { argumentsOf, namedChildren } from './arguments';
import type { CallContext } from './calls';
import type { RemoteCall } from './elixir-source';
import { readDotenvy } from './env-dotenvy';
import { libraryReads } from './env-libraries';
import { type ListedName, listedNames } from './env-listed';
import { wholeMapReads } from './env-whole-map';
import { readWrapped, type Wrapper } from './env-wrappers';
import { hideByName } from './literals';
import { moduleTextAt } from './text-at';

/** A place that reads a variable, before its surroundings are looked at. */
export interface EnvCall {
  /** The expression that gives the value. */
  readonly node: SyntaxNode;
  /** Undefined where the name is built at run time. */
  readonly name: string | undefined;
  readonly accessor: string;
  /** What the accessor itself decides; undefined leaves it to the code around. */
  readonly presence?: Presence;
  readonly default?: Value;
  readonly cast?: string;
  /** The node of the name, where it is no literal: a helper's parameter, perhaps. */
  readonly nameNode?: SyntaxNode;
  /** Where the name stands, apart from the call. */
  readonly place?: SyntaxNode;
  /** Where the helper reads that this calls. */
  readonly within?: number;
  /** The function around a read with an open name, where other files can call it. */
  readonly helper?: ReadHelper;
}

export interface EnvReads {
  readonly reads: readonly EnvCall[];
  /** Helpers of the file that read what they are asked for. */
  readonly wrappers: readonly Wrapper[];
}

export const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** All reads of the file; each is also made known to `values`, so that settings and arguments can say `env`. */
export function collectEnvReads(context: CallContext): EnvReads {
  const reads = directReads(context);
  makeKnown(context, reads);
  if (reads.every((read) => read.name !== undefined)) return { reads, wrappers: [] };
  const { wrapped, explained, wrappers } = readWrapped(context, reads);
  makeKnown(context, wrapped);
  const open = reads.filter((read) => !explained.has(read)).map((read) => withHelper(read, wrappers));
  return { reads: [...open, ...wrapped], wrappers };
}

/** Nothing in this file calls the helper; the calls of other files say what it reads. */
function withHelper(read: EnvCall, wrappers: readonly Wrapper[]): EnvCall {
  const wrapper =
    read.name === undefined ? wrappers.find((one) => one.isPublic && one.reads.includes(read)) : undefined;
  if (wrapper === undefined) return read;
  const name = wrapper.name.slice(wrapper.name.lastIndexOf('.') + 1);
  const missing = wrapper.presence === 'raises' ? 'raises' : 'none';
  return { ...read, helper: { name, nameParameter: wrapper.position, missing, ...wrapper.shape } };
}

const CALLED_LATER = /\{\s*System,\s*:get_env/;
const IMPORTED = /^[ \t]*import System\b(?!\.)/gm;

function directReads(context: CallContext): readonly EnvCall[] {
  const { source } = context;
  const { text, file } = source;
  const reads: EnvCall[] = [];
  if (hasWord('env', file)) {
    for (const call of source.remotes) reads.push(...systemReads(context, call));
    for (const call of importedCalls(context)) reads.push(...systemReads(context, call));
    if (hasWord('Dotenvy', file)) reads.push(...readDotenvy(context));
    reads.push(...appliedReads(context));
  }
  reads.push(...libraryReads(context));
  if (isIn(CALLED_LATER, file)) {
    for (const { tag, node } of source.tuples) {
      if (moduleTextAt(text, tag.startIndex) === 'System') reads.push(...laterCall(context, node));
    }
  }
  if (hasWord(':system', file)) {
    for (const { tag, node } of source.tuples) {
      if (moduleTextAt(text, tag.startIndex) === ':system') reads.push(...systemTuple(context, node));
    }
  }
  return reads;
}

/** `apply(System, :get_env, ["X", "d"])`. */
function appliedReads(context: CallContext): readonly EnvCall[] {
  return context.source.locals.flatMap(({ name, node }) => {
    if (name !== 'apply') return [];
    const [module, method, list] = argumentsOf(node).positional;
    return module?.text === 'System' && method !== undefined && list !== undefined
      ? calledLater(context, node, method, list)
      : [];
  });
}

/** `get_env("X")` in a module that imports System. */
function importedCalls({ source }: CallContext): readonly RemoteCall[] {
  const imports = [...placesIn(IMPORTED, source.file)].map(({ index }) => index);
  if (imports.length === 0) return [];
  const modules = new Set(imports.map((index) => source.outline.moduleAt(index + 1)));
  return source.locals
    .filter(({ name, start }) => /^(get_env|fetch_env!?)$/.test(name) && modules.has(source.outline.moduleAt(start)))
    .map(({ name, node, start }) => ({ module: 'System', name, node, start }));
}

function makeKnown(context: CallContext, reads: readonly EnvCall[]): void {
  for (const { name, node, default: fallback } of reads) {
    if (name === undefined) continue;
    const isGiven = fallback !== undefined && fallback.t !== 'null';
    context.values.env.set(node.id, { t: 'env', name, ...(isGiven && { default: hideByName(name, fallback) }) });
  }
}

/** The variable's name as an expression gives it: a literal, or a name bound to one. */
export function nameIn(context: CallContext, node: SyntaxNode): string | undefined {
  if (node.type === 'call' && /^(?:String\.)?to_charlist\(/.test(node.text.slice(0, 20))) {
    const inner = argumentsOf(node).positional[0];
    return inner === undefined ? undefined : nameIn(context, inner);
  }
  const children = namedChildren(node).filter((child) => child.type !== 'sigil_name');
  const plain = /^(string|charlist|sigil)$/.test(node.type) && children.length === 1 ? children[0] : undefined;
  // A name is no secret, however much it may look like one: it is read before anything is redacted.
  const name =
    plain?.type === 'quoted_content' ? plain.text : (attributeText(context, node) ?? context.values.textOf(node));
  return name !== undefined && NAME.test(name) ? name : undefined;
}

/** `@key "STRIPE_KEY"`, then `System.get_env(@key)`: the attribute as it was last set above. */
function attributeText(context: CallContext, node: SyntaxNode): string | undefined {
  const attribute = node.type === 'unary_operator' ? /^@([a-z_]\w*)$/.exec(node.text)?.[1] : undefined;
  if (attribute === undefined) return undefined;
  const { attributes, outline } = context.source;
  const module = outline.moduleAt(node.startIndex);
  const set = attributes.findLast(
    (one) => one.name === attribute && one.start < node.startIndex && outline.moduleAt(one.start) === module,
  );
  return set?.value.type === 'string' ? context.values.textOf(set.value) : undefined;
}

function systemReads(context: CallContext, call: RemoteCall): readonly EnvCall[] {
  const isErlang = call.module === ':os' && call.name === 'getenv';
  if (!isErlang && (call.module !== 'System' || !/^(get_env|fetch_env!?)$/.test(call.name))) return [];
  const given = argumentsOf(call.node).positional;
  const piped = context.source.pipedInto(call.node);
  const [first, second] = piped === undefined ? given : [piped, ...given];
  const accessor = isErlang ? ':os.getenv' : `System.${call.name}`;
  if (first === undefined) {
    const capture = captureOf(call.node);
    if (capture !== undefined) return capturedReads(context, capture, accessor);
    return wholeMapReads(context, call.node, accessor);
  }
  const fallback = second === undefined ? undefined : context.values.of(second);
  const name = nameIn(context, first);
  const names = (name === undefined ? listedNames(context, first) : undefined) ?? [{ name }];
  return names.map(({ row, ...one }: ListedName | { readonly name: undefined; readonly row?: undefined }) => {
    const given = second === undefined ? undefined : row?.get(second.text);
    const said = given === undefined ? fallback : context.values.of(given);
    return {
      node: call.node,
      nameNode: first,
      ...one,
      accessor,
      ...(call.name === 'fetch_env!' && { presence: 'raises' as const }),
      ...(call.name === 'fetch_env' && { presence: 'guarded' as const }),
      ...(said !== undefined && said.t !== 'null' && { presence: 'default' as const, default: said }),
    };
  });
}

/** `&System.get_env/1` calls nothing here. */
function captureOf(call: SyntaxNode): SyntaxNode | undefined {
  const operator = call.parent?.type === 'binary_operator' ? call.parent.parent : undefined;
  return operator?.type === 'unary_operator' ? operator : undefined;
}

/** `["A", "B"] |> Enum.map(&System.get_env/1)` reads each of a literal list. */
function capturedReads(context: CallContext, capture: SyntaxNode, accessor: string): readonly EnvCall[] {
  const call = capture.parent?.parent;
  if (call?.type !== 'call') return [];
  const list = context.source.pipedInto(call) ?? argumentsOf(call).positional[0];
  const name = /^then\b/.test(call.text.slice(0, 5)) && list !== undefined ? nameIn(context, list) : undefined;
  if (name !== undefined && list !== undefined) {
    const presence = accessor.endsWith('!') ? ({ presence: 'raises' } as const) : {};
    return [{ node: call, name, nameNode: list, accessor, ...presence }];
  }
  if (!/^(Enum|Stream)\./.test(call.text.slice(0, 7))) return [];
  const names = list === undefined ? undefined : context.values.of(list);
  if (names?.t !== 'list') return [{ node: call, name: undefined, accessor }];
  const isMap = /^Enum\.map\b/.test(call.text.slice(0, 9));
  return names.items.slice(0, 50).flatMap((item) => {
    if (item.t !== 'string' || !NAME.test(item.v)) return [];
    // What is done with the values stands elsewhere; only a plain `map` hands on what is absent.
    const presence = accessor.endsWith('!') ? 'raises' : isMap && !isFiltered(context, call) ? 'bare' : 'guarded';
    return [{ node: capture, name: item.v, accessor, presence } as const];
  });
}

function isFiltered(context: CallContext, call: SyntaxNode): boolean {
  const { text } = context.source;
  return /^\s*\|>\s*Enum\.(reject|filter|find|any\?|all\?)/.test(text.slice(call.endIndex, call.endIndex + 80));
}

/** `{:system, "PORT"}`, `{:system, "PORT", 4000}`, `{:system, :integer, "PORT", 4000}`: read by a library at start. */
function systemTuple(context: CallContext, tuple: SyntaxNode): readonly EnvCall[] {
  const parts = namedChildren(tuple).slice(1);
  const typed = parts[0]?.type === 'atom' ? parts[0].text.slice(1) : undefined;
  const [nameNode, second] = typed === undefined ? parts : parts.slice(1);
  if (nameNode?.type !== 'string') return [];
  const name = nameIn(context, nameNode);
  if (name === undefined || isPattern(tuple)) return [];
  // Some libraries want the type behind the name: `{:system, "PORT", :integer}`.
  const after = second?.type === 'atom' ? CASTS[second.text.slice(1)] : undefined;
  const fallback = second === undefined || after !== undefined ? undefined : context.values.of(second);
  const cast = typed === undefined ? after : CASTS[typed];
  return [
    {
      node: tuple,
      name,
      accessor: '{:system, name}',
      ...(hasOthers(tuple) && { presence: 'default' as const }),
      ...(fallback !== undefined && fallback.t !== 'null' && { presence: 'default' as const, default: fallback }),
      ...(cast !== undefined && { cast }),
    },
  ];
}

/** `{System, :get_env, ["KEY", "default"]}`, which Ueberauth and others call when they need the value. */
function laterCall(context: CallContext, tuple: SyntaxNode): readonly EnvCall[] {
  const [, method, list] = namedChildren(tuple);
  if (method === undefined || list === undefined || isPattern(tuple)) return [];
  return calledLater(context, tuple, method, list);
}

function calledLater(context: CallContext, node: SyntaxNode, method: SyntaxNode, list: SyntaxNode): readonly EnvCall[] {
  const called = /^:(get_env|fetch_env!)$/.exec(method.text)?.[1];
  if (called === undefined || list.type !== 'list') return [];
  const [nameNode, second] = namedChildren(list);
  const name = nameNode === undefined ? undefined : nameIn(context, nameNode);
  if (name === undefined) return [];
  const fallback = second === undefined ? undefined : context.values.of(second);
  return [
    {
      node,
      name,
      accessor: `System.${called}`,
      ...(called === 'fetch_env!' && { presence: 'raises' as const }),
      ...(fallback !== undefined && fallback.t !== 'null' && { presence: 'default' as const, default: fallback }),
    },
  ];
}

/** `[{:system, "KEY"}, :instance_role]`: the first of these that gives something. */
function hasOthers(tuple: SyntaxNode): boolean {
  return tuple.parent?.type === 'list' && namedChildren(tuple.parent).length > 1;
}

const CASTS = table({
  integer: 'int',
  boolean: 'bool',
  float: 'float',
  atom: 'atom',
  list: 'list',
});

/** A tuple on the left of an arrow or an assignment is matched, not read. */
function isPattern(tuple: SyntaxNode): boolean {
  const parent = tuple.parent;
  if (parent?.type === 'arguments') {
    const owner = parent.parent;
    return owner?.type === 'stab_clause' || /^defp?\b/.test(owner?.parent?.parent?.text.slice(0, 5) ?? '');
  }
  return parent?.type === 'binary_operator' && parent.childForFieldName('left')?.id === tuple.id;
}
