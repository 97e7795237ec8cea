import type { EnvReadFact } from '../../../../model/facts';
import type { SyntaxNode } from '../../../../syntax/node';
import { table } from '../../../table';
import { follow } from '../follow';
import { codeChildren, stringOf } from '../unwrap';
import { keyOf } from '../values';
import { defaultOf, type EnvContext } from './env-context';

/** How schemas treat a key that says nothing about being optional. */
export type Strictness = 'required' | 'optional';

const CASTS = table({
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
});

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
    if (depth >= 5) return;
    let node: SyntaxNode | undefined = follow(this.#context.script, start);
    if (node.type === 'object') this.#spec(node, depth);
    for (let steps = 0; node !== undefined && steps < 30; steps += 1) node = this.#step(node, depth);
  }

  /** Reads one link of the chain and gives the one before it: `z.coerce.number()` after `.default(1)`. */
  #step(node: SyntaxNode, depth: number): SyntaxNode | undefined {
    if (node.type === 'member_expression') return node.childForFieldName('object') ?? undefined;
    if (node.type !== 'call_expression') return undefined;
    const callee = node.childForFieldName('function');
    const list = node.childForFieldName('arguments');
    if (callee === null || list === null) return undefined;
    const isMember = callee.type === 'member_expression';
    const name = isMember ? (callee.childForFieldName('property')?.text ?? '') : callee.text;
    // TypeBox writes `Type.Optional(Type.Number())`.
    const method = name.charAt(0).toLowerCase() + name.slice(1);
    this.#method(method, list.type === 'arguments' ? codeChildren(list) : [], depth);
    const before = isMember ? (callee.childForFieldName('object') ?? callee) : callee;
    if (before.type !== 'identifier') return before;
    const bound = follow(this.#context.script, before);
    return bound.id === before.id ? undefined : bound;
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
        this.#inner(args.slice(0, 1), depth);
        return;
      case 'fallback':
        this.#fallback(second);
        this.#inner(args, depth);
        return;
      case 'pipe':
        this.#inner(args, depth);
        return;
      case 'preprocess':
        this.#inner(args.slice(1), depth);
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
        this.#cast ??= castOf(first?.text ?? '');
        return;
      case 'or':
      case 'union':
        if (/\b(?:undefined|undefinedable)\s*\(/.test(first?.text ?? '')) this.#optional = true;
        return;
      default:
        this.#options(first);
    }
  }

  #inner(schemas: readonly SyntaxNode[], depth: number): void {
    for (const schema of schemas) this.read(schema, depth + 1);
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
      const node = follow(this.#context.script, argument);
      return node.type === 'array' ? codeChildren(node) : [node];
    });
    const texts = list.map(stringOf).filter((text) => text !== undefined);
    if (texts.length > 0 && texts.length <= 40) this.#allowed = texts;
  }
}

/** What a function of a schema turns the text into. */
function castOf(transform: string): string | undefined {
  if (/^(Number|parseInt|\(?\w+\)?\s*=>\s*(Number|parseInt)\()/.test(transform)) return 'number';
  if (/===?\s*['"](true|1)['"]/.test(transform)) return 'bool';
  return /^\(?[\w$]+(?:\s*:\s*string)?\)?\s*=>\s*[\w$]+\.split\(/.test(transform) ? 'list' : undefined;
}
