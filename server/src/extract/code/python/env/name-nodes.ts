import type { SyntaxNode } from '../../../../syntax/node';
import type { PythonContext } from '../context';
import { plainString } from '../literals';
import type { Names } from '../names';
import { dottedAt } from '../source';

export interface NameFound {
  readonly node: SyntaxNode;
  readonly name: string;
}

/**
 * The variables that a name expression stands for: a literal or several, a constant of this file, or a loop over
 * literals.
 * Undefined when the name is built at run time.
 */
export function namesOf(
  node: SyntaxNode,
  context: Pick<PythonContext, 'text' | 'names'>,
): readonly NameFound[] | undefined {
  if (node.type === 'string' || node.type === 'concatenated_string') {
    const name = node.type === 'string' ? plainString(node.text) : undefined;
    return name === undefined ? undefined : [{ node, name }];
  }
  if (node.type === 'list' || node.type === 'tuple') return literalsOf(node, context.names);
  if (node.type !== 'identifier') return undefined;
  const name = dottedAt(context.text, node.startIndex);
  const loop = loopOver(node, name);
  if (loop !== undefined) return literalsOf(loop, context.names);
  const constant = context.names.constant(name, node.startIndex);
  const text = constant?.type === 'string' ? plainString(constant.text) : undefined;
  return text === undefined ? undefined : [{ node, name: text }];
}

/** What a `for` around the node takes the name from. */
function loopOver(node: SyntaxNode, name: string): SyntaxNode | undefined {
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
      if (head?.childForFieldName('left')?.text === name) return head.childForFieldName('right') ?? undefined;
    }
  }
  return undefined;
}

function literalsOf(node: SyntaxNode, names: Names): readonly NameFound[] | undefined {
  const list = node.type === 'identifier' ? names.constant(node.text, node.startIndex) : node;
  if (list === undefined || !/^(list|tuple|set)$/.test(list.type)) return undefined;
  const items = list.namedChildren.filter((child): child is SyntaxNode => child !== null && child.type !== 'comment');
  const found = items.flatMap((item) => {
    const literal = item.type === 'identifier' ? names.constant(item.text, item.startIndex) : item;
    const name = literal?.type === 'string' ? plainString(literal.text) : undefined;
    return name === undefined ? [] : [{ node: item, name }];
  });
  return found.length === items.length && found.length > 0 ? found.slice(0, 100) : undefined;
}
