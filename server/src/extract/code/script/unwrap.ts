import type { SyntaxNode } from '../../../syntax/node';
import { madeOnceBy } from '../of-node';

/** Around an expression without changing what it is: parentheses, casts, `!`, `await`. */
export const WRAPPERS: ReadonlySet<string> = new Set([
  'parenthesized_expression',
  'as_expression',
  'satisfies_expression',
  'non_null_expression',
  'await_expression',
]);

/** The expression inside parentheses, casts, `!` and `await`. */
export function unwrap(node: SyntaxNode): SyntaxNode {
  let inner = node;
  for (let steps = 0; steps < 12; steps += 1) {
    const { type } = inner;
    let next: SyntaxNode | null = null;
    if (WRAPPERS.has(type)) next = inner.namedChild(0);
    else if (type === 'type_assertion') next = inner.namedChild(1);
    else return inner;
    if (next === null) return inner;
    inner = next;
  }
  return inner;
}

/** The children that are code: comments left out. */
export function codeChildren(node: SyntaxNode): readonly SyntaxNode[] {
  return codeBelow(node, undefined);
}

function isCode(child: SyntaxNode | null): child is SyntaxNode {
  return child !== null && child.type !== 'comment';
}

const codeBelow = madeOnceBy((node: SyntaxNode, _: undefined): readonly SyntaxNode[] => {
  const children = node.namedChildren;
  return children.every(isCode) ? children : children.filter(isCode);
});

const QUOTED = /^(['"`])((?:(?!\1)[^\\\n$])*)\1$/;

/** The text of a plain string literal, or of a template without holes. */
export function stringOf(node: SyntaxNode | null | undefined): string | undefined {
  if (node === null || node === undefined) return undefined;
  const { text } = node;
  const plain = QUOTED.exec(text)?.[2];
  if (plain !== undefined) return plain;
  if (!/^['"`]/.test(text)) return undefined;
  if (text[0] === '`' && text.includes('${')) return undefined;
  const { type } = node;
  if (type !== 'string' && type !== 'template_string') return undefined;
  return unescaped(text.slice(1, -1));
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0', '\n': '' };

/** A literal's text with its simple escapes undone. */
export function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\s\S]))/g, (...groups) => {
    const [, long, short, byte, other] = groups.map((group: unknown) =>
      typeof group === 'string' ? group : undefined,
    );
    const code = long ?? short ?? byte;
    if (code !== undefined) return codePoint(Number.parseInt(code, 16));
    return ESCAPES[other ?? ''] ?? other ?? '';
  });
}

function codePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
