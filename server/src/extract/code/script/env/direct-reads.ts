import type { DynamicReadFact, EnvReadFact } from '../../../../model/facts';
import type { SyntaxNode } from '../../../../syntax/node';
import { rangeOf } from '../../ranges';
import { scopeAt } from '../script';
import { codeChildren, stringOf } from '../unwrap';
import { constantText } from './constant-text';
import { assemble, BUILT_IN, defaultOf, type EnvContext, readFact, VARIABLE } from './env-context';
import { type EnvObject, outermost } from './env-object';
import { checkAfter } from './exits';
import { listedNames, namesIn } from './listed-names';
import { useOf } from './presence';

/** Members that are not variables. */
const METHODS = /^(hasOwnProperty|toString|valueOf|toObject|set|delete|constructor|__proto__)$/;

/** What asks an object for a key. */
const ASKS = /^(?:Object\.hasOwn|Object\.prototype\.hasOwnProperty\.call|Reflect\.(?:has|get))$/;

/** Lodash and its like: `_.pick(process.env, ["A"])`, `get(process.env, "A", "d")`. */
const PICKS = /^(?:(?:_|lodash|R|fp)\.)?(?:pick|get)$/;

/** A read with a name that is only known when it runs. */
export interface OpenRead {
  readonly node: SyntaxNode;
  readonly index: SyntaxNode;
  readonly accessor: string;
}

export interface DirectReads {
  readonly facts: EnvReadFact[];
  readonly open: OpenRead[];
}

/** The reads that stand at the environment itself: `process.env.X`, `["X"]`, destructuring, `"X" in process.env`. */
export function directReads(context: EnvContext, objects: readonly EnvObject[]): DirectReads {
  const found: DirectReads = { facts: [], open: [] };
  const seen = new Set<number>();
  for (const object of objects) {
    if (seen.has(object.node.id)) continue;
    seen.add(object.node.id);
    const value = outermost(object.node);
    const around = value.parent;
    if (around !== null) readAt(context, object, value, around, found);
  }
  return found;
}

function readAt(
  context: EnvContext,
  object: EnvObject,
  value: SyntaxNode,
  around: SyntaxNode,
  found: DirectReads,
): void {
  switch (around.type) {
    case 'member_expression': {
      if (around.childForFieldName('object')?.id !== value.id) return;
      const name = around.childForFieldName('property')?.text ?? '';
      if (/^(Deno|Netlify)\.env$/.test(object.accessor)) methodRead(context, object, around, name, found);
      else if (/^(hasOwnProperty)$/.test(name)) methodRead(context, object, around, 'has', found);
      else if (!METHODS.test(name)) named(context, object, around, name, found);
      return;
    }
    case 'subscript_expression': {
      const index = around.childForFieldName('index');
      if (index === null || index.id === value.id) return;
      indexed(context, object, around, index, found);
      return;
    }
    case 'variable_declarator':
      destructured(context, object, around.childForFieldName('name'), around.parent, found);
      return;
    case 'pair_pattern':
      destructured(context, object, around.childForFieldName('value'), around.parent?.parent?.parent ?? null, found);
      return;
    case 'spread_element': {
      // `const { A } = { ...process.env }`.
      const copy = around.parent === null ? null : outermost(around.parent);
      const declarator = copy?.parent;
      if (declarator?.type !== 'variable_declarator') return;
      destructured(context, object, declarator.childForFieldName('name'), declarator.parent, found);
      return;
    }
    case 'assignment_expression':
      destructured(context, object, around.childForFieldName('left'), around.parent, found);
      return;
    case 'required_parameter':
      destructured(context, object, around.childForFieldName('pattern'), null, found);
      return;
    case 'assignment_pattern':
      destructured(context, object, around.childForFieldName('left'), null, found);
      return;
    case 'arguments': {
      const callee = around.parent?.childForFieldName('function')?.text ?? '';
      const [first, second] = codeChildren(around);
      if (first?.id === value.id && second !== undefined && PICKS.test(callee)) {
        picked(context, object, codeChildren(around).slice(1), callee, found);
        return;
      }
      const name = ASKS.test(callee) && first?.id === value.id ? stringOf(second) : undefined;
      if (name === undefined || around.parent === null || !isAllowed(object, name)) return;
      const asked = callee === 'Reflect.get' ? {} : ({ presence: 'compared' } as const);
      found.facts.push(readFact(context, around.parent, name, object.accessor, asked));
      return;
    }
    case 'binary_expression': {
      if (around.childForFieldName('operator')?.text !== 'in') return;
      const left = around.childForFieldName('left');
      if (left === null || left.id === value.id) return;
      indexed(context, object, around, left, found);
      return;
    }
    default:
  }
}

