import type { CaseFact } from '../../../model/facts';
import type { SyntaxNode } from '../../../syntax/node';
import { Cases, comparedTexts, isChoice, isDotted, isHandlerTable, mayCompare, subjectName } from '../cases';
import { placesIn } from '../scan';
import { argumentsOf, namedChildren } from './arguments';
import type { CallContext } from './calls';
import type { ElixirSource } from './elixir-source';
import { identifierAt } from './text-at';

const MAP_KEY =
  /(?:"(type|event|event_type|kind|action|topic|name|provider)"\s{0,8}=>|\b(type|event|event_type|kind|action|topic|name|provider):)\s{0,8}"([\w.:/-]{2,80})"/g;
const ONE_OF = /\bin[ \t]{0,8}(?:\[|~w)/g;
const HEAD = /\bdefp?[ \t]+(\w+[?!]?)\(\s{0,80}"([\w.-]{2,80})"/g;
const MOST_VALUES = 60;
const MOST_STEPS = 16;

/** Texts that code compares types, events and providers with: `case`, `==`, `in`, and maps in patterns. */
export function readCases({ source }: CallContext): readonly CaseFact[] {
  if (source.role === 'test') return [];
  const cases = new Cases(source.path);
  for (const call of source.locals) {
    if (cases.isFull) break;
    if (call.name === 'case') clauses(source, cases, call.node);
  }
  equals(source, cases);
  oneOf(source, cases);
  maps(source, cases);
  heads(source, cases);
  return cases.facts;
}

function scopeAt(source: ElixirSource, index: number): string | undefined {
  return source.scopeAt(index)?.scope;
}

function equals(source: ElixirSource, cases: Cases): void {
  for (const { value, index } of comparedTexts(source.file)) {
    const literal = literalAt(source, index);
    const around = literal?.parent;
    if (literal === undefined || around?.type !== 'binary_operator') continue;
    const left = around.childForFieldName('left');
    if (left !== null && left.id !== literal.id) cases.compare(left.text, value, around, scopeAt(source, index));
  }
}

function oneOf(source: ElixirSource, cases: Cases): void {
  for (const match of placesIn(ONE_OF, source.file)) {
    if (cases.isFull) return;
    if (!mayCompare(source.text, match.index)) continue;
    const found = source.nodeAt(match.index + (match[0]?.length ?? 0) - 1);
    const list = found?.type === 'sigil_name' ? found.parent : found;
    const around = list?.parent;
    if (!list || around?.type !== 'binary_operator') continue;
    const left = around.childForFieldName('left')?.text ?? '';
    for (const value of listed(list)) cases.compare(left, value, around, scopeAt(source, match.index));
  }
}

function maps(source: ElixirSource, cases: Cases): void {
  for (const match of placesIn(MAP_KEY, source.file)) {
    if (cases.isFull) return;
    const value = match[3] ?? '';
    const index = match.index + (match[0]?.length ?? 0) - 1 - value.length;
    const literal = literalAt(source, index);
    if (literal === undefined || !isInPattern(source, literal)) continue;
    cases.compare(match[1] ?? match[2] ?? '', value, literal, scopeAt(source, index));
  }
}

function heads(source: ElixirSource, cases: Cases): void {
  for (const match of placesIn(HEAD, source.file)) {
    const { 0: written = '', 1: name = '', 2: value = '' } = match;
    if (!isDotted(value) || !isHandlerTable(name)) continue;
    const index = match.index + written.length - 1 - value.length;
    const literal = literalAt(source, index);
    if (literal !== undefined) cases.take(name, value, literal, scopeAt(source, index));
  }
}

function literalAt(source: ElixirSource, index: number): SyntaxNode | undefined {
  const node = source.nodeAt(index);
  const literal = node?.type === 'quoted_content' ? node.parent : node;
  return literal?.type === 'string' ? literal : undefined;
}

/** `case event.type do "invoice.paid" -> ... end`; atoms where something is chosen. */
function clauses(source: ElixirSource, cases: Cases, call: SyntaxNode): void {
  const { positional, block } = argumentsOf(call);
  const [subject] = positional;
  if (subject === undefined || block === undefined) return;
  const written = subject.text;
  const name = subjectName(written);
  if (name === '') return;
  for (const clause of namedChildren(block).slice(0, MOST_VALUES)) {
    if (clause.type !== 'stab_clause') continue;
    const left = clause.childForFieldName('left');
    // With a guard, the arguments are the left side of its `when`.
    const [outer] = left === null ? [] : namedChildren(left);
    const first = outer?.type === 'arguments' ? namedChildren(outer)[0] : outer;
    const value = first === undefined ? undefined : literalText(first, isChoice(name));
    if (first !== undefined && value !== undefined) {
      cases.compare(written, value, first, source.scopeAt(first.startIndex)?.scope);
    }
  }
}

function literalText(node: SyntaxNode, atoms: boolean): string | undefined {
  const { type } = node;
  if (type !== 'string' && !(atoms && type === 'atom')) return undefined;
  return /^(?:"([^"#\\\n]*)"|:(\w+))$/
    .exec(node.text)
    ?.slice(1)
    .find((group) => group !== undefined);
}

/** The texts of `["a", "b"]` and `~w(a b)`. */
function listed(list: SyntaxNode): readonly string[] {
  if (list.type === 'list') {
    return namedChildren(list)
      .slice(0, MOST_VALUES)
      .flatMap((item) => literalText(item, false) ?? []);
  }
  const words = /^~w[([{/|"']([^\])}/|"']*)[\])}/|"']s?$/.exec(list.text)?.[1] ?? '';
  return words.split(/\s+/).slice(0, MOST_VALUES);
}

function isBody({ text }: ElixirSource, node: SyntaxNode, type: string): boolean {
  if (type === 'do_block' || type === 'body' || type === 'source') return true;
  return type === 'pair' && /^(?:do|else):/.test(text.slice(node.startIndex, node.startIndex + 5));
}

/** Whether a literal stands where something is matched against: a function's head, a clause's left, left of `=`. */
function isInPattern(source: ElixirSource, literal: SyntaxNode): boolean {
  let inner = literal;
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const around = inner.parent;
    if (around === null) return false;
    const { type } = around;
    if (isBody(source, around, type)) return false;
    if (type === 'stab_clause') return around.childForFieldName('left')?.id === inner.id;
    if (type === 'call' && /^defp?$/.test(identifierAt(source.text, around.startIndex))) return true;
    if (type === 'binary_operator') {
      const operator = around.childForFieldName('operator')?.type ?? '';
      // In a function's head both sides of `=` are patterns; what lies above tells.
      if (operator === '=' && around.childForFieldName('left')?.id === inner.id) return true;
      if (operator === '<-') return around.childForFieldName('left')?.id === inner.id;
    }
    inner = around;
  }
  return false;
}
