import type { EnvReadFact } from '../../../../model/facts';
import type { SyntaxNode } from '../../../../syntax/node';
import { codeChildren, stringOf, unwrap } from '../unwrap';
import { keyOf } from '../values';
import { defaultOf, type EnvContext } from './env-context';

/** One key of a schema and what it asks of the variable. */
export interface SchemaEntry {
  readonly key: string;
  readonly node: SyntaxNode;
  readonly known: Partial<EnvReadFact>;
}

/** How schemas treat a key that says nothing about being optional. */
export type Strictness = 'required' | 'optional';

const OBJECTS = /^(object|Object|strictObject|looseObject|keys|extend|safeExtend|type|shape|objectWithRest)$/;
const COMBINES = /^(merge|and|concat|intersection|intersect|pipe|extend|safeExtend)$/;
const CASTS: Readonly<Record<string, string>> = {
  number: 'number',
  num: 'number',
  int: 'int',
  integer: 'int',
  port: 'int',
  boolean: 'bool',
  bool: 'bool',
  stringbool: 'bool',
  url: 'url',
  httpUrl: 'url',
  uri: 'url',
  json: 'json',
  array: 'list',
  date: 'date',
};
const MOST = 200;

/** The keys of a schema: `z.object({...})`, also extended, merged, refined or kept in a constant. */
export function schemaEntries(
  context: EnvContext,
  schema: SyntaxNode,
  strictness: Strictness,
  depth = 0,
): readonly SchemaEntry[] {
  const node = follow(context, schema);
  if (depth > 8) return [];
  const { type } = node;
  if (type === 'object') return objectEntries(context, node, strictness, depth);
  if (type !== 'call_expression') return [];
  const callee = node.childForFieldName('function');
  const list = node.childForFieldName('arguments');
  if (callee === null || list === null) return [];
  const isMember = callee.type === 'member_expression';
  const method = isMember ? (callee.childForFieldName('property')?.text ?? '') : callee.text;
  const receiver = isMember ? callee.childForFieldName('object') : null;
  const entries: SchemaEntry[] = [];
  if (receiver !== null && receiver.type !== 'identifier') {
    entries.push(...schemaEntries(context, receiver, strictness, depth + 1));
  } else if (receiver !== null && !/^(z|v|Joi|joi|yup|s|t|zod|Type)$/.test(receiver.text)) {
    entries.push(...schemaEntries(context, receiver, strictness, depth + 1));
  }
  if (OBJECTS.test(method) || COMBINES.test(method)) {
    for (const argument of codeChildren(list).slice(0, 4)) {
      entries.push(...schemaEntries(context, argument, strictness, depth + 1));
    }
  }
  if (method !== 'partial') return entries;
  return entries.map((entry) => ({ ...entry, known: { ...entry.known, presence: 'guarded' } }));
}

function objectEntries(
  context: EnvContext,
  object: SyntaxNode,
  strictness: Strictness,
  depth: number,
): readonly SchemaEntry[] {
  const entries: SchemaEntry[] = [];
  for (const child of codeChildren(object).slice(0, MOST)) {
    const { type } = child;
    if (type === 'spread_element') {
      const inner = child.namedChild(0);
      if (inner !== null) entries.push(...schemaEntries(context, inner, strictness, depth + 1));
      continue;
    }
    if (type !== 'pair') continue;
    const key = keyOf(child);
    const value = child.childForFieldName('value');
    const node = child.childForFieldName('key');
    if (key === undefined || value === null || node === null) continue;
    entries.push({ key, node, known: fieldOf(context, value, key, strictness) });
  }
  return entries;
}

/** A name of this file stands for what it is bound to. */
function follow(context: EnvContext, node: SyntaxNode): SyntaxNode {
  const inner = unwrap(node);
  if (inner.type !== 'identifier') return inner;
  const value = context.script.names.lookup(inner.text, inner.startIndex)?.values[0];
  return value === undefined ? inner : unwrap(value);
}

/** What a chain of schema calls says: `z.coerce.number().int().default(3000)`. */
export function fieldOf(
  context: EnvContext,
  value: SyntaxNode,
  key: string,
  strictness: Strictness,
): Partial<EnvReadFact> {
  const field = new Field(context, key);
  field.read(value, 0);
  return field.result(strictness);
}

class Field {
  readonly #context: EnvContext;
  readonly #key: string;
  #optional = false;
  #required = false;
  #hasDefault = false;
  #production = false;
  #default: string | undefined;
  #cast: string | undefined;
  #allowed: readonly string[] | undefined;
  #comment: string | undefined;

  constructor(context: EnvContext, key: string) {
    this.#context = context;
    this.#key = key;
  }

