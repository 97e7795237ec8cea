import type { SyntaxNode } from '../../../syntax/node';
import { table } from '../../table';
import { argumentsOf } from './arguments';
import type { CallContext } from './calls';
import { branchAction, caseAction, isTestedFor } from './env-branches';
import { type Climb, decide, isOpen } from './env-climb';
import { identifierAt, moduleTextAt } from './text-at';

const CASTS = table({
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
});

const OPTIONAL_KEY = /^config[\s(]+:\w+\s*,\s*:dns_cluster_query\s*,/;

/** The read is an argument of a call (or piped into it). */
export function intoCall(
  context: CallContext,
  climb: Climb,
  call: SyntaxNode,
  node: SyntaxNode,
): SyntaxNode | undefined {
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
      climb.asked = true;
      return call;
    case 'is_binary':
    case 'to_string':
      decide(climb, 'compared');
      return call;
    case 'config':
      climb.config = { call, keys: climb.keys };
      // Phoenix starts without a cluster where none is set: its generated application falls back on `:ignore`.
      if (OPTIONAL_KEY.test(source.text.slice(start, start + 80))) decide(climb, 'guarded');
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
  const action = branchAction(context, call, onAbsence, climb.variable?.name);
  if (action !== undefined && action.presence !== 'guarded') decide(climb, action.presence, action.default);
  else decide(climb, climb.variable === undefined ? 'compared' : 'guarded');
  return undefined;
}
