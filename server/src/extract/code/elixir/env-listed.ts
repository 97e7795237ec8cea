import type { SyntaxNode } from '../../../syntax/node';
import { argumentsOf, namedChildren, pairsOf, unwrap } from './arguments';
import type { CallContext } from './calls';
import { NAME, nameIn } from './env-calls';
import { identifierAt } from './text-at';

export interface ListedName {
  readonly name: string;
  readonly place?: SyntaxNode;
  /** What the other variables of the same pattern are given together with the name. */
  readonly row?: ReadonlyMap<string, SyntaxNode>;
}

const VISITS =
  /^(?:(?:Enum|Stream)\.(?:each|map|flat_map|filter|reject|find|find_value|any\?|all\?|into|reduce|map_join)|Map\.new|MapSet\.new)\b/;
const MOST = 50;

/** The names that a variable runs through: `for name <- ["A", "B"]`, `Enum.each(["A", "B"], fn name -> ... end)`. */
export function listedNames(context: CallContext, nameNode: SyntaxNode): readonly ListedName[] | undefined {
  const { text } = context.source;
  if (text[nameNode.startIndex] === '&') return capturedList(context, nameNode);
  if (nameNode.type !== 'identifier') return undefined;
  const name = identifierAt(text, nameNode.startIndex);
  let node: SyntaxNode = nameNode;
  for (let steps = 0; steps < 40; steps += 1) {
    const around = node.parent;
    if (around === null) return undefined;
    if (around.type === 'call') {
      const head = text.slice(around.startIndex, around.startIndex + 12);
      if (/^defp?\b/.test(head)) return undefined;
      const arrow = /^for\b/.test(head) ? generator(around, name) : undefined;
      if (arrow !== undefined) return namesOf(context, arrow.list, arrow.pattern, name);
    }
    const pattern = around.type === 'anonymous_function' ? patternOf(around, name) : undefined;
    if (pattern !== undefined) return visited(context, around, pattern, name);
    node = around;
  }
  return undefined;
}

/** `&System.get_env(&1, "d")` over a list. */
function capturedList(context: CallContext, nameNode: SyntaxNode): readonly ListedName[] | undefined {
  if (nameNode.text !== '&1') return undefined;
  let node = nameNode.parent;
  for (let steps = 0; node !== null && steps < 12; steps += 1) {
    const isCapture = node.type === 'unary_operator' && context.source.text[node.startIndex] === '&';
    if (isCapture) return visited(context, node, undefined, '&1');
    node = node.parent;
  }
  return undefined;
}

function generator(
  call: SyntaxNode,
  name: string,
): { readonly list: SyntaxNode; readonly pattern: SyntaxNode } | undefined {
  for (const part of argumentsOf(call).positional) {
    if (part.type !== 'binary_operator' || part.childForFieldName('operator')?.text !== '<-') continue;
    const pattern = part.childForFieldName('left');
    const list = part.childForFieldName('right');
    if (pattern !== null && list !== null && holds(pattern, name)) return { list, pattern };
  }
  return undefined;
}

function holds(pattern: SyntaxNode, name: string): boolean {
  return pattern.type === 'tuple' ? namedChildren(pattern).some((part) => part.text === name) : pattern.text === name;
}

/** The first parameter of a closure with one clause, where the name is it or part of it. */
function patternOf(closure: SyntaxNode, name: string): SyntaxNode | undefined {
  const clauses = namedChildren(closure).filter((child) => child.type === 'stab_clause');
  const left = clauses.length === 1 ? clauses[0]?.childForFieldName('left') : undefined;
  const first = left == null ? undefined : left.type === 'arguments' ? namedChildren(left)[0] : left;
  return first !== undefined && holds(first, name) ? first : undefined;
}

/** What `Enum.map(["A", "B"], closure)` and its like hand to a closure. */
export function itemsGivenTo(context: CallContext, closure: SyntaxNode): readonly ListedName[] | undefined {
  return visited(context, closure, undefined, '');
}