function picked(
  context: EnvContext,
  object: EnvObject,
  args: readonly SyntaxNode[],
  callee: string,
  found: DirectReads,
): void {
  const [first, given] = args;
  const isGet = callee.endsWith('get');
  if (first === undefined) return;
  const text = !isGet || given === undefined ? undefined : defaultOf(context, given, '');
  const names = isGet ? [] : args.flatMap((each) => namesIn(context.script, each) ?? []);
  const single = isGet ? [first] : args;
  const literals = single.flatMap((node) => {
    const name = stringOf(node);
    return name === undefined ? [] : [{ node, name }];
  });
  for (const { node, name } of [...names, ...literals]) {
    if (!isAllowed(object, name)) continue;
    const known = isGet && given !== undefined ? ({ presence: 'default' } as const) : {};
    found.facts.push(
      assemble(context, node, name, object.accessor, { ...known, ...(text !== undefined && { default: text }) }),
    );
  }
}

function isAllowed(object: EnvObject, name: string): boolean {
  if (!VARIABLE.test(name) || object.allows?.(name) === false) return false;
  return object.accessor !== 'import.meta.env' || !BUILT_IN.test(name);
}

/** Writes are no reads; `process.env.X ||= "d"` is both. */
function isWritten(node: SyntaxNode): boolean {
  const around = node.parent;
  if (around === null) return false;
  const { type } = around;
  if (type === 'assignment_expression') return around.childForFieldName('left')?.id === node.id;
  if (type === 'unary_expression') return around.childForFieldName('operator')?.text === 'delete';
  if (type === 'augmented_assignment_expression') {
    return around.childForFieldName('left')?.id === node.id && !/(\|\||\?\?)=/.test(around.text.slice(0, 400));
  }
  return type === 'update_expression';
}

function named(context: EnvContext, object: EnvObject, node: SyntaxNode, name: string, found: DirectReads): void {
  if (!isAllowed(object, name)) return;
  // `env.DB.prepare()` is a binding of the platform.
  if (/^(c\.)?env$/.test(object.accessor) && node.parent?.type === 'member_expression') return;
  if (isWritten(node)) {
    context.reads.delete(node.id);
    return;
  }
  found.facts.push(readFact(context, node, name, object.accessor));
}

function indexed(
  context: EnvContext,
  object: EnvObject,
  node: SyntaxNode,
  index: SyntaxNode,
  found: DirectReads,
): void {
  const name = stringOf(index) ?? constantText(context.script, index);
  const isTest = node.type === 'binary_expression';
  if (name !== undefined) {
    if (!isTest) named(context, object, node, name, found);
    else if (isAllowed(object, name)) {
      const { presence } = readFact(context, node, name, object.accessor);
      found.facts.push(
        readFact(context, node, name, object.accessor, { presence: presence === 'bare' ? 'compared' : presence }),
      );
    }
    return;
  }
  if (!isTest && isWritten(node)) return;
  if (addListed(context, object, node, index, object.accessor, isTest, found)) return;
  found.open.push({ node, index, accessor: object.accessor });
}

