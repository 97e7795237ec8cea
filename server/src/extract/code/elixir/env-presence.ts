import type { Presence } from '../../../model/facts';
import type { Value } from '../../../model/value';
import type { SyntaxNode } from '../../../syntax/node';
import { argumentsOf } from './arguments';
import type { CallContext } from './calls';
import { branchAction, caseAction, isTestedFor, raisesAt } from './env-branches';
import type { EnvCall } from './env-calls';
import { variableReading } from './env-variables';
import { identifierAt, moduleTextAt } from './text-at';

/** What the code around a read says of it. */
export interface Reading {
  readonly presence: Presence;
  readonly default?: Value;
  readonly cast?: string;
  /** The variable or attribute that the value is kept in. */
  readonly variable?: { readonly name: string; readonly index: number };
  /** Keys on the way to the `config` call that holds the read, and that call. */
  readonly config?: { readonly call: SyntaxNode; readonly keys: readonly string[] };
  /** Lines that a comment about it could stand above. */
  readonly lines: readonly number[];
}

interface Climb {
  presence: Presence | undefined;
  default: Value | undefined;
  cast: string | undefined;
  variable: Reading['variable'];
  config: Reading['config'];
  /** The truth that is asked for is absence: `is_nil(x)`, `!x`. */
  negated: boolean;
  /** The value went into something else: nothing further up can ask for its presence. */
  settled: boolean;
  keys: string[];
  lines: number[];
}

const MAX_STEPS = 40;

/** Climbs from a read to the statement around it. */
export function readingOf(context: CallContext, read: EnvCall): Reading {
  const climb: Climb = {
    presence: read.presence,
    default: read.default,
    cast: read.cast,
    variable: undefined,
    config: undefined,
    negated: false,
    settled: false,
    keys: [],
    lines: [read.node.startPosition.row],
  };
  let node = read.node;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const next = climbFrom(context, climb, node);
    if (next === undefined) break;
    node = next;
  }
  if (climb.variable !== undefined && isOpen(climb)) {
    const later = variableReading(context, climb.variable.name, climb.variable.index);
    climb.presence = later?.presence ?? climb.presence;
    climb.default = later?.default ?? climb.default;
  }
  const { presence = 'bare', default: fallback, cast, variable, config, lines } = climb;
  return {
    presence,
    lines,
    ...(presence === 'default' && fallback !== undefined && { default: fallback }),
    ...(cast !== undefined && { cast }),
    ...(variable !== undefined && { variable }),
    ...(config !== undefined && { config }),
  };
}

/** Nothing has decided yet. */
function isOpen(climb: Climb): boolean {
  return climb.presence === undefined && !climb.settled;
}

function decide(climb: Climb, presence: Presence, fallback?: Value): void {
  if (!isOpen(climb)) return;
  climb.presence = presence;
  climb.default = fallback;
}

/** One step up; undefined at the top. */
function climbFrom(context: CallContext, climb: Climb, node: SyntaxNode): SyntaxNode | undefined {
  const parent = node.parent;
  if (parent === null) return undefined;
  switch (parent.type) {
    case 'block':
    case 'string':
      return parent;
    case 'interpolation':
      climb.settled = true;
      return parent;
    case 'unary_operator':
      return climbUnary(context, climb, parent);
    case 'binary_operator':
      return climbBinary(context, climb, parent, node);
    case 'pair':
      return climbPair(context, climb, parent);
    case 'keywords':
    case 'map_content':
    case 'map':
      return parent;
    case 'list':
    case 'tuple':
      climb.settled = true;
      return parent;
    case 'access_call':
      climb.settled = true;
      return parent;
    case 'arguments': {
      const owner = parent.parent;
      if (owner?.type !== 'call') {
        // The left side of a clause in `cond`.
        if (owner?.type === 'stab_clause') decide(climb, 'compared');
        return undefined;
      }
      return intoCall(context, climb, owner, node);
    }
    default:
      return undefined;
  }
}

function climbPair(context: CallContext, climb: Climb, pair: SyntaxNode): SyntaxNode {
  const key = /^"?([^":]+)/.exec(context.source.text.slice(pair.startIndex, pair.startIndex + 80))?.[1]?.trim() ?? '';
  if (key === 'do' || key === 'else') return pair;
  climb.settled = true;
  climb.keys.unshift(key);
  climb.lines.push(pair.startPosition.row);
  return pair;
}

function climbUnary(context: CallContext, climb: Climb, operator: SyntaxNode): SyntaxNode | undefined {
  const start = operator.startIndex;
  if (context.source.text[start] === '!' || context.source.text.startsWith('not', start)) {
    climb.negated = !climb.negated;
    return operator;
  }
  return undefined;
}

