import type { CaseFact } from '../../../model/facts';
import type { SyntaxNode } from '../../../syntax/node';
import { Cases, comparedTexts, dottedKeys, isHandlerTable, mayCompare } from '../cases';
import { placesIn } from '../scan';
import { type Script, scopeAt } from './script';
import { codeChildren, stringOf, unwrap } from './unwrap';

const SWITCH = /\bswitch\s{0,8}\(/g;
const FUNCTIONS = new Set(['arrow_function', 'function_expression', 'identifier', 'member_expression']);
const MOST_CASES = 100;

/** Texts that code compares types, events and providers with. */
export function caseFacts(script: Script): readonly CaseFact[] {
  if (script.file.role === 'test') return [];
  const cases = new Cases(script.file.path);
  for (const { value, index } of comparedTexts(script.file)) {
    const literal = literalAt(script, index);
    if (literal !== undefined) comparison(script, cases, literal, value);
  }
  for (const match of placesIn(SWITCH, script.file)) {
    if (cases.isFull) break;
    if (mayCompare(script.text, match.index + (match[0]?.length ?? 0) + 70)) {
      switchCases(script, cases, script.nodeAt(match.index));
    }
  }
  for (const { value, index } of dottedKeys(script.file)) {
    const literal = literalAt(script, index);
    const owner = literal === undefined ? undefined : tableOf(script, literal);
    if (literal !== undefined && owner !== undefined) cases.take(owner, value, literal, scopeAt(script, index));
  }
  return cases.facts;
}

function comparison(script: Script, cases: Cases, literal: SyntaxNode, value: string): void {
  const around = literal.parent;
  if (around?.type !== 'binary_expression') return;
  const left = around.childForFieldName('left');
  if (left === null || left.id === literal.id) return;
  cases.compare(unwrap(left).text, value, around, scopeAt(script, literal.startIndex));
}

/** The string literal whose content starts at an index. */
function literalAt(script: Script, index: number): SyntaxNode | undefined {
  const node = script.nodeAt(index);
  const literal = node?.type === 'string_fragment' ? node.parent : node;
  return literal?.type === 'string' ? literal : undefined;
}

function switchCases(script: Script, cases: Cases, node: SyntaxNode | null): void {
  if (node?.type !== 'switch_statement') return;
  const subject = node.childForFieldName('value');
  const body = node.childForFieldName('body');
  if (subject === null || body === null) return;
  const { text } = unwrap(subject);
  for (const child of codeChildren(body).slice(0, MOST_CASES)) {
    const value = child.type === 'switch_case' ? child.childForFieldName('value') : null;
    const written = stringOf(value);
    if (value !== null && written !== undefined) {
      cases.compare(text, written, value, scopeAt(script, value.startIndex));
    }
  }
}

/** The name of the table whose key a literal is. */
function tableOf(script: Script, literal: SyntaxNode): string | undefined {
  const pair = literal.parent;
  if (pair?.type === 'pair') {
    const value = pair.childForFieldName('value');
    if (value === null || value.id === literal.id || !FUNCTIONS.has(value.type)) return undefined;
  } else if (pair?.type !== 'method_definition') return undefined;
  const table = pair.parent;
  if (table?.type !== 'object') return undefined;
  const name = script.byValue.get(table.startIndex)?.name;
  return name !== undefined && isHandlerTable(name) ? name : undefined;
}
