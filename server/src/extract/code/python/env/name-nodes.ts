import type { SyntaxNode } from '../../../../syntax/node';
import type { PythonContext } from '../context';
import type { Names } from '../names';
import { dottedAt } from '../source';
import { constantNode, constantText } from './constant-name';

export interface NameFound {
  readonly node: SyntaxNode;
  readonly name: string;
  /** What the other variables of the same loop are given together with the name. */
  readonly row?: ReadonlyMap<string, SyntaxNode>;
}

const MOST_NAMES = 100;
const DEEPEST = 5;

/**
 * The variables that a name expression stands for: a literal or several, a constant of this file, what is put together
 * of such, or a loop over literals. Undefined when the name is built at run time.
 */
export function namesOf(
  node: SyntaxNode,
  context: Pick<PythonContext, 'text' | 'names'>,
): readonly NameFound[] | undefined {
  if (node.type === 'list' || node.type === 'tuple') return itemsOf(node, context.names)?.found;
  if (node.type === 'identifier') {
    const loop = loopOver(node, dottedAt(context.text, node.startIndex));
    if (loop !== undefined) return loopNames(loop, context.names);
  }
  const name = constantText(node, context.names);
  return name === undefined ? undefined : [{ node, name }];
}

/** The names that a list of literals, or a constant that is one, holds. */
export function listedNames(list: SyntaxNode, names: Names): readonly NameFound[] | undefined {
  return itemsOf(list, names)?.found;
}

interface Loop {
  /** The name, or the pattern that it is part of. */
  readonly target: SyntaxNode;
  readonly name: string;
  readonly over: SyntaxNode;
}

/** What a `for` around the node takes the name from. */
export function loopOver(node: SyntaxNode, name: string): Loop | undefined {
  let current = node.parent;
  for (let i = 0; current !== null && i < 30; i++, current = current.parent) {
    if (current.type === 'function_definition' || current.type === 'module') return undefined;
    const heads =
      current.type === 'for_statement'
        ? [current]
        : /_comprehension$|^generator_expression$/.test(current.type)
          ? current.namedChildren.filter((child) => child?.type === 'for_in_clause')
          : [];
    for (const head of heads) {
      const target = head?.childForFieldName('left');
      const over = head?.childForFieldName('right');
      if (target == null || over == null) continue;
      if (new RegExp(`(?<!\\w)${name}(?!\\w)`).test(target.text)) return { target, name, over };
    }
  }
  return undefined;
}

