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

export interface Action {
  readonly presence: Presence;
  readonly default?: Value;
}

const GUARDED: Action = { presence: 'guarded' };

/**
 * What a branch of `if` or `unless` makes of an absent variable: raises, gives another value instead, or just goes on.
 * Another value is only a default where the other branch gives the variable itself.
 */
export function branchAction(
  context: CallContext,
  call: SyntaxNode,
  branch: 'do' | 'else',
  variable?: string,
): Action | undefined {
  const { text } = context.source;
  const onAbsence = branchOf(call, branch);
  if (onAbsence === undefined) return undefined;
  const [from, to] = onAbsence.span;
  if (raisesAt(text, from) || RAISES_WITHIN.test(withoutComments(text.slice(from, to)))) return { presence: 'raises' };
  const onPresence = branchOf(call, branch === 'do' ? 'else' : 'do');
  if (variable === undefined || onPresence === undefined || onAbsence.only === undefined) return GUARDED;
  const given = text.slice(...onPresence.span);
  const action = otherwiseGives(context, onAbsence.only);
  const name = `(?<![\\w@:.])${escaped(variable)}(?![\\w?!:(])`;
  // A literal beside something computed from the variable is no default of the variable.
  const handsOn = action.default?.t === 'ref' ? name : `^(?:do\\s+)?(?:[A-Za-z][\\w.!?]*\\(\\s*)*${name}`;
  return new RegExp(handsOn).test(given) ? action : GUARDED;
}

interface Branch {
  readonly span: readonly [number, number];
  /** The expression, where the branch is a single one. */
  readonly only: SyntaxNode | undefined;
}

function branchOf(call: SyntaxNode, branch: 'do' | 'else'): Branch | undefined {
  const { keywords, block } = argumentsOf(call);
  const short = keywords.find((pair) => pair.key === branch)?.value;
  if (short !== undefined) return { span: [short.startIndex, short.endIndex], only: short };
  if (block === undefined) return undefined;
  const children = namedChildren(block);
  const otherwise = children.find((child) => child.type === 'else_block');
  if (branch === 'else') {
    if (otherwise === undefined) return undefined;
    return { span: [otherwise.startIndex, otherwise.endIndex], only: onlyOf(namedChildren(otherwise)) };
  }
  const own = children.filter((child) => !child.type.endsWith('_block'));
  return { span: [block.startIndex, otherwise?.startIndex ?? block.endIndex], only: onlyOf(own) };
}

function onlyOf(nodes: readonly SyntaxNode[]): SyntaxNode | undefined {
  return nodes.length === 1 ? nodes[0] : undefined;
}

/** A literal, or a name: a helper's parameter for the default is one. */
function otherwiseGives(context: CallContext, node: SyntaxNode): Action {
  const value = context.values.of(node);
  const isLiteral = value.t === 'string' || value.t === 'number' || value.t === 'bool' || value.t === 'template';
  return isLiteral || (value.t === 'ref' && /^[a-z_@]/.test(value.path))
    ? { presence: 'default', default: value }
    : GUARDED;
}

/** `case System.get_env("X") do nil -> ...`: what happens when there is none. */
export function caseAction(context: CallContext, call: SyntaxNode): Action {
  const block = argumentsOf(call).block;
  const clauses = block === undefined ? [] : namedChildren(block).filter((child) => child.type === 'stab_clause');
  const absent =
    clauses.find((clause) => /^(nil|:error|false)\b/.test(leftText(clause))) ??
    clauses.find((clause) => /^_/.test(leftText(clause)));
  const right = absent?.childForFieldName('right');
  if (right === null || right === undefined) return GUARDED;
  if (RAISES_WITHIN.test(withoutComments(right.text))) return { presence: 'raises' };
  const only = onlyOf(namedChildren(right));
  // Only where another clause hands the value itself on is this one's a default.
  const isHanded = clauses.some((clause) => /^(\{:ok,\s*)?[a-z]\w*/.test(leftText(clause).replace(/^nil\b/, '')));
  return only === undefined || !isHanded || leftText(absent).startsWith('_') ? GUARDED : otherwiseGives(context, only);
}

/** Whether a condition asks for the absence of a variable: `is_nil(x)`, `!x`, `x == nil`, `x in [nil, ""]`. */
export function asksForAbsence(condition: string, variable: string): boolean {
  const name = `(?<![\\w@:.])${escaped(variable)}(?![\\w?!:(])`;
  if (new RegExp(`(?:!|\\bnot\\s+)\\(?\\s*is_nil\\(\\s*${name}`).test(condition)) return false;
  const outside = new RegExp(
    `(?:!|\\bnot\\s*)\\(\\s*${name}\\s+in\\s+(\\[[^\\]]*\\])|${name}\\s+not\\s+in\\s+(\\[[^\\]]*\\])`,
  );
  const list = outside.exec(condition);
  if (list !== null) return !/\bnil\b/.test(list[1] ?? list[2] ?? '');
  return new RegExp(
    `is_nil\\(\\s*${name}|(?:!|\\bnot\\s+)\\(?${name}(?!\\s+in\\b)|${name}\\s*===?\\s*(?:nil|"")|${name}\\s+in\\s+\\[[^\\]]*(?:\\bnil\\b|"")`,
  ).test(condition);
}

function escaped(variable: string): string {
  return variable.replace(/[?!]$/, '\\$&');
}

/** Whether a function of this name has a clause for nil. */
export function isTestedFor(text: string, name: string): boolean {
  return text.includes(`def ${name}(nil`) || text.includes(`defp ${name}(nil`);
}

function leftText(clause: SyntaxNode | undefined): string {
  return clause?.childForFieldName('left')?.text ?? '';
}

function withoutComments(text: string): string {
  return text.replace(/(^|\s)#(?!\{)[^\n]*/g, '$1');
}
