import type { CallFact } from '../../../model/facts';
import type { Keywords, Value } from '../../../model/value';
import type { SyntaxNode } from '../../../syntax/node';
import { headOf } from '../ranges';
import { hasWord } from '../scan';
import { argumentsOf, namedChildren } from './arguments';
import type { LocalCall } from './captures';
import type { Definitions } from './definitions';
import type { ElixirSource, RemoteCall } from './elixir-source';
import { applicationEnv } from './known-calls';
import { hideKeys } from './literals';
import { readBroughtIn, readThroughHelpers } from './local-calls';
import { sides } from './shapes';
import { isStandard } from './stdlib';
import { moduleTextAt, wordsAt } from './text-at';
import type { Values } from './values';

/** What the readers of calls share. */
export interface CallContext {
  readonly source: ElixirSource;
  readonly values: Values;
  readonly definitions: Definitions;
}

const TYPE_ATTRIBUTES = new Set(['spec', 'type', 'typep', 'opaque', 'callback', 'macrocallback']);
const CONFIGURES_LOGGER = /^(configure|configure_backend|add_backend|add_handlers|add_translator)$/;
const READS_CONFIGURATION = /^(get_env|fetch_env!?|compile_env!?)$/;

/** Calls on modules, macros of modules (`use`, `plug`), and the children of supervisors. */
export function readCalls(context: CallContext): readonly CallFact[] {
  const remote = readRemoteCalls(context);
  return [
    ...remote,
    ...readThroughHelpers(context, remote),
    ...readBroughtIn(context),
    ...context.source.locals.flatMap((call) => readMacro(context, call) ?? []),
    ...readChildren(context),
  ];
}

const NOTHING = { args: [], keywords: {} };

function readRemoteCalls(context: CallContext): readonly CallFact[] {
  const { source } = context;
  const types = typeRanges(source);
  const seen = new Set<string>();
  const facts: CallFact[] = [];
  for (const call of source.remotes) {
    if (call.module === 'Application' && READS_CONFIGURATION.test(call.name)) {
      facts.push(applicationCall(context, call));
      continue;
    }
    if (!isKept(call) || types.some(([from, to]) => from <= call.start && call.start < to)) continue;
    if (source.names.isOwn(call.module)) {
      // The project's own calls only tell who uses what; the first of a function is enough.
      const key = `${source.outline.scopeAt(call.start) ?? ''} ${call.module}.${call.name}`;
      const helped = environmentArguments(context, call);
      if (seen.has(key) && helped.length === 0) continue;
      seen.add(key);
      facts.push(callFact(context, call.node, call.start, call.module, call.name, helped, {}));
      continue;
    }
    // Whatever a test hands over is made up for it.
    const { args, keywords } = source.role === 'test' ? NOTHING : context.values.ofCall(call.node);
    facts.push(callFact(context, call.node, call.start, call.module, call.name, args, keywords));
  }
  return facts;
}