function loopNames({ target, name, over }: Loop, names: Names): readonly NameFound[] | undefined {
  if (target.type === 'identifier') return itemsOf(over, names)?.found;
  const parts = target.namedChildren.filter((child): child is SyntaxNode => child !== null);
  const index = parts.findIndex((part) => part.text === name);
  if (index === -1) return undefined;
  const counted = /^enumerate\(/.test(over.text.slice(0, 10));
  if (counted) return index === 1 ? itemsOf(firstArgument(over), names)?.found : undefined;
  const rows = rowsOf(over, names);
  const found = rows?.flatMap((row) => {
    const node = row[index];
    const text = node === undefined ? undefined : constantText(node, names);
    const given = new Map(parts.map((part, at) => [part.text, row[at]]).filter(isGiven));
    return node === undefined || text === undefined ? [] : [{ node, name: text, row: given }];
  });
  return found === undefined || found.length === 0 || found.length !== rows?.length
    ? undefined
    : found.slice(0, MOST_NAMES);
}

function isGiven(entry: readonly (string | SyntaxNode | undefined)[]): entry is [string, SyntaxNode] {
  return entry[1] !== undefined;
}

/** The rows of `[("A", "1"), ("B", "2")]` or of `{"A": "1"}.items()`. */
function rowsOf(over: SyntaxNode, names: Names): readonly (readonly SyntaxNode[])[] | undefined {
  if (over.type === 'call') {
    const callee = over.childForFieldName('function');
    const object = callee?.type === 'attribute' ? callee.childForFieldName('object') : null;
    if (object === null || callee?.childForFieldName('attribute')?.text !== 'items') return undefined;
    const dictionary = object.type === 'dictionary' ? object : constantNode(object, names);
    return dictionary?.type === 'dictionary' ? pairsOf(dictionary) : undefined;
  }
  const list = /^(list|tuple|set)$/.test(over.type) ? over : constantNode(over, names);
  if (list === undefined || !/^(list|tuple|set)$/.test(list.type)) return undefined;
  return childrenOf(list).map((row) => (/^(tuple|list)$/.test(row.type) ? childrenOf(row) : []));
}

function pairsOf(dictionary: SyntaxNode): readonly (readonly SyntaxNode[])[] {
  return childrenOf(dictionary).map((pair) => {
    const key = pair.type === 'pair' ? pair.childForFieldName('key') : null;
    const value = pair.type === 'pair' ? pair.childForFieldName('value') : null;
    return key === null || value === null ? [] : [key, value];
  });
}

/** The names in a list, a dictionary's keys, or what is made of them; undefined where one is not known. */
function itemsOf(
  node: SyntaxNode | undefined,
  names: Names,
  depth = 0,
): { readonly found: readonly NameFound[] } | undefined {
  if (node === undefined || depth > DEEPEST) return undefined;
  switch (node.type) {
    case 'list':
    case 'tuple':
    case 'set':
      return joined(childrenOf(node).map((item) => itemOf(item, names, depth)));
    case 'dictionary':
      return joined(pairsOf(node).map(([key]) => itemOf(key, names, depth)));
    case 'parenthesized_expression':
      return itemsOf(node.namedChild(0) ?? undefined, names, depth + 1);
    case 'binary_operator':
      return joined([
        itemsOf(node.childForFieldName('left') ?? undefined, names, depth + 1),
        itemsOf(node.childForFieldName('right') ?? undefined, names, depth + 1),
      ]);
    case 'call':
      return itemsOfCall(node, names, depth);
    case 'identifier':
    case 'attribute':
      return itemsOf(constantNode(node, names), names, depth + 1);
    default:
      return undefined;
  }
}

/** `sorted(NAMES)`, `NAMES.keys()`, `"A B".split()`. */
function itemsOfCall(call: SyntaxNode, names: Names, depth: number): ReturnType<typeof itemsOf> {
  const callee = call.childForFieldName('function');
  if (callee === null) return undefined;
  if (/^(sorted|list|tuple|set|frozenset|reversed|iter)$/.test(callee.text)) {
    return itemsOf(firstArgument(call), names, depth + 1);
  }
  const object = callee.type === 'attribute' ? callee.childForFieldName('object') : null;
  const method = callee.childForFieldName('attribute')?.text;
  if (object === null) return undefined;
  if (method === 'keys') return itemsOf(object, names, depth + 1);
  const words = method === 'split' && firstArgument(call) === undefined ? constantText(object, names) : undefined;
  const found = words?.split(/\s+/).filter((word) => word !== '');
  return found === undefined || found.length === 0
    ? undefined
    : { found: found.map((name) => ({ node: object, name })) };
}

function itemOf(item: SyntaxNode | undefined, names: Names, depth: number): ReturnType<typeof itemsOf> {
  if (item === undefined) return undefined;
  if (item.type === 'list_splat') return itemsOf(item.namedChild(0) ?? undefined, names, depth + 1);
  const name = constantText(item, names);
  return name === undefined ? undefined : { found: [{ node: item, name }] };
}

function joined(parts: readonly ReturnType<typeof itemsOf>[]): ReturnType<typeof itemsOf> {
  const found = parts.flatMap((part) => part?.found ?? []);
  return found.length === 0 || parts.includes(undefined) ? undefined : { found: found.slice(0, MOST_NAMES) };
}

function firstArgument(call: SyntaxNode): SyntaxNode | undefined {
  return call.childForFieldName('arguments')?.namedChild(0) ?? undefined;
}

function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  return node.namedChildren.filter((child): child is SyntaxNode => child !== null && child.type !== 'comment');
}
