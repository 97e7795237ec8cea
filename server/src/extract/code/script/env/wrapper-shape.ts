import type { SyntaxNode } from '../../../../syntax/node';
import { functionAt, type Script } from '../script';
import { codeChildren, unwrap } from '../unwrap';
import { keyOf } from '../values';
import { constantText } from './constant-text';
import { visitOf } from './listed-names';

/** Where in the arguments of a call something is given: by position, or by a key of the object there. */
export interface Slot {
  readonly index: number;
  readonly key?: string;
}

/** A parameter of a function: its slot, its name, and its own default. */
export interface Parameter {
  readonly slot: Slot;
  readonly name: string;
  readonly value: SyntaxNode | null;
  readonly isRest: boolean;
}

/** How a function makes the variable's name out of one of its parameters. */
export interface NameShape {
  readonly fn: SyntaxNode;
  readonly parameter: Parameter;
  /** It is given several names: as one list, or as the rest of its arguments. */
  readonly many?: 'list' | 'rest';
  readonly prefix?: string;
  readonly suffix?: string;
  readonly upper?: boolean;
}

const HOLE = '\u0001x\u0001';

/** The parameter that an index comes from: itself, with something around it, or one by one out of a list. */
export function nameShape(script: Script, index: SyntaxNode): NameShape | undefined {
  if (index.type === 'identifier') return plainShape(script, index);
  if (/^(template_string|binary_expression|call_expression)$/.test(index.type)) return builtShape(script, index);
  return undefined;
}

/** A parameter itself, or an item of one that is walked through. */
function plainShape(script: Script, index: SyntaxNode): NameShape | undefined {
  const own = parameterNamed(script, index);
  const visit = visitOf(index);
  const list = visit === undefined ? undefined : unwrap(visit.list);
  const many = list?.type === 'identifier' ? parameterNamed(script, list) : undefined;
  return many === undefined ? own : { ...many, many: many.parameter.isRest ? 'rest' : 'list' };
}

/** `${prefix}_${name.toUpperCase()}` */
function builtShape(script: Script, index: SyntaxNode): NameShape | undefined {
  for (const name of index.descendantsOfType('identifier')) {
    const found = name === null ? undefined : parameterNamed(script, name);
    if (found === undefined || name === null) continue;
    const text = constantText(script, index, 0, new Map([[name.text, HOLE]]));
    const upper = text?.includes(HOLE.toUpperCase()) === true;
    const [prefix, suffix, ...more] = text?.split(upper ? HOLE.toUpperCase() : HOLE) ?? [];
    if (prefix === undefined || suffix === undefined || more.length > 0) continue;
    return { ...found, prefix, suffix, ...(upper && { upper }) };
  }
  return undefined;
}

/** The name that a function with such a shape asks for when it is given `name`. */
export function shapedName(shape: Pick<NameShape, 'prefix' | 'suffix' | 'upper'>, name: string): string {
  return `${shape.prefix ?? ''}${shape.upper === true ? name.toUpperCase() : name}${shape.suffix ?? ''}`;
}

function parameterNamed(script: Script, name: SyntaxNode): NameShape | undefined {
  const declaration = script.names.lookup(name.text, name.startIndex);
  if (declaration === undefined || declaration.kind === 'import') return undefined;
  const fn = functionAt(script, declaration.at);
  // What the body declares is no parameter.
  if (fn === undefined || declaration.at >= (fn.childForFieldName('body')?.startIndex ?? 0)) return undefined;
  const parameter = parametersOf(fn).find((each) => each.name === name.text);
  return parameter === undefined ? undefined : { fn, parameter };
}

/** The parameters of a function, those of patterns (`{ name, fallback = "x" }`) each by its key. */
export function parametersOf(fn: SyntaxNode): readonly Parameter[] {
  const single = fn.childForFieldName('parameter');
  if (single !== null) return [{ slot: { index: 0 }, name: single.text, value: null, isRest: false }];
  const list = fn.childForFieldName('parameters');
  if (list === null) return [];
  const written = codeChildren(list).filter((child) => child.childForFieldName('pattern')?.text !== 'this');
  return written.flatMap((child, index): readonly Parameter[] => {
    const pattern = child.childForFieldName('pattern') ?? child.childForFieldName('left') ?? child;
    const value = child.childForFieldName('value') ?? child.childForFieldName('right');
    if (pattern.type === 'object_pattern') return keysOf(pattern, index);
    const isRest = pattern.type === 'rest_pattern';
    const name = isRest ? (pattern.namedChild(0)?.text ?? '') : pattern.text;
    return [{ slot: { index }, name, value, isRest }];
  });
}

function keysOf(pattern: SyntaxNode, index: number): readonly Parameter[] {
  return codeChildren(pattern).flatMap((child): readonly Parameter[] => {
    const isPair = child.type === 'pair_pattern';
    const held = isPair ? child.childForFieldName('value') : child;
    const left = held?.childForFieldName('left') ?? held;
    if (held === null || left === null || !/identifier/.test(left.type)) return [];
    const key = isPair ? (child.childForFieldName('key')?.text ?? '') : left.text;
    return [{ slot: { index, key }, name: left.text, value: held.childForFieldName('right'), isRest: false }];
  });
}

/** What a call gives in a slot. */
export function givenIn(args: readonly SyntaxNode[], slot: Slot): SyntaxNode | undefined {
  const argument = args[slot.index];
  if (slot.key === undefined || argument === undefined) return argument;
  const object = unwrap(argument);
  if (object.type !== 'object') return undefined;
  for (const child of codeChildren(object)) {
    if (child.type === 'shorthand_property_identifier' && child.text === slot.key) return child;
    if (child.type === 'pair' && keyOf(child) === slot.key) return child.childForFieldName('value') ?? undefined;
  }
  return undefined;
}
