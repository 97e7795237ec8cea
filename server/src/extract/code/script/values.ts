import { HIDDEN, type Keywords, type Value } from '../../../model/value';
import type { SyntaxNode } from '../../../syntax/node';
import { defaultText, redactText } from '../../redact';
import { fromNow } from '../from-now';
import { matchAt } from './name-at';
import { pathIn } from './path-in';
import type { Resolver } from './resolve';
import type { Script } from './script';
import { codeChildren, stringOf, unescaped, unwrap } from './unwrap';

const MOST_DEPTH = 6;
const MOST_ITEMS = 60;
const MOST_TEXT = 300;
const MOST_NODES = 400;
const OTHER: Value = { t: 'other' };
const NULL: Value = { t: 'null' };

/** Env reads found so far, by the id of their node: values show them in place. */
export type ReadNames = ReadonlyMap<number, string>;

/** Turns expressions into values: what can be told of them without running the program. */
export class Values {
  readonly #script: Script;
  readonly #resolver: Resolver;
  readonly #reads: ReadNames;
  #budget = 0;

  constructor(script: Script, resolver: Resolver, reads: ReadNames) {
    this.#script = script;
    this.#resolver = resolver;
    this.#reads = reads;
  }

  /** The value of an expression; `name` is what it is kept under, which may say that it is secret. */
  of(node: SyntaxNode, name = ''): Value {
    this.#budget = MOST_NODES;
    return this.#value(node, name, 0);
  }

  args(list: SyntaxNode): readonly Value[] {
    const children = list.type === 'arguments' ? codeChildren(list).slice(0, 12) : [list];
    return children.map((child) => this.of(child));
  }

  #value(start: SyntaxNode, name: string, depth: number): Value {
    this.#budget -= 1;
    if (depth > MOST_DEPTH || this.#budget < 0) return OTHER;
    const read = this.#reads.get(start.id);
    if (read !== undefined) return { t: 'env', name: read };
    const { type } = start;
    switch (type) {
      case 'string':
        return text(unescaped(start.text.slice(1, -1)), name);
      case 'template_string':
        return this.#template(start, name, depth);
      case 'number':
        return number(start.text);
      case 'true':
      case 'false':
        return { t: 'bool', v: type === 'true' };
      case 'null':
      case 'undefined':
        return NULL;
      case 'array':
        return { t: 'list', items: this.#items(start, depth) };
      case 'object':
        return { t: 'map', entries: this.#entries(start, depth) };
      case 'identifier':
      case 'shorthand_property_identifier':
        return this.#name(start, name, depth);
      case 'member_expression':
      case 'subscript_expression':
        return this.#ref(start);
      case 'call_expression':
      case 'new_expression':
        return this.#call(start, type, depth);
      case 'binary_expression':
        return this.#binary(start, name, depth);
      case 'ternary_expression':
        return this.#options(
          [start.childForFieldName('consequence'), start.childForFieldName('alternative')],
          name,
          depth,
        );
      case 'unary_expression':
        return negative(this.#field(start, 'argument', '', depth), start.text);
      default: {
        const inner = unwrap(start);
        return inner.id === start.id ? OTHER : this.#value(inner, name, depth);
      }
    }
  }

  #field(node: SyntaxNode, field: string, name: string, depth: number): Value {
    const child = node.childForFieldName(field);
    return child === null ? OTHER : this.#value(child, name, depth + 1);
  }

  #items(node: SyntaxNode, depth: number): readonly Value[] {
    return codeChildren(node)
      .slice(0, MOST_ITEMS)
      .filter((child) => child.type !== 'spread_element')
      .map((child) => this.#value(child, '', depth + 1));
  }

  #entries(node: SyntaxNode, depth: number): Keywords {
    const entries: Record<string, Value> = {};
    for (const child of codeChildren(node).slice(0, MOST_ITEMS)) {
      const { type } = child;
      if (type === 'shorthand_property_identifier') {
        entries[child.text] = this.#name(child, child.text, depth + 1);
      } else if (type === 'pair') {
        const name = matchAt(PLAIN_KEY, this.#script.text, child.startIndex)?.[0] ?? keyOf(child);
        const value = name === undefined ? null : child.childForFieldName('value');
        if (name !== undefined && value !== null) entries[name] = this.#value(value, name, depth + 1);
      } else if (type === 'method_definition') {
        const key = child.childForFieldName('name')?.text;
        if (key !== undefined) entries[key] = OTHER;
      }
    }
    return entries;
  }

  #name(node: SyntaxNode, name: string, depth: number): Value {
    const path = node.text;
    if (path === 'undefined') return NULL;
    const declaration = this.#script.names.lookup(path, node.startIndex);
    if (declaration?.kind === 'import') return this.#resolved(declaration.resolved?.path ?? path);
    const value = declaration?.values[0];
    // A constant of this file, followed one step: further names in it stay names.
    if (value !== undefined && declaration?.values.length === 1 && LITERALS.has(value.type) && depth < MOST_DEPTH) {
      return this.#value(value, name === '' ? path : name, Math.max(depth + 1, MOST_DEPTH - 2));
    }
    if (value !== undefined && declaration?.values.length === 1) {
      const read = this.#readIn(value);
      if (read !== undefined) return read;
    }
    return { t: 'ref', path };
  }

