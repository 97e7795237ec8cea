import type { Value } from '../../../model/value';
import type { SyntaxNode } from '../../../syntax/node';
import { redactText } from '../../redact';

const MOST_ARGUMENTS = 20;
const LONGEST_TEXT = 2000;

/** The text of a literal without its quotes; undefined for what is no plain text. Escapes stay as written. */
export function literalText(node: SyntaxNode): string | undefined {
  if (node.endIndex - node.startIndex > LONGEST_TEXT) return undefined;
  const { text } = node;
  const quoted = /^("""|'''|["'`])([\s\S]*)\1$/.exec(text);
  if (quoted !== null) return quoted[2] ?? '';
  return /^["'`]|["'`]$/.test(text) ? undefined : text;
}

/** The arguments between the parentheses, as far as they are literals. */
export function argumentsOf(node: SyntaxNode | undefined): readonly Value[] {
  if (node === undefined) return [];
  return node.namedChildren.slice(0, MOST_ARGUMENTS).flatMap((child) => (child === null ? [] : [literalValue(child)]));
}

export function literalValue(node: SyntaxNode): Value {
  if (node.endIndex - node.startIndex > LONGEST_TEXT) return { t: 'other' };
  const { text } = node;
  if (/^["'`]/.test(text)) {
    const literal = literalText(node);
    return literal === undefined ? { t: 'other' } : { t: 'string', v: redactText(literal) };
  }
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return { t: 'number', v: Number(text) };
  if (/^(?:true|false)$/i.test(text)) return { t: 'bool', v: text.toLowerCase() === 'true' };
  return /^(?:nil|null|none)$/i.test(text) ? { t: 'null' } : { t: 'other' };
}
