import type { SyntaxNode } from '../../../../syntax/node';
import { exitOf } from './exits';

const LITERALS = new Set(['string', 'template_string', 'number', 'true', 'false', 'array', 'object']);

/** A value that stands as it is, other than one that means that there is none. */
export function isLiteral(node: SyntaxNode): boolean {
  return LITERALS.has(node.type) && !/^(undefined|null|\{\}|\[\])$/.test(node.text);
}

/** A fallback that is no value: `|| fail("...")`, `?? (() => { throw ... })()`. */
export function raisesError(node: SyntaxNode): boolean {
  if (node.type !== 'call_expression') return false;
  const callee = node.childForFieldName('function');
  if (callee === null) return false;
  if (
    /^(?:(?:throw|raise|fail|panic|missing|never|die|required)|(?:assert\.fail|process\.exit|Deno\.exit)$)/i.test(
      callee.text,
    )
  )
    return true;
  return callee.type === 'parenthesized_expression' && exitOf(callee) === 'raises';
}
