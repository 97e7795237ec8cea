import type { SyntaxNode } from '../../../../syntax/node';
import type { Script } from '../script';
import { codeChildren, unwrap } from '../unwrap';
import { keyOf } from '../values';
import { constantNode, constantText } from './constant-text';
import type { EnvContext } from './env-context';
import { type Exit, exitOf } from './exits';

export interface ListedName {
  readonly node: SyntaxNode;
  readonly name: string;
  /** What the other variables of the same loop are given together with the name. */
  readonly row?: ReadonlyMap<string, SyntaxNode>;
}

export interface ListedNames {
  readonly names: readonly ListedName[];
  /** What happens where one of them is missing. */
  readonly exit?: Exit;
}

/** A loop or a callback whose variable is the index. */
export interface Visit {
  /** What is walked through. */
  readonly list: SyntaxNode;
  /** The variable, or the pattern that it is part of. */
  readonly target: SyntaxNode;
  readonly exit?: Exit;
  readonly place: SyntaxNode;
}

const VISITS = /^(forEach|filter|map|some|every|find|flatMap|reduce)$/;
const MOST_NAMES = 100;
const DEEPEST = 5;

/** The names that an index runs through, where it is the variable of a loop over literals. */
export function listedNames(context: EnvContext, index: SyntaxNode): ListedNames | undefined {
  const visit = visitOf(index);
  if (visit === undefined) return undefined;
  const { script } = context;
  const names =
    visit.target.type === 'array_pattern'
      ? rowNames(script, visit, index.text)
      : namesIn(script, visit.list)?.slice(0, MOST_NAMES);
  if (names === undefined || names.length === 0) return undefined;
  const decided = visit.exit ?? (exitAfter(visit.place) ? 'raises' : undefined);
  return { names, ...(decided !== undefined && { exit: decided }) };
}

/** The loop or callback around an index that gives it its values. */
export function visitOf(index: SyntaxNode): Visit | undefined {
  if (index.type !== 'identifier') return undefined;
  const word = new RegExp(`(?<![\\w$.])${index.text.replaceAll('$', '\\$')}(?![\\w$])`);
  let node: SyntaxNode = index;
  for (let steps = 0; steps < 30; steps += 1) {
    const around = node.parent;
    if (around === null) return undefined;
    const { type } = around;
    const loop = type === 'for_in_statement' ? loopVisit(around, word, index.text) : undefined;
    if (loop !== undefined) return loop;
    if (type === 'arrow_function' || type === 'function_expression') {
      const target = firstParameter(around);
      if (target !== undefined && isTarget(target, index.text)) return callbackVisit(around, target);
    }
    if (type === 'function_declaration' || type === 'method_definition') return undefined;
    node = around;
  }
  return undefined;
}

function loopVisit(loop: SyntaxNode, word: RegExp, name: string): Visit | undefined {
  const target = loop.childForFieldName('left');
  const list = loop.childForFieldName('right');
  if (target === null || list === null || !word.test(target.text) || !isTarget(target, name)) return undefined;
  const exit = exitOf(loop.childForFieldName('body'));
  return { list, target, place: loop, ...(exit !== undefined && { exit }) };
}

function isTarget(target: SyntaxNode, name: string): boolean {
  if (target.type === 'identifier') return target.text === name;
  return target.type === 'array_pattern' && codeChildren(target).some((part) => part.text === name);
}

function firstParameter(fn: SyntaxNode): SyntaxNode | undefined {
  const single = fn.childForFieldName('parameter');
  if (single !== null) return single;
  const list = fn.childForFieldName('parameters');
  const first = list === null ? undefined : codeChildren(list)[0];
  return first?.childForFieldName('pattern') ?? first;
}

function callbackVisit(callback: SyntaxNode, target: SyntaxNode): Visit | undefined {
  const call = callback.parent?.parent;
  const callee = call?.type === 'call_expression' ? call.childForFieldName('function') : undefined;
  if (callee?.type !== 'member_expression') return undefined;
  if (!VISITS.test(callee.childForFieldName('property')?.text ?? '')) return undefined;
  const list = callee.childForFieldName('object');
  if (list === null) return undefined;
  const raised = exitOf(callback.childForFieldName('body')) === 'raises' ? { exit: 'raises' as const } : {};
  return { list, target, place: call ?? callback, ...raised };
}