function climbBinary(context: CallContext, climb: Climb, parent: SyntaxNode, node: SyntaxNode): SyntaxNode | undefined {
  const operator = parent.childForFieldName('operator')?.text ?? '';
  const left = parent.childForFieldName('left');
  const right = parent.childForFieldName('right');
  const isLeft = left?.id === node.id;
  if (left === null || right === null) return undefined;
  switch (operator) {
    case '||':
    case 'or':
      if (isLeft) orElse(context, climb, right);
      return parent;
    case '&&':
    case 'and':
      if (isLeft && !isCondition(parent)) decide(climb, 'guarded');
      return parent;
    case '|>':
      return isLeft ? intoCall(context, climb, right, node) && parent : parent;
    case '=':
      if (isLeft) return undefined;
      if (left.type === 'identifier') {
        climb.variable = { name: identifierAt(context.source.text, left.startIndex), index: parent.startIndex };
      } else if (
        climb.presence === 'guarded' &&
        /^\{:ok\b/.test(context.source.text.slice(left.startIndex, left.startIndex + 5))
      ) {
        climb.presence = 'raises';
      }
      climb.lines.push(parent.startPosition.row);
      return parent;
    case '<-':
      decide(climb, 'guarded');
      return undefined;
    case '==':
    case '===':
    case '!=':
    case '!==':
    case 'in':
    case 'not in':
    case '=~':
      compare(climb, operator, isLeft ? right : left);
      return parent;
    default:
      climb.settled = true;
      return parent;
  }
}

/** What stands on the right of `||` is the default, or raises. */
function orElse(context: CallContext, climb: Climb, right: SyntaxNode): void {
  if (raisesAt(context.source.text, right.startIndex)) {
    decide(climb, 'raises');
    return;
  }
  const value = context.values.of(right);
  if (value.t === 'null') return;
  // A first `||` names another source; the literal of a later one is the default of both.
  if (climb.presence === 'default' && climb.default === undefined && !climb.settled) climb.default = literal(value);
  decide(climb, 'default', literal(value) ?? (value.t === 'ref' ? value : undefined));
}

function literal(value: Value): Value | undefined {
  return value.t === 'env' || value.t === 'ref' || value.t === 'call' || value.t === 'other' ? undefined : value;
}

/** `== "true"` and `in ~w(true 1)` ask for a truth; `== nil` asks for absence. */
function compare(climb: Climb, operator: string, other: SyntaxNode): void {
  const text = other.text;
  if (text === 'nil') {
    if (operator.startsWith('=')) climb.negated = !climb.negated;
    return;
  }
  if (climb.cast === undefined && /^["'~[(]*[wWs]?[(["' ]*(true|false|1|0|yes|on)\b/i.test(text)) climb.cast = 'bool';
  decide(climb, 'compared');
  // Whatever follows asks for the comparison's result.
  climb.settled = true;
}

function isCondition(node: SyntaxNode): boolean {
  const owner = node.parent?.type === 'arguments' ? node.parent.parent : null;
  return owner?.type === 'call' && /^(if|unless)\b/.test(owner.text.slice(0, 7));
}

const CASTS: Readonly<Record<string, string>> = {
  'String.to_integer': 'int',
  'String.to_float': 'float',
  'String.to_atom': 'atom',
  'String.to_existing_atom': 'atom',
  'String.split': 'list',
  'Integer.parse': 'int',
  'Float.parse': 'float',
  'URI.parse': 'url',
  'Jason.decode!': 'json',
  'Jason.decode': 'json',
  'Base.decode64!': 'base64',
};

/** The read is an argument of a call (or piped into it). */
function intoCall(context: CallContext, climb: Climb, call: SyntaxNode, node: SyntaxNode): SyntaxNode | undefined {
  const { source } = context;
  const start = call.startIndex;
  const target = call.childForFieldName('target');
  if (target?.type !== 'identifier') {
    const written = moduleTextAt(source.text, start);
    const name = target?.childForFieldName('right')?.text ?? '';
    const callee = `${source.names.resolve(written, start)}.${name}`;
    const cast = CASTS[callee];
    if (cast !== undefined) climb.cast ??= cast;
    else if (callee !== 'String.trim' && callee !== 'String.downcase') climb.settled = true;
    if (callee === 'Application.put_env') climb.config = { call, keys: [] };
    return call;
  }
  const name = identifierAt(source.text, start);
  switch (name) {
    case 'if':
    case 'unless':
      return intoCondition(context, climb, call, node, name);
    case 'case': {
      if (!isOpen(climb) && climb.presence !== 'guarded') return call;
      const action = caseAction(context, call);
      climb.presence = action.presence;
      climb.default = action.default;
      return call;
    }
    case 'is_nil':
      climb.negated = !climb.negated;
      return call;
    case 'is_binary':
    case 'to_string':
      decide(climb, 'compared');
      return call;
    case 'config':
      climb.config = { call, keys: climb.keys };
      return undefined;
    case 'def':
    case 'defp':
    case 'raise':
    case 'for':
    case 'with':
      return undefined;
    default:
      // A helper with a clause of its own for nil asks for the presence itself.
      if (isTestedFor(source.text, name)) decide(climb, 'guarded');
      climb.settled = true;
      return call;
  }
}

function intoCondition(
  context: CallContext,
  climb: Climb,
  call: SyntaxNode,
  node: SyntaxNode,
  name: string,
): SyntaxNode | undefined {
  const condition = argumentsOf(call).positional[0];
  // Not the condition but a branch: its value is the value of the whole.
  if (condition?.id !== node.id) return node.type === 'keywords' ? call : undefined;
  climb.lines.push(call.startPosition.row);
  const onAbsence = (name === 'if') === climb.negated ? 'do' : 'else';
  if (isOpen(climb) && branchAction(context, call, onAbsence) === 'raises') climb.presence = 'raises';
  else decide(climb, climb.variable === undefined ? 'compared' : 'guarded');
  return undefined;
}
