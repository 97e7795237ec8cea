import type { SyntaxNode } from '../../../../syntax/node';
import { plainString } from '../literals';
import type { Names } from '../names';
import { enclosing } from '../scope-tree';
import { dottedAt } from '../source';

const DEEPEST = 6;

/**
 * The text that an expression always has: a literal, a constant of this file or of one of its classes, and what is put
 * together of these. `holes` are names whose text is known from elsewhere. Undefined where it depends on the run.
 */
export function constantText(
  node: SyntaxNode,
  names: Names,
  holes: ReadonlyMap<string, string> = new Map(),
  depth = 0,
): string | undefined {
  if (depth > DEEPEST) return undefined;
  const inside = (inner: SyntaxNode | null): string | undefined =>
    inner === null ? undefined : constantText(inner, names, holes, depth + 1);
  switch (node.type) {
    case 'string':
      return plainString(node.text) ?? formatted(node, inside);
    case 'concatenated_string':
      return joined(node.namedChildren.filter((child) => child?.type === 'string').map(inside));
    case 'parenthesized_expression':
      return inside(node.namedChild(0));
    case 'binary_operator':
      return operated(node, inside);
    case 'call':
      return called(node, inside);
    case 'identifier': {
      const hole = holes.get(node.text);
      return hole ?? inside(constantNode(node, names) ?? null);
    }
    case 'attribute':
    case 'subscript':
      return inside(constantNode(node, names) ?? null);
    default:
      return undefined;
  }
}

/** The expression that a name, a member of a class (or enumeration), or a key of a dictionary of this file is given once. */
export function constantNode(node: SyntaxNode, names: Names): SyntaxNode | undefined {
  if (node.type === 'identifier') return names.constant(dottedAt(node.text, 0), node.startIndex);
  if (node.type === 'subscript') {
    const value = node.childForFieldName('value');
    const dictionary = value === null ? undefined : constantNode(value, names);
    const key = node.childForFieldName('subscript');
    const wanted = key === null ? undefined : plainString(key.text);
    return dictionary?.type !== 'dictionary' || wanted === undefined ? undefined : valueAt(dictionary, wanted);
  }
  if (node.type !== 'attribute') return undefined;
  const object = node.childForFieldName('object');
  const member = node.childForFieldName('attribute')?.text ?? '';
  if (object === null) return undefined;
  // `EnvKeys.DB.value` of an enumeration.
  if (member === 'value' && object.type === 'attribute') return constantNode(object, names);
  if (object.type !== 'identifier') return undefined;
  const owner = /^(self|cls)$/.test(object.text)
    ? enclosing(names.scopes.at(node.startIndex), 'class')
    : classNamed(object, names);
  const bindings = names.members(owner, member);
  const [binding] = bindings;
  if (bindings.length !== 1 || binding?.kind !== 'value' || binding.node.type !== 'assignment') return undefined;
  return binding.node.childForFieldName('right') ?? undefined;
}

function classNamed(name: SyntaxNode, names: Names): ReturnType<typeof enclosing> {
  const [binding] = names.lookup(name.text, name.startIndex);
  return binding?.kind === 'class' ? binding.scope : undefined;
}

function valueAt(dictionary: SyntaxNode, key: string): SyntaxNode | undefined {
  for (const pair of dictionary.namedChildren) {
    if (pair?.type !== 'pair') continue;
    const written = pair.childForFieldName('key');
    if (written !== null && plainString(written.text) === key) return pair.childForFieldName('value') ?? undefined;
  }
  return undefined;
}

type Inside = (node: SyntaxNode | null) => string | undefined;

function joined(parts: readonly (string | undefined)[]): string | undefined {
  return parts.length === 0 || parts.includes(undefined) ? undefined : parts.join('');
}

/** `f"{PREFIX}_KEY"`, with no format or conversion. */
function formatted(node: SyntaxNode, inside: Inside): string | undefined {
  return joined(
    node.namedChildren.flatMap((child): readonly (string | undefined)[] => {
      if (child === null || /^string_(start|end)$/.test(child.type)) return [];
      if (child.type === 'string_content') return [child.text.includes('\\') ? undefined : child.text];
      return [child.type === 'interpolation' && child.namedChildCount === 1 ? inside(child.namedChild(0)) : undefined];
    }),
  );
}

/** `PREFIX + "_KEY"`, `"%s_KEY" % PREFIX`. */
function operated(node: SyntaxNode, inside: Inside): string | undefined {
  const left = inside(node.childForFieldName('left'));
  const right = inside(node.childForFieldName('right'));
  if (left === undefined || right === undefined) return undefined;
  const operator = node.childForFieldName('operator')?.type;
  if (operator === '+') return left + right;
  return operator === '%' && left.split('%').length === 2 && left.includes('%s')
    ? left.replace('%s', () => right)
    : undefined;
}

/** `"{}_KEY".format(PREFIX)`, `NAME.upper()`, `"_".join(["A", "B"])`. */
function called(node: SyntaxNode, inside: Inside): string | undefined {
  const callee = node.childForFieldName('function');
  if (callee?.type === 'identifier' && callee.text === 'str') {
    return inside(node.childForFieldName('arguments')?.namedChild(0) ?? null);
  }
  if (callee?.type !== 'attribute') return undefined;
  const object = callee.childForFieldName('object');
  const method = callee.childForFieldName('attribute')?.text;
  const text = inside(object);
  if (text === undefined) return undefined;
  const given = (node.childForFieldName('arguments')?.namedChildren ?? []).filter((child) => child !== null);
  if (method === 'upper' && given.length === 0) return text.toUpperCase();
  if (method === 'lower' && given.length === 0) return text.toLowerCase();
  if (method === 'strip' && given.length === 0) return text.trim();
  if (method === 'join' && given[0] !== undefined && /^(list|tuple)$/.test(given[0].type)) {
    const parts = given[0].namedChildren.map(inside);
    return joined(parts) === undefined ? undefined : parts.join(text);
  }
  if (method !== 'format' || given.length !== 1 || text.split('{}').length !== 2) return undefined;
  const filled = inside(given[0] ?? null);
  return filled === undefined ? undefined : text.replace('{}', () => filled);
}