const VARIABLE = /\(?\s*"[A-Z][A-Z0-9]*_[A-Z0-9_]*"/y;

/** Arguments of an own call that starts with what could be a variable's name: a helper of another file reads it. */
function environmentArguments(context: CallContext, call: RemoteCall): readonly Value[] {
  const { text } = context.source;
  const open = text.indexOf('(', call.start);
  if (open < 0 || open - call.start > 80 || wordsAt(VARIABLE, text, open) === undefined) return [];
  return context.values.ofCall(call.node).args;
}

function isKept(call: RemoteCall): boolean {
  if (call.name === '') return false;
  if (call.module === 'Logger') return CONFIGURES_LOGGER.test(call.name);
  if (call.module === ':logger') return /^(add_handler|add_primary_filter|set_handler_config)$/.test(call.name);
  return !isStandard(call.module);
}

function applicationCall(context: CallContext, call: RemoteCall): CallFact {
  const { args, keywords } = context.values.ofCall(call.node);
  const value = context.values.of(outerAccess(call.node) ?? call.node);
  const read =
    value.t === 'call' && value.callee.startsWith('Application.') ? value : applicationEnv(call.name, args, keywords);
  const { t: _, ...resolved } = read as Extract<Value, { t: 'call' }>;
  return callFact(context, call.node, call.start, 'Application', call.name, resolved.args, resolved.keywords);
}

/** `Application.get_env(:app, Key)[:sub]`: the outermost access around the call. */
function outerAccess(call: SyntaxNode): SyntaxNode | undefined {
  let outer: SyntaxNode | undefined;
  for (let node = call.parent; node?.type === 'access_call'; node = node.parent) {
    if (node.startIndex !== call.startIndex) break;
    outer = node;
  }
  return outer;
}

/** `use Oban.Worker, queue: :x` and `plug Corsica, origins: "*"` run code of the module with these options. */
function readMacro(context: CallContext, call: LocalCall): CallFact | undefined {
  if (call.name !== 'use' && call.name !== 'plug') return undefined;
  const { source, values } = context;
  const written = argumentsOf(call.node).positional[0];
  // `plug Ueberauth when action in [:callback]`
  const first = written?.type === 'binary_operator' ? sides(written)[0] : written;
  if (first === undefined || (first.type !== 'alias' && first.type !== 'dot')) return undefined;
  const index = first.startIndex;
  const module = source.names.resolve(moduleTextAt(source.text, index), index);
  if (module === '' || isStandard(module) || (call.name === 'use' && source.names.isOwn(module))) return undefined;
  const { args, keywords } = values.ofCall(call.node);
  const name = call.name === 'use' ? '__using__' : 'plug';
  return callFact(context, call.node, call.start, module, name, args.slice(1), keywords);
}

const HOLDS_CHILDREN = /^(children|child_specs?|workers|services|processes|base_children)$/;

/** `children = [{Redix, name: :redix}, MyApp.Repo]`: a supervisor starts these modules. */
function readChildren(context: CallContext): readonly CallFact[] {
  const { source } = context;
  if (!hasWord('Supervisor', source.file)) return [];
  const lists = source.variables.filter((one) => HOLDS_CHILDREN.test(one.name)).map((one) => one.value);
  for (const call of source.remotes) {
    if (call.module !== 'Supervisor' || !/^(start_link|init)$/.test(call.name)) continue;
    const first = argumentsOf(call.node).positional[0];
    if (first !== undefined) lists.push(first);
  }
  return lists.flatMap((list) => childrenIn(list, 0)).flatMap((child) => childFact(context, child) ?? []);
}

/** The children in a list, in lists joined with `++`, and in branches. */
function childrenIn(node: SyntaxNode, depth: number): readonly SyntaxNode[] {
  if (depth > 6) return [];
  if (node.type === 'binary_operator') return namedChildren(node).flatMap((side) => childrenIn(side, depth + 1));
  return node.type === 'list' ? namedChildren(node) : [];
}

function childFact(context: CallContext, child: SyntaxNode): CallFact | undefined {
  const { source, values } = context;
  const parts = child.type === 'tuple' ? namedChildren(child) : [child];
  const first = parts[0];
  if (first?.type !== 'alias') return undefined;
  const start = first.startIndex;
  const module = source.names.resolve(moduleTextAt(source.text, start), start);
  if (isStandard(module)) return undefined;
  const options = parts[1] === undefined ? undefined : values.of(parts[1]);
  const keywords = options?.t === 'map' && !source.names.isOwn(module) ? options.entries : {};
  const args = options === undefined || options.t === 'map' || source.names.isOwn(module) ? [] : [options];
  return callFact(context, child, start, module, 'child_spec', args, keywords);
}

function callFact(
  context: CallContext,
  node: SyntaxNode,
  start: number,
  module: string,
  name: string,
  args: readonly Value[],
  keywords: Keywords,
): CallFact {
  const result = context.definitions.resultName(node);
  const callee = `${module}.${name}`;
  return {
    kind: 'call',
    callee,
    module,
    args: hideKeys(callee, args),
    keywords,
    range: headOf(node),
    ...(result !== undefined && { result }),
    ...context.source.scopeAt(start),
  };
}

/** Types name functions of modules without calling them. */
function typeRanges(source: ElixirSource): readonly (readonly [number, number])[] {
  return source.attributes
    .filter((attribute) => TYPE_ATTRIBUTES.has(attribute.name))
    .map((attribute) => [attribute.start, attribute.node.endIndex] as const);
}
