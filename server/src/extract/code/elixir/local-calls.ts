import type { CallFact } from '../../../model/facts';
import type { Value } from '../../../model/value';
import { headOf } from '../ranges';
import { argumentsOf } from './arguments';
import type { CallContext } from './calls';
import type { LocalCall } from './captures';
import { hideKeys } from './literals';
import type { Block } from './outline';
import { identifierAt } from './text-at';

/** Functions that `use Joken.Config` writes into the module. */
const OF_JOKEN =
  /^(default_claims|generate_and_sign!?|encode_and_sign!?|verify_and_validate!?|verify!?|generate_claims)$/;

/** Kinds of metrics, which `import Telemetry.Metrics` brings in. */
const OF_TELEMETRY = /^(counter|distribution|last_value|sum|summary)$/;

/** Calls by a bare name of functions that a statement of the same module brought in. */
export function readBroughtIn(context: CallContext): readonly CallFact[] {
  return [
    ...broughtInBy(context, 'use', 'Joken.Config', OF_JOKEN),
    ...broughtInBy(context, 'import', 'Telemetry.Metrics', OF_TELEMETRY),
  ];
}

function broughtInBy(
  { source, values }: CallContext,
  statement: 'use' | 'import',
  module: string,
  names: RegExp,
): readonly CallFact[] {
  if (!source.text.includes(module)) return [];
  const start = new RegExp(`^${statement}[\\s(]+${module.replace('.', '\\.')}\\b`);
  const users = new Set(
    source.locals
      .filter(({ name, node }) => name === statement && start.test(node.text.slice(0, 40)))
      .map((local) => source.outline.moduleAt(local.start)),
  );
  return source.locals.flatMap(({ name, node, start }) => {
    if (!names.test(name) || !users.has(source.outline.moduleAt(start)) || isDefinition(source.text, start)) return [];
    const callee = `${module}.${name}`;
    const { args, keywords } = source.role === 'test' ? { args: [], keywords: {} } : values.ofCall(node);
    return [
      {
        kind: 'call' as const,
        callee,
        module,
        args: hideKeys(callee, args),
        keywords,
        range: headOf(node),
        ...source.scopeAt(start),
      },
    ];
  });
}

/** `def token_config` and the like name a function without calling it. */
export function isDefinition(text: string, start: number): boolean {
  return /\bdefp?[ \t(]+$/.test(text.slice(Math.max(0, start - 12), start));
}

/** Counts a request against a limit; the limit is often given one function further out. */
const CHECKS_LIMIT = /\.(check_rate|check_rate_inc)$/;
const MOST_PARAMETERS = 8;

/**
 * `check("picture", @hour, 5)` where `check` hands its parameters to a limiter: each caller in the same module sets a
 * limit of its own, and its numbers stand where it calls.
 */
export function readThroughHelpers(context: CallContext, calls: readonly CallFact[]): readonly CallFact[] {
  const { source, values } = context;
  if (source.role === 'test') return [];
  return calls.flatMap((call) => {
    if (!CHECKS_LIMIT.test(call.callee) || !call.args.some(({ t }) => t === 'ref')) return [];
    const helper = helperOf(context, call);
    if (helper === undefined) return [];
    const { result: _, ...counted } = call;
    return helper.callers.flatMap((caller) => {
      const given = values.ofCall(caller.node).args;
      if (given.length !== helper.parameters.length) return [];
      return [
        {
          ...counted,
          args: call.args.map((arg) => substituted(arg, helper.parameters, given)),
          range: headOf(caller.node),
          scope: source.outline.scopeAt(caller.start) ?? '',
        },
      ];
    });
  });
}

interface Helper {
  readonly parameters: readonly string[];
  readonly callers: readonly LocalCall[];
}

/** The private function around a call, where it has one clause with plain parameters. */
function helperOf({ source }: CallContext, { scope }: CallFact): Helper | undefined {
  const { outline, text, locals } = source;
  const blocks = outline.blocks.filter(
    (block) => block.kind === 'function' && outline.scopeAt(block.node.endIndex - 1) === scope,
  );
  const [only] = blocks;
  if (only === undefined || blocks.length !== 1 || !text.startsWith('defp', only.node.startIndex)) return undefined;
  const parameters = parametersOf(only);
  if (parameters === undefined) return undefined;
  const module = outline.moduleAt(only.start);
  const callers = locals.filter(
    ({ name, start }) =>
      name === only.name &&
      outline.moduleAt(start) === module &&
      !isDefinition(text, start) &&
      outline.at(start)?.start !== only.start,
  );
  return { parameters, callers };
}

function parametersOf({ node }: Block): readonly string[] | undefined {
  let head = argumentsOf(node).positional[0];
  // `defp check(a, b) when is_integer(b) do`
  if (head?.type === 'binary_operator') head = head.namedChild(0) ?? undefined;
  if (head?.type !== 'call') return undefined;
  const { positional, keywords } = argumentsOf(head);
  if (keywords.length > 0 || positional.length > MOST_PARAMETERS) return undefined;
  const names = positional.map((one) => (one.type === 'identifier' ? identifierAt(one.text, 0) : ''));
  return names.includes('') ? undefined : names;
}

function substituted(value: Value, parameters: readonly string[], given: readonly Value[]): Value {
  if (value.t !== 'ref') return value;
  return given[parameters.indexOf(value.path)] ?? value;
}