  #readIn(node: SyntaxNode): Value | undefined {
    const inner = unwrap(node);
    const read = this.#reads.get(inner.id);
    if (read !== undefined) return { t: 'env', name: read };
    if (inner.type !== 'binary_expression') return undefined;
    const value = this.#value(inner, '', MOST_DEPTH - 2);
    return value.t === 'env' ? value : undefined;
  }

  #resolved(path: string): Value {
    return { t: 'ref', path };
  }

  #ref(node: SyntaxNode): Value {
    const resolved = this.#isImported(node) ? this.#resolver.node(node) : undefined;
    if (resolved !== undefined) return { t: 'ref', path: resolved.path };
    const path = pathIn(node.text, 120);
    return path === undefined ? OTHER : { t: 'ref', path };
  }

  /** Members of imported names are resolved; those of a local object keep the name that the reader sees. */
  #isImported(node: SyntaxNode): boolean {
    const root = /^[A-Za-z_$][\w$]*/.exec(this.#script.text.slice(node.startIndex, node.startIndex + 80))?.[0];
    return root !== undefined && this.#script.names.lookup(root, node.startIndex)?.kind === 'import';
  }

  #call(node: SyntaxNode, type: string, depth: number): Value {
    const callee = node.childForFieldName(type === 'new_expression' ? 'constructor' : 'function');
    const list = node.childForFieldName('arguments');
    if (callee === null) return OTHER;
    // `process.env.X?.split(",")` is still that variable.
    const owner = callee.type === 'member_expression' ? callee.childForFieldName('object') : null;
    const read = owner === null ? undefined : this.#reads.get(unwrap(owner).id);
    if (read !== undefined) return { t: 'env', name: read };
    const resolved = this.#resolver.node(callee)?.path;
    const path = resolved ?? pathIn(callee.text, 200);
    if (path === undefined || path.length > 200) return OTHER;
    const args = list === null || list.type !== 'arguments' ? [] : codeChildren(list).slice(0, 12);
    return { t: 'call', callee: path, args: args.map((arg) => this.#value(arg, '', depth + 1)), keywords: {} };
  }

  #binary(node: SyntaxNode, name: string, depth: number): Value {
    const left = node.childForFieldName('left');
    const right = node.childForFieldName('right');
    const operator = node.childForFieldName('operator')?.text;
    if (left === null || right === null || operator === undefined) return OTHER;
    if (operator === '??' || operator === '||') {
      const first = this.#value(left, name, depth + 1);
      const second = this.#value(right, first.t === 'env' ? first.name : name, depth + 1);
      if (first.t === 'env' && first.default === undefined) return { ...first, default: second };
      return either([first, second]);
    }
    if (!/^[-+*/]$|^\*\*$/.test(operator)) return OTHER;
    const a = this.#value(left, name, depth + 1);
    const b = this.#value(right, name, depth + 1);
    if (a.t === 'number' && b.t === 'number') return calculate(a.v, operator, b.v);
    if (operator === '/' && a.t === 'call' && a.callee === 'Date.now' && b.t === 'number' && b.v === 1000) {
      return { t: 'call', callee: '/', args: [a, b], keywords: {} };
    }
    if (operator !== '+') return OTHER;
    const end = fromNow(a, b);
    if (end !== undefined) return end;
    const parts = [a, b].flatMap((part) => (part.t === 'template' ? part.parts : [part]));
    return parts.some((part) => part.t === 'string' || part.t === 'env') ? joined(parts) : OTHER;
  }

  #options(nodes: readonly (SyntaxNode | null)[], name: string, depth: number): Value {
    return either(nodes.map((node) => (node === null ? OTHER : this.#value(node, name, depth + 1))));
  }

  #template(node: SyntaxNode, name: string, depth: number): Value {
    const plain = stringOf(node);
    if (plain !== undefined) return text(plain, name);
    const parts: Value[] = [];
    let index = node.startIndex + 1;
    const literal = (end: number): void => {
      if (end > index) parts.push(text(unescaped(this.#script.text.slice(index, end)), name));
    };
    for (const child of node.namedChildren.slice(0, MOST_ITEMS)) {
      if (child === null || child.type !== 'template_substitution') continue;
      literal(child.startIndex);
      const inner = child.namedChild(0);
      parts.push(inner === null ? OTHER : this.#value(inner, '', depth + 1));
      index = child.endIndex;
    }
    literal(node.endIndex - 1);
    return joined(parts);
  }
}

const LITERALS = new Set([
  'string',
  'number',
  'template_string',
  'true',
  'false',
  'array',
  'object',
  'unary_expression',
]);

const PLAIN_KEY = /[\w$]+(?=:)/y;

/** A pair's key as a name; computed keys have none. */
export function keyOf(pair: SyntaxNode): string | undefined {
  const key = pair.childForFieldName('key');
  return key === null ? undefined : keyText(key);
}

function keyText(key: SyntaxNode): string | undefined {
  const { text: written } = key;
  if (/^[\w$#]+$/.test(written)) return written;
  return stringOf(key);
}

function text(value: string, name: string): Value {
  // Short words and sentences have no shape of a key; the name may still say that they are one.
  if (name === '' && (value.length < 14 || (/\s/.test(value) && !/:\/\/|-----/.test(value)))) {
    return { t: 'string', v: value.slice(0, MOST_TEXT) };
  }
  const short = value.length > MOST_TEXT ? value.slice(0, MOST_TEXT) : value;
  return { t: 'string', v: name === '' ? redactText(short) : defaultText(name, short) };
}

function number(source: string): Value {
  const v = Number(source.replaceAll('_', '').replace(/n$/, ''));
  return Number.isFinite(v) ? { t: 'number', v } : OTHER;
}

function negative(value: Value, source: string): Value {
  if (source.startsWith('!')) return value.t === 'bool' ? { t: 'bool', v: !value.v } : OTHER;
  if (value.t !== 'number') return OTHER;
  if (source.startsWith('-')) return { t: 'number', v: -value.v };
  return source.startsWith('+') ? value : OTHER;
}

function calculate(a: number, operator: string, b: number): Value {
  const results: Readonly<Record<string, number>> = { '+': a + b, '-': a - b, '*': a * b, '/': a / b, '**': a ** b };
  const v = results[operator];
  return v !== undefined && Number.isFinite(v) ? { t: 'number', v } : OTHER;
}

function either(options: readonly Value[]): Value {
  const flat = options.flatMap((option) => (option.t === 'either' ? option.options : [option]));
  return { t: 'either', options: flat.slice(0, 12) };
}

function joined(parts: readonly Value[]): Value {
  if (parts.every((part) => part.t === 'string')) {
    const whole = parts.map((part) => (part.t === 'string' ? part.v : '')).join('');
    return { t: 'string', v: whole.includes(HIDDEN) ? HIDDEN : redactText(whole) };
  }
  return { t: 'template', parts };
}
