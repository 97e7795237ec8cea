import type { Presence } from '../../../model/facts';
import type { Value } from '../../../model/value';
import type { SyntaxNode } from '../../../syntax/node';
import { argumentsOf, namedChildren } from './arguments';
import type { CallContext } from './calls';
import { wordsAt } from './text-at';

const RAISES =
  /[(\s]*(?:(?:raise|throw|exit|reraise)\b|System\.(?:halt|stop)\b|Mix\.raise\b|(?:raise|fail|abort|halt|die|missing)[a-z_]*!?\s*\()/y;
const RAISES_WITHIN = /\b(?:raise|throw|reraise)\b|\b(?:System\.(?:halt|stop)|Mix\.raise)\b/;

/** Whether the expression at this place stops the program. */
export function raisesAt(text: string, index: number): boolean {
  return wordsAt(RAISES, text, index) !== undefined;
}

/** What a branch of `if` or `unless` does; undefined where there is no such branch. */
export function branchAction(
  context: CallContext,
  call: SyntaxNode,
  branch: 'do' | 'else',
): 'raises' | 'goes on' | undefined {
  const { keywords, block } = argumentsOf(call);
  const short = keywords.find((pair) => pair.key === branch)?.value;
  if (short !== undefined) return raisesAt(context.source.text, short.startIndex) ? 'raises' : 'goes on';
  if (block === undefined) return undefined;
  const otherwise = namedChildren(block).find((child) => child.type === 'else_block');
  const [from, to] =
    branch === 'else'
      ? [otherwise?.startIndex ?? 0, otherwise?.endIndex ?? 0]
      : [block.startIndex, otherwise?.startIndex ?? block.endIndex];
  if (from === to) return undefined;
  return RAISES_WITHIN.test(withoutComments(context.source.text.slice(from, to))) ? 'raises' : 'goes on';
}

/** `case System.get_env("X") do nil -> ...`: what happens when there is none. */
export function caseAction(
  context: CallContext,
  call: SyntaxNode,
): { readonly presence: Presence; readonly default: Value | undefined } {
  const block = argumentsOf(call).block;
  const clauses = block === undefined ? [] : namedChildren(block).filter((child) => child.type === 'stab_clause');
  const absent =
    clauses.find((clause) => /^(nil|:error|false)\b/.test(leftText(clause))) ??
    clauses.find((clause) => /^_/.test(leftText(clause)));
  const right = absent?.childForFieldName('right');
  if (right === null || right === undefined) return { presence: 'guarded', default: undefined };
  if (RAISES_WITHIN.test(withoutComments(right.text))) return { presence: 'raises', default: undefined };
  const children = namedChildren(right);
  const only = children.length === 1 ? children[0] : undefined;
  const value = only === undefined ? undefined : context.values.of(only);
  if (value?.t === 'string' || value?.t === 'number' || value?.t === 'bool') {
    return { presence: 'default', default: value };
  }
  return { presence: 'guarded', default: undefined };
}

/** Whether a function of this name has a clause for nil. */
export function isTestedFor(text: string, name: string): boolean {
  return text.includes(`def ${name}(nil`) || text.includes(`defp ${name}(nil`);
}

function leftText(clause: SyntaxNode): string {
  return clause.childForFieldName('left')?.text ?? '';
}

function withoutComments(text: string): string {
  return text.replace(/(^|\s)#(?!\{)[^\n]*/g, '$1');
}
