import type { CaseFact } from '../../../model/facts';
import type { SyntaxNode } from '../../../syntax/node';
import { Cases, comparedTexts, dottedKeys, isHandlerTable, mayCompare } from '../cases';
import { placesIn, type Scanned } from '../scan';
import type { PythonContext } from './context';
import { plainString } from './literals';

const ONE_OF = /\bin[ \t]{0,8}[([{]\s{0,80}["']/g;
const MATCH = /^[ \t]*match[ \t]+\S[^\n]{0,120}:[ \t]*(?:#[^\n]*)?$/gm;
const FUNCTIONS = new Set(['identifier', 'attribute', 'lambda']);
const MOST_VALUES = 60;

/** Texts that code compares types, events and providers with. */
export function caseFacts(context: PythonContext): readonly CaseFact[] {
  if (context.source.file.role === 'test') return [];
  const reader: Reader = {
    cases: new Cases(context.path),
    file: context.source.file,
    text: context.text,
    scopeAt: (index) => context.names.scopes.pathAt(index),
    nodeAt: (index) => context.source.file.root.namedDescendantForIndex(index),
  };
  equals(reader);
  oneOf(reader);
  matches(reader);
  tables(reader);
  return reader.cases.facts;
}

interface Reader {
  readonly cases: Cases;
  readonly file: Scanned;
  readonly text: string;
  scopeAt(index: number): string | undefined;
  nodeAt(index: number): SyntaxNode | null;
}

function literalAt(reader: Reader, index: number): SyntaxNode | undefined {
  const node = reader.nodeAt(index);
  const literal = node?.type === 'string_content' ? node.parent : node;
  return literal?.type === 'string' ? literal : undefined;
}

function equals(reader: Reader): void {
  for (const { value, index } of comparedTexts(reader.file)) {
    const literal = literalAt(reader, index);
    const around = literal?.parent;
    if (literal === undefined || around?.type !== 'comparison_operator') continue;
    const left = around.namedChild(0);
    if (left === null || left.id === literal.id) continue;
    reader.cases.compare(left.text, value, around, reader.scopeAt(index));
  }
}

function oneOf(reader: Reader): void {
  for (const match of placesIn(ONE_OF, reader.file)) {
    if (reader.cases.isFull) return;
    if (!mayCompare(reader.text, match.index)) continue;
    const list = reader.nodeAt(match.index + (match[0] ?? '').search(/[([{]/));
    const around = list?.parent;
    if (list === null || around?.type !== 'comparison_operator') continue;
    const left = around.namedChild(0)?.text ?? '';
    for (const item of list.namedChildren.slice(0, MOST_VALUES)) {
      if (item !== null) compare(reader, left, item);
    }
  }
}

function compare({ cases, scopeAt }: Reader, subject: string, literal: SyntaxNode): void {
  const value = literal.type === 'string' ? plainString(literal.text) : undefined;
  if (value !== undefined) cases.compare(subject, value, literal, scopeAt(literal.startIndex));
}

function matches(reader: Reader): void {
  for (const match of placesIn(MATCH, reader.file)) {
    if (reader.cases.isFull) return;
    const node = reader.nodeAt(match.index + (match[0] ?? '').indexOf('match'));
    if (node?.type !== 'match_statement') continue;
    const subject = node.childForFieldName('subject')?.text ?? '';
    const clauses = (node.childForFieldName('body') ?? node).namedChildren.slice(0, MOST_VALUES);
    for (const literal of clauses.flatMap(clauseTexts)) compare(reader, subject, literal);
  }
}

function tables(reader: Reader): void {
  for (const { value, index } of dottedKeys(reader.file)) {
    const literal = literalAt(reader, index);
    const table = literal === undefined ? undefined : tableOf(literal);
    if (literal !== undefined && table !== undefined) reader.cases.take(table, value, literal, reader.scopeAt(index));
  }
}

function clauseTexts(clause: SyntaxNode | null): readonly SyntaxNode[] {
  if (clause?.type !== 'case_clause') return [];
  return clause.namedChildren.flatMap((pattern) => (pattern?.type === 'case_pattern' ? patternTexts(pattern) : []));
}

/** `"a"` and `"a" | "b"`; texts inside of other patterns are parts of something else. */
function patternTexts(pattern: SyntaxNode): readonly SyntaxNode[] {
  const [inner] = pattern.namedChildren;
  const alternatives = inner?.type === 'union_pattern' ? inner.namedChildren : [inner];
  return alternatives.flatMap((child) => {
    const literal = child?.type === 'case_pattern' ? child.namedChild(0) : child;
    return literal?.type === 'string' ? [literal] : [];
  });
}

/** The name of the dictionary of functions whose key a literal is. */
function tableOf(literal: SyntaxNode): string | undefined {
  const pair = literal.parent;
  if (pair?.type !== 'pair' || pair.childForFieldName('key')?.id !== literal.id) return undefined;
  const value = pair.childForFieldName('value');
  if (value === null || !FUNCTIONS.has(value.type)) return undefined;
  const assignment = pair.parent?.parent;
  if (assignment?.type !== 'assignment') return undefined;
  const name = assignment.childForFieldName('left')?.text ?? '';
  return name.length < 60 && isHandlerTable(name) ? name : undefined;
}