/** `for (const name of ["A", "B"]) process.env[name]`. */
function addListed(
  context: EnvContext,
  object: EnvObject,
  node: SyntaxNode,
  index: SyntaxNode,
  accessor: string,
  isTest: boolean,
  found: DirectReads,
): boolean {
  const listed = listedNames(context, index);
  if (listed === undefined) return false;
  const use = useOf(context.script, node, '');
  const own = isComparedToText(node)
    ? 'compared'
    : (listed.exit ?? (use.presence === 'bare' && isTest ? 'compared' : use.presence));
  for (const { node: literal, name, row } of listed.names) {
    if (!isAllowed(object, name)) continue;
    const given = use.defaultNode === undefined ? undefined : row?.get(use.defaultNode.text);
    const text = given === undefined ? undefined : defaultOf(context, given, name);
    const literalText =
      given === undefined && use.defaultNode !== undefined ? defaultOf(context, use.defaultNode, name) : text;
    found.facts.push(
      assemble(context, literal, name, accessor, {
        presence: own,
        ...(literalText !== undefined && { default: literalText }),
        ...(use.cast !== undefined && { cast: use.cast }),
      }),
    );
  }
  return true;
}

/** `process.env[name] === placeholder` says nothing of a variable that is absent. */
function isComparedToText(node: SyntaxNode): boolean {
  const around = node.parent;
  if (around?.type !== 'binary_expression' || !/^[!=]==?$/.test(around.childForFieldName('operator')?.text ?? ''))
    return false;
  const sides = [around.childForFieldName('left'), around.childForFieldName('right')];
  return !sides.some((side) => /^(?:undefined|null|''|"")$/.test(side?.text ?? ''));
}

/** `Deno.env.get("X")`, `.has("X")`. */
function methodRead(
  context: EnvContext,
  object: EnvObject,
  member: SyntaxNode,
  method: string,
  found: DirectReads,
): void {
  const call = member.parent;
  if (call?.type !== 'call_expression' || !/^(get|has)$/.test(method)) return;
  const index = call.childForFieldName('arguments')?.namedChild(0);
  if (index === null || index === undefined) return;
  const name = stringOf(index) ?? constantText(context.script, index);
  const accessor = object.accessor === 'process.env' ? object.accessor : `${object.accessor}.${method}`;
  if (name === undefined) {
    if (!addListed(context, object, call, index, accessor, method === 'has', found))
      found.open.push({ node: call, index, accessor });
  } else if (VARIABLE.test(name)) {
    found.facts.push(readFact(context, call, name, accessor, method === 'has' ? { presence: 'compared' } : {}));
  }
}

/** `const { A, B: b = "d" } = process.env`. */
function destructured(
  context: EnvContext,
  object: EnvObject,
  pattern: SyntaxNode | null,
  statement: SyntaxNode | null,
  found: DirectReads,
): void {
  if (pattern?.type !== 'object_pattern') return;
  for (const child of codeChildren(pattern)) {
    const { type } = child;
    let name = '';
    let local: SyntaxNode | null = null;
    let fallback: SyntaxNode | null = null;
    if (type === 'shorthand_property_identifier_pattern') name = child.text;
    else if (type === 'object_assignment_pattern') {
      name = child.childForFieldName('left')?.text ?? '';
      fallback = child.childForFieldName('right');
    } else if (type === 'pair_pattern') {
      name = (child.childForFieldName('key')?.text ?? '').replace(/['"]/g, '');
      local = child.childForFieldName('value');
      if (local?.type === 'assignment_pattern') {
        fallback = local.childForFieldName('right');
        local = local.childForFieldName('left');
      }
    }
    if (name === '' || !isAllowed(object, name)) continue;
    const bound = local?.text ?? name;
    const check = statement === null || fallback !== null ? undefined : checkAfter(statement, bound);
    const stand = fallback ?? check?.fallback;
    const text = stand === undefined ? undefined : defaultOf(context, stand, name);
    const presence = stand === undefined ? (check?.exit ?? 'bare') : 'default';
    found.facts.push(
      assemble(context, child, name, object.accessor, {
        presence,
        ...(text !== undefined && { default: text }),
        ...(check?.production && { production: true }),
        ...(/^[\w$]+$/.test(bound) && { boundTo: bound }),
      }),
    );
  }
}

/** Reads whose name nobody can tell before the program runs. */
export function dynamicFacts(context: EnvContext, open: readonly OpenRead[]): readonly DynamicReadFact[] {
  return open.map(({ node, accessor }) => {
    const scope = scopeAt(context.script, node.startIndex);
    return { kind: 'dynamicRead', accessor, range: rangeOf(node), ...(scope !== undefined && { scope }) };
  });
}
