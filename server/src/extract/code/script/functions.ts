import type { SyntaxNode } from '../../../syntax/node';
import { madeOnceBy } from '../of-node';
import { codeChildren } from './unwrap';

const STATEMENTS = new Set(['if_statement', 'else_clause', 'statement_block', 'try_statement', 'switch_statement']);

/** The return statements of a body, those of inner functions left out. */
export function returnsOf(body: SyntaxNode): readonly SyntaxNode[] {
  return returnsBelow(body, 0);
}

const returnsBelow = madeOnceBy(returnsIn);

function returnsIn(body: SyntaxNode, depth: number): readonly SyntaxNode[] {
  if (depth > 4) return [];
  return codeChildren(body).flatMap((child) => {
    const { type } = child;
    if (type === 'return_statement') return [child];
    return STATEMENTS.has(type) ? returnsIn(child, depth + 1) : [];
  });
}

const FUNCTIONS = new Set(['arrow_function', 'function_expression', 'function_declaration', 'method_definition']);

export function isFunction(node: SyntaxNode): boolean {
  return FUNCTIONS.has(node.type);
}