function visited(
  context: CallContext,
  closure: SyntaxNode,
  pattern: SyntaxNode | undefined,
  name: string,
): readonly ListedName[] | undefined {
  const call = closure.parent?.parent;
  if (call?.type !== 'call' || !VISITS.test(context.source.text.slice(call.startIndex, call.startIndex + 20))) {
    return undefined;
  }
  const list = context.source.pipedInto(call) ?? argumentsOf(call).positional[0];
  return list === undefined ? undefined : namesOf(context, list, pattern, name);
}

/** The names of a literal list, also in an attribute or a variable, or of one column of a list of tuples or a map. */
function namesOf(
  context: CallContext,
  list: SyntaxNode,
  pattern: SyntaxNode | undefined,
  name: string,
): readonly ListedName[] | undefined {
  const held = heldIn(context, unwrap(list));
  if (pattern?.type !== 'tuple') return plainNames(context, held);
  const parts = namedChildren(pattern).map((part) => part.text);
  const column = parts.indexOf(name);
  const rows = rowsOf(held);
  const names = rows.flatMap((row): readonly ListedName[] => {
    const cell = row[column];
    const found = cell === undefined ? undefined : nameIn(context, cell);
    if (cell === undefined || found === undefined) return [];
    const given = new Map(parts.flatMap((part, at) => (row[at] === undefined ? [] : [[part, row[at]] as const])));
    return [{ name: found, place: cell, row: given }];
  });
  return names.length === 0 || names.length !== rows.length ? undefined : names.slice(0, MOST);
}

/** What an attribute or a variable holds, or the expression itself. */
export function heldIn(context: CallContext, node: SyntaxNode): SyntaxNode {
  const { source } = context;
  const attribute = node.type === 'unary_operator' ? /^@([a-z_]\w*)$/.exec(node.text)?.[1] : undefined;
  const named = attribute === undefined ? source.variables : source.attributes;
  const wanted = attribute ?? (node.type === 'identifier' ? node.text : undefined);
  if (wanted === undefined) return node;
  const module = source.outline.moduleAt(node.startIndex);
  const found = named.findLast(
    (one) =>
      (attribute === undefined ? identifierAt(source.text, one.start) : one.name) === wanted &&
      one.start < node.startIndex &&
      source.outline.moduleAt(one.start) === module,
  );
  return found?.value ?? node;
}

function rowsOf(held: SyntaxNode): readonly (readonly SyntaxNode[])[] {
  const pairs = pairsOf(held).flatMap(({ node, value }) => {
    const key = node.childForFieldName('key');
    return key === null ? [] : [[key, value]];
  });
  const inside = held.type === 'map' ? namedChildren(held).filter((child) => child.type === 'map_content') : [held];
  const others = inside.flatMap((content) =>
    namedChildren(content).flatMap((child) => {
      if (child.type === 'tuple') return [namedChildren(child)];
      const [left, right] = [child.childForFieldName('left'), child.childForFieldName('right')];
      const isPair = child.type === 'binary_operator' && child.childForFieldName('operator')?.text === '=>';
      return isPair && left !== null && right !== null ? [[left, right]] : [];
    }),
  );
  return [...pairs, ...others];
}

function plainNames(context: CallContext, held: SyntaxNode): readonly ListedName[] | undefined {
  const value = context.values.of(held);
  if (value.t !== 'list' || value.items.length === 0) return undefined;
  const places = held.type === 'list' ? namedChildren(held) : [];
  const names = value.items.flatMap((item, index): readonly ListedName[] => {
    const place = places.length === value.items.length ? places[index] : undefined;
    if (item.t !== 'string' || !NAME.test(item.v)) return [];
    return [{ name: item.v, ...(place !== undefined && { place }) }];
  });
  return names.length === value.items.length ? names.slice(0, MOST) : undefined;
}
