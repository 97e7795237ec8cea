import type { Value } from '../../../model/value';
import type { SyntaxNode } from '../../../syntax/node';
import { namedChildren } from './arguments';
import { dedent, joined, OTHER, stringValue, unescaped } from './literals';

/** A string, a charlist or a heredoc: its pieces in order, values in its holes. */
export function stringOf(node: SyntaxNode, text: string, of: (inner: SyntaxNode) => Value): Value {
  const children = namedChildren(node).filter((child) => !child.type.startsWith('sigil_'));
  const heredoc = text.startsWith('"""', node.startIndex);
  const parts = children.map((child): Value => {
    if (child.type === 'quoted_content') return { t: 'string', v: child.text };
    if (child.type === 'escape_sequence') return { t: 'string', v: unescaped(child.text) };
    const inner = child.type === 'interpolation' ? namedChildren(child)[0] : undefined;
    return inner === undefined ? OTHER : of(inner);
  });
  const value = joined(parts);
  return heredoc && value.t === 'string' ? stringValue(dedent(value.v)) : value;
}

/** `~w(a b)` is a list, `~s(...)` and `~c(...)` are texts; templates, dates and patterns are not followed. */
export function sigilOf(node: SyntaxNode, text: string, of: (inner: SyntaxNode) => Value): Value {
  const children = namedChildren(node);
  const name = children.find((child) => child.type === 'sigil_name')?.text ?? '';
  if (!/^[wWsScC]$/.test(name)) return OTHER;
  const content = children.find((child) => child.type === 'quoted_content')?.text ?? '';
  if (!/^[wW]$/.test(name)) return stringOf(node, text, of);
  const atoms = children.find((child) => child.type === 'sigil_modifiers')?.text === 'a';
  const words = content.split(/\s+/).filter((word) => word !== '');
  return {
    t: 'list',
    items: words.map((word) => (atoms ? { t: 'ref', path: `:${word}` } : stringValue(word))),
  };
}
