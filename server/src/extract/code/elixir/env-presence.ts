import type { Value } from '../../../model/value';
import type { SyntaxNode } from '../../../syntax/node';
import type { CallContext } from './calls';
import { raisesAt } from './env-branches';
import type { EnvCall } from './env-calls';
import { type Climb, decide, isOpen, type Reading } from './env-climb';
import { isAskedFirst } from './env-conditions';
import { intoCall } from './env-into-call';
import { variableReading } from './env-variables';
import { identifierAt } from './text-at';

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
    asked: false,
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
  if (climb.asked) decide(climb, 'compared');
  // What is only read where another variable asks for it is no requirement of its own.
  if (climb.presence === undefined && isAskedFirst(context, read.node.startIndex)) climb.presence = 'guarded';
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

/** One step up; undefined at the top. */
function climbFrom(context: CallContext, climb: Climb, node: SyntaxNode): SyntaxNode | undefined {
  const parent = node.parent;
  if (parent === null) return undefined;
  switch (parent.type) {
    case 'block':
    case 'string':
      return parent;
    case 'interpolation':
      // A hole takes nil for an empty text; the generated test configuration counts on it.
      if (context.source.role === 'test') decide(climb, 'compared');
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
    climb.asked = true;
    return operator;
  }
  return undefined;
}

const COMPARES = new Set(['==', '===', '!=', '!==', 'in', 'not in', '=~']);
const ENVIRONMENT = /\benv\(\)|_env\(\)/;

function climbBinary(context: CallContext, climb: Climb, parent: SyntaxNode, node: SyntaxNode): SyntaxNode | undefined {
  const operator = parent.childForFieldName('operator')?.text ?? '';
  const left = parent.childForFieldName('left');
  const right = parent.childForFieldName('right');
  const isLeft = left?.id === node.id;
  if (left === null || right === null) return undefined;
  switch (operator) {
    case 'or':
      return parent;
    case '||':
      // `!a || !b` joins questions, not values.
      if (isLeft && !climb.negated) orElse(context, climb, right);
      return parent;
    case '&&':
    case 'and':
      climbAnd(climb, isLeft ? right : left, isLeft);
      return parent;
    case '|>':
      return isLeft ? intoCall(context, climb, right, node) && parent : parent;
    case '=':
      if (isLeft) return undefined;
      climbAssignment(context, climb, parent, left);
      return parent;
    case '<-':
      decide(climb, 'guarded');
      return undefined;
    default:
      if (COMPARES.has(operator)) compare(climb, operator, isLeft ? right : left);
      else climb.settled = true;
      return parent;
  }
}

/**
 * Of several that are all absent, each alone may be; what stands on the right is only reached where the left holds. An
 * environment on the other side changes neither.
 */
function climbAnd(climb: Climb, other: SyntaxNode, isLeft: boolean): void {
  const text = other.text;
  if (isLeft || climb.negated ? !ENVIRONMENT.test(text) : /\.(get_env|fetch_env)\(/.test(text))
    decide(climb, 'guarded');
}

function climbAssignment(context: CallContext, climb: Climb, assignment: SyntaxNode, left: SyntaxNode): void {
  const start = left.startIndex;
  climb.lines.push(assignment.startPosition.row);
  if (left.type === 'identifier') {
    climb.variable = { name: identifierAt(context.source.text, start), index: assignment.startIndex };
  } else if (climb.presence === 'guarded' && context.source.text.startsWith('{:ok', start)) {
    // `{:ok, url} = System.fetch_env("URL")` fails to match.
    climb.presence = 'raises';
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
  if (text === 'nil' || text === '""' || /^\[[^\]]*\bnil\b/.test(text)) {
    climb.asked = true;
    if (operator.startsWith('=') || operator === 'in') climb.negated = !climb.negated;
    return;
  }
  if (climb.cast === undefined && /^["'~[(]*[wWs]?[(["' ]*(true|false|1|0|yes|on)\b/i.test(text)) climb.cast = 'bool';
  decide(climb, 'compared');
  // Whatever follows asks for the comparison's result.
  climb.settled = true;
}