/** The names of a literal list, an object's keys, or a constant that is one; undefined where none is known. */
export function namesIn(script: Script, list: SyntaxNode, depth = 0): readonly ListedName[] | undefined {
  const node = unwrap(list);
  if (depth > DEEPEST) return undefined;
  switch (node.type) {
    case 'identifier':
    case 'member_expression': {
      const value = constantNode(script, node);
      return value === undefined ? undefined : namesIn(script, value, depth + 1);
    }
    case 'array':
      return codeChildren(node).flatMap((item) => {
        if (item.type !== 'spread_element') return literal(script, item);
        const inner = item.namedChild(0);
        return inner === null ? [] : (namesIn(script, inner, depth + 1) ?? []);
      });
    case 'new_expression': {
      const inner = /^(Set|Array)$/.test(node.childForFieldName('constructor')?.text ?? '')
        ? argumentOf(node)
        : undefined;
      return inner === undefined ? undefined : namesIn(script, inner, depth + 1);
    }
    case 'call_expression':
      return namesOfCall(script, node, depth);
    default:
      return undefined;
  }
}

/** `Object.keys({ A: 1 })`, `Object.values(NAMES)`, `Object.freeze([...])`, `"A,B".split(",")`, `NAMES.slice()`. */
function namesOfCall(script: Script, call: SyntaxNode, depth: number): readonly ListedName[] | undefined {
  const callee = call.childForFieldName('function')?.text ?? '';
  const argument = argumentOf(call);
  if (callee === 'Object.freeze' && argument !== undefined) return namesIn(script, argument, depth + 1);
  if (!/^Object\.(keys|values)$/.test(callee) || argument === undefined) return undefined;
  return pairsOf(script, argument).flatMap(({ key, value, node }) =>
    callee === 'Object.keys' ? [{ node, name: key }] : literal(script, value),
  );
}

/** The names in one column of `[["A", "1"], ["B", "2"]]` or `Object.entries({ A: "1" })`. */
function rowNames(script: Script, { list, target }: Visit, name: string): readonly ListedName[] | undefined {
  const parts = codeChildren(target).map(({ text }) => text);
  const column = parts.indexOf(name);
  const node = unwrap(list);
  if (node.type === 'call_expression') {
    const argument = argumentOf(node);
    if (node.childForFieldName('function')?.text !== 'Object.entries' || argument === undefined) return undefined;
    return pairsOf(script, argument).flatMap(({ key, value, node: at }) => {
      if (column !== 0) return literal(script, value);
      return [{ node: at, name: key, ...(parts[1] !== undefined && { row: new Map([[parts[1], value]]) }) }];
    });
  }
  const value = node.type === 'array' ? node : constantNode(script, node);
  const array = value === undefined ? undefined : unwrap(value);
  if (array?.type !== 'array') return undefined;
  return codeChildren(array).flatMap((item) => {
    const cells = item.type === 'array' ? codeChildren(item) : [];
    const cell = cells[column];
    const row = new Map(parts.flatMap((part, at) => (cells[at] === undefined ? [] : [[part, cells[at]] as const])));
    return cell === undefined ? [] : literal(script, cell).map((found) => ({ ...found, row }));
  });
}

interface Pair {
  readonly key: string;
  readonly value: SyntaxNode;
  readonly node: SyntaxNode;
}

function pairsOf(script: Script, object: SyntaxNode): readonly Pair[] {
  const written = unwrap(object);
  const value = written.type === 'identifier' ? constantNode(script, written) : written;
  const inner = value === undefined ? undefined : unwrap(value);
  if (inner?.type !== 'object') return [];
  return codeChildren(inner).flatMap((pair) => {
    const key = pair.type === 'pair' ? keyOf(pair) : undefined;
    const node = pair.childForFieldName('key');
    const held = pair.childForFieldName('value');
    return key === undefined || node === null || held === null ? [] : [{ key, node, value: held }];
  });
}

function literal(script: Script, node: SyntaxNode): readonly ListedName[] {
  const name = constantText(script, node);
  return name === undefined ? [] : [{ node, name }];
}

function argumentOf(call: SyntaxNode): SyntaxNode | undefined {
  const list = call.childForFieldName('arguments');
  return list === null ? undefined : codeChildren(list)[0];
}

/** `const missing = names.filter(...); if (missing.length > 0) throw ...`. */
function exitAfter(place: SyntaxNode): boolean {
  let node: SyntaxNode | null = place;
  for (let steps = 0; node !== null && steps < 6 && !/statement$|declaration$/.test(node.type); steps += 1)
    node = node.parent;
  let next = node?.nextNamedSibling ?? null;
  for (let steps = 0; next !== null && steps < 3; steps += 1) {
    if (next.type === 'if_statement' && exitOf(next.childForFieldName('consequence')) === 'raises') return true;
    next = next.nextNamedSibling;
  }
  return false;
}
