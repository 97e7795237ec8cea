import type { SyntaxNode } from '../../../syntax/node';
import { argumentsOf, namedChildren } from './arguments';
import type { CallContext } from './calls';
import { NAME } from './env-calls';
import { identifierAt } from './text-at';

export interface ListedName {
  readonly name: string;
  readonly place?: SyntaxNode;
}

const VISITS = /^(?:Enum|Stream)\.(?:each|map|flat_map|filter|reject|find|any\?|all\?|into|reduce)\b/;
const MOST = 50;

/** The names that a variable runs through: `for name <- ["A", "B"]`, `Enum.each(["A", "B"], fn name -> ... end)`. */
export function listedNames(context: CallContext, nameNode: SyntaxNode): readonly ListedName[] | undefined {
  if (nameNode.type !== 'identifier') return undefined;
  const name = identifierAt(context.source.text, nameNode.startIndex);
  let node: SyntaxNode = nameNode;
  for (let steps = 0; steps < 40; steps += 1) {
    const around = node.parent;
    if (around === null) return undefined;
    if (around.type === 'call') {
      const head = context.source.text.slice(around.startIndex, around.startIndex + 12);
      if (/^defp?\b/.test(head)) return undefined;
      const list = /^for\b/.test(head) ? generator(around, name) : undefined;
      if (list !== undefined) return namesOf(context, list);
    }
    if (around.type === 'anonymous_function' && takes(around, name)) return visited(context, around);
    node = around;
  }
  return undefined;
}

function generator(call: SyntaxNode, name: string): SyntaxNode | undefined {
  const arrow = argumentsOf(call).positional.find(
    (part) =>
      part.type === 'binary_operator' &&
      part.childForFieldName('operator')?.text === '<-' &&
      part.childForFieldName('left')?.text === name,
  );
  return arrow?.childForFieldName('right') ?? undefined;
}

function takes(closure: SyntaxNode, name: string): boolean {
  const clauses = namedChildren(closure).filter((child) => child.type === 'stab_clause');
  return clauses.length === 1 && clauses[0]?.childForFieldName('left')?.text.replace(/[()\s]/g, '') === name;
}

function visited(context: CallContext, closure: SyntaxNode): readonly ListedName[] | undefined {
  const call = closure.parent?.parent;
  if (call?.type !== 'call' || !VISITS.test(context.source.text.slice(call.startIndex, call.startIndex + 20))) {
    return undefined;
  }
  const list = context.source.pipedInto(call) ?? argumentsOf(call).positional[0];
  return list === undefined ? undefined : namesOf(context, list);
}

function namesOf(context: CallContext, list: SyntaxNode): readonly ListedName[] | undefined {
  const value = context.values.of(list);
  if (value.t !== 'list' || value.items.length === 0) return undefined;
  const places = list.type === 'list' ? namedChildren(list) : [];
  const names = value.items.flatMap((item, index): readonly ListedName[] => {
    const place = places.length === value.items.length ? places[index] : undefined;
    if (item.t !== 'string' || !NAME.test(item.v)) return [];
    return [{ name: item.v, ...(place !== undefined && { place }) }];
  });
  return names.length === value.items.length ? names.slice(0, MOST) : undefined;
}