  result(strictness: Strictness): Partial<EnvReadFact> {
    const isOptional = this.#optional || (strictness === 'optional' && !this.#required);
    const presence = this.#hasDefault ? 'default' : isOptional ? 'guarded' : 'raises';
    return {
      presence,
      ...(this.#production && presence === 'raises' && { production: true }),
      ...(this.#default !== undefined && { default: this.#default }),
      ...(this.#cast !== undefined && { cast: this.#cast }),
      ...(this.#allowed !== undefined && { allowed: this.#allowed }),
      ...(this.#comment !== undefined && { comment: this.#comment }),
    };
  }

  read(start: SyntaxNode, depth: number): void {
    let node = follow(this.#context, start);
    for (let steps = 0; steps < 30 && depth < 5; steps += 1) {
      const { type } = node;
      if (type === 'member_expression') {
        // `z.coerce.number()`, and chains that end without a call.
        const object = node.childForFieldName('object');
        if (object === null) return;
        node = object;
      } else if (type === 'call_expression') {
        const callee = node.childForFieldName('function');
        const list = node.childForFieldName('arguments');
        if (callee === null || list === null) return;
        const isMember = callee.type === 'member_expression';
        const name = isMember ? (callee.childForFieldName('property')?.text ?? '') : callee.text;
        // TypeBox writes `Type.Optional(Type.Number())`.
        const method = name.charAt(0).toLowerCase() + name.slice(1);
        this.#method(method, list.type === 'arguments' ? codeChildren(list) : [], depth);
        node = isMember ? (callee.childForFieldName('object') ?? callee) : callee;
        if (node.type === 'identifier') {
          const next = follow(this.#context, node);
          if (next.id === node.id) return;
          node = next;
        }
      } else if (type === 'object' && steps === 0) {
        this.#spec(node, depth);
        return;
      } else return;
    }
  }

  /** znv's `{ schema, defaults, description }`. */
  #spec(object: SyntaxNode, depth: number): void {
    for (const pair of codeChildren(object)) {
      const key = pair.type === 'pair' ? keyOf(pair) : undefined;
      const value = pair.childForFieldName('value');
      if (value === null) continue;
      if (key === 'schema') this.read(value, depth + 1);
      else if (key === 'defaults') this.#defaults(value);
      else if (key === 'description') this.#comment = stringOf(value);
    }
  }

  /** Defaults by environment, `{ production: "a", _: "b" }`; those of other environments leave it to production. */
  #defaults(value: SyntaxNode): void {
    const keys = value.type === 'object' ? codeChildren(value).map(keyOf) : [];
    if (keys.length === 0 || keys.includes('_') || keys.includes('production')) this.#hasDefault = true;
    else this.#production = true;
  }

  #method(method: string, args: readonly SyntaxNode[], depth: number): void {
    const [first, second] = args;
    const cast = CASTS[method];
    if (cast !== undefined) this.#cast = this.#cast === 'int' && cast === 'number' ? 'int' : (this.#cast ?? cast);
    switch (method) {
      case 'default':
      case 'catch':
      case 'prefault':
        this.#fallback(first);
        return;
      // As a method it takes nothing; as a function (valibot) the schema and perhaps a default.
      case 'optional':
      case 'nullish':
      case 'exactOptional':
        this.#optional = true;
        if (second !== undefined) this.#fallback(second);
        if (first !== undefined) this.read(first, depth + 1);
        return;
      case 'fallback':
      case 'pipe':
      case 'preprocess':
        if (method === 'fallback') this.#fallback(second);
        for (const argument of method === 'preprocess' ? args.slice(1) : args) this.read(argument, depth + 1);
        return;
      case 'required':
      case 'exist':
        this.#required = true;
        return;
      case 'notRequired':
        this.#optional = true;
        return;
      case 'enum':
      case 'picklist':
      case 'oneOf':
      case 'valid':
      case 'nativeEnum':
        this.#allow(args);
        return;
      case 'describe':
      case 'description':
        this.#comment = stringOf(first);
        return;
      case 'transform':
        if (/^(Number|parseInt|\(?\w+\)?\s*=>\s*(Number|parseInt)\()/.test(first?.text ?? '')) this.#cast ??= 'number';
        if (/===?\s*['"](true|1)['"]/.test(first?.text ?? '')) this.#cast ??= 'bool';
        if (/^\(?[\w$]+(?:\s*:\s*string)?\)?\s*=>\s*[\w$]+\.split\(/.test(first?.text ?? '')) this.#cast ??= 'list';
        return;
      case 'or':
      case 'union':
        if (/\b(?:undefined|undefinedable)\s*\(/.test(first?.text ?? '')) this.#optional = true;
        return;
      default:
        this.#options(first);
    }
  }

  /** envalid's `str({ default: "d", choices: [...], desc: "..." })`. */
  #options(options: SyntaxNode | undefined): void {
    if (options?.type !== 'object') return;
    for (const pair of codeChildren(options)) {
      const key = pair.type === 'pair' ? keyOf(pair) : undefined;
      const value = pair.childForFieldName('value');
      if (value === null) continue;
      if (key === 'default') this.#fallback(value);
      else if (key === 'devDefault') this.#production = true;
      else if (key === 'choices') this.#allow([value]);
      else if (key === 'desc') this.#comment = stringOf(value);
    }
  }

  #fallback(node: SyntaxNode | undefined): void {
    if (node === undefined || node.text === 'undefined') {
      this.#optional = true;
      return;
    }
    if (this.#hasDefault) return;
    this.#hasDefault = true;
    this.#default = defaultOf(this.#context, node, this.#key);
  }

  #allow(args: readonly SyntaxNode[]): void {
    const list = args.flatMap((argument) => {
      const node = follow(this.#context, argument);
      return node.type === 'array' ? codeChildren(node) : [node];
    });
    const texts = list.map(stringOf).filter((text) => text !== undefined);
    if (texts.length > 0 && texts.length <= 40) this.#allowed = texts;
  }
}
