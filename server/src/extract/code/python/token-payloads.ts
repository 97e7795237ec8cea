import type { Keywords, Value } from '../../../model/value';
import type { SyntaxNode } from '../../../syntax/node';
import { readArguments } from './arguments';
import type { PythonContext } from './context';
import type { CallSite } from './source';

const SIGNS = /^(?:jwt|jose|joserfc|authlib)\b.*\.encode$/;
const NAME = /^[A-Za-z_]\w*$/;

interface Given {
  readonly args: readonly Value[];
  readonly keywords: Keywords;
}

/**
 * The claims of a token that is signed: `payload = {...}; jwt.encode(payload, key)` names a variable of the function,
 * which no other file can follow, so it is followed here.
 */
export function withClaims(context: PythonContext, callee: string, site: CallSite, given: Given): Given {
  if (!SIGNS.test(callee)) return given;
  const nodes = readArguments(site.args, context.text).positional;
  return {
    ...given,
    args: given.args.map((value, index) => {
      const node = nodes[index];
      return node === undefined || index > 1 ? value : claimsOf(context, node, value);
    }),
  };
}

function claimsOf(context: PythonContext, node: SyntaxNode, value: Value): Value {
  if (value.t === 'map') return { t: 'map', entries: followed(context, node, value.entries) };
  if (value.t !== 'ref' || node.type !== 'identifier') return value;
  const name = node.text;
  const made = context.names.constant(name, node.startIndex);
  if (made === undefined) return value;
  const first = context.values.of(made);
  const start = first.t === 'map' ? first.entries : undefined;
  const later = updates(context, name, node.startIndex);
  if (start === undefined && later === undefined) return value;
  return { t: 'map', entries: followed(context, node, { ...start, ...later }) };
}

/** `claims.update({"exp": expires})` in the same function, before the token is signed. */
function updates(context: PythonContext, name: string, before: number): Keywords | undefined {
  const { source, names, values, text } = context;
  const scope = names.scopes.at(before);
  const entries = source.calls.flatMap((site) => {
    const start = site.node.startIndex;
    if (start >= before || site.text !== `${name}.update` || names.scopes.at(start) !== scope) return [];
    const { positional, keywords } = readArguments(site.args, text);
    const first = positional[0] === undefined ? undefined : values.of(positional[0]);
    return [
      ...(first?.t === 'map' ? Object.entries(first.entries) : []),
      ...[...keywords].map(([key, node]) => [key, values.of(node, key)] as const),
    ];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** The moment at which it ends, where that is a variable that is given one value. */
function followed({ names, values }: PythonContext, node: SyntaxNode, entries: Keywords): Keywords {
  const end = entries['exp'];
  if (end?.t !== 'ref' || !NAME.test(end.path)) return entries;
  const made = names.constant(end.path, node.startIndex);
  const value = made === undefined ? undefined : values.of(made);
  return value === undefined || value.t === 'other' ? entries : { ...entries, exp: value };
}
