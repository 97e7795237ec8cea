import { HIDDEN, type Keywords, type Value } from '../../../model/value';
import type { SyntaxNode } from '../../../syntax/node';
import { defaultText, redactText } from '../../redact';
import { fromNow } from '../from-now';
import { readArguments } from './arguments';
import { formatted } from './formatted';
import { plainString, readLiteral, unescaped } from './literals';
import type { Names } from './names';

export const OTHER: Value = { t: 'other' };
const NULL: Value = { t: 'null' };
const MAX_DEPTH = 10;
const MAX_NODES = 1500;
const MAX_TEXT = 2000;

/** Tells the variable that an expression reads in place, if it does. */
export type EnvAt = (node: SyntaxNode) => { readonly name: string; readonly default?: Value } | undefined;

/** Turns expressions of one file into values. */
export class Values {
  readonly #text: string;
  readonly #names: Names;
  readonly #envAt: EnvAt;
  #left = 0;

  constructor(text: string, names: Names, envAt: EnvAt) {
    this.#text = text;
    this.#names = names;
    this.#envAt = envAt;
  }

  /** The value of an expression; `key` is the name it is given under, which may say that it is a secret. */
  of(node: SyntaxNode | null | undefined, key = ''): Value {
    if (node === null || node === undefined) return OTHER;
    this.#left = MAX_NODES;
    return this.#value(node, key, 0);
  }

  /** Arguments of a call, positional and by keyword. */
  ofArguments(list: SyntaxNode): { readonly args: readonly Value[]; readonly keywords: Keywords } {
    this.#left = MAX_NODES;
    return this.#arguments(list, '', 0);
  }

  #arguments(list: SyntaxNode, key: string, depth: number): { args: readonly Value[]; keywords: Keywords } {
    const { positional, keywords } = readArguments(list, this.#text);
    const args = positional.map((node) => this.#value(node, key, depth + 1));
    if (keywords.size === 0) return { args, keywords: {} };
    const named: [string, Value][] = [];
    for (const [name, node] of keywords) named.push([name, this.#value(node, name, depth + 1)]);
    return { args, keywords: Object.fromEntries(named) };
  }

  #value(node: SyntaxNode, key: string, depth: number): Value {
    if (depth > MAX_DEPTH || this.#left-- <= 0) return OTHER;
    const { type } = node;
    const inner = (child: SyntaxNode | null, name = key): Value =>
      child === null ? OTHER : this.#value(child, name, depth + 1);
    switch (type) {
      case 'string':
        return this.#string(node, key, depth);
      case 'concatenated_string':
        return concatenate(children(node).map((child) => inner(child)));
      case 'integer':
      case 'float':
        return numberValue(node.text);
      case 'true':
        return { t: 'bool', v: true };
      case 'false':
        return { t: 'bool', v: false };
      case 'none':
        return NULL;
      case 'identifier':
      case 'attribute':
        return this.#reference(node);
      case 'list':
      case 'tuple':
      case 'set':
        return { t: 'list', items: children(node).map((child) => inner(child)) };
      case 'dictionary':
        return { t: 'map', entries: this.#dictionary(node, depth) };
      case 'call':
        return this.#call(node, key, depth);
      case 'subscript':
        return this.#env(node) ?? OTHER;
      case 'boolean_operator':
        return this.#operator(node, inner);
      case 'comparison_operator': {
        // `os.environ.get("DEBUG") == "True"` is what that variable says.
        const value = inner(node.namedChild(0), '');
        return value.t === 'env' ? value : OTHER;
      }
      case 'conditional_expression':
        return either([inner(node.namedChild(0)), inner(node.namedChild(2))]);
      case 'binary_operator':
        return arithmetic(this.#text, node, inner);
      case 'unary_operator': {
        const value = inner(node.childForFieldName('argument'));
        return value.t === 'number' && node.text.startsWith('-') ? { t: 'number', v: -value.v } : OTHER;
      }
      case 'await':
      case 'parenthesized_expression':
        return inner(node.namedChild(0));
      case 'named_expression':
        return inner(node.childForFieldName('value'));
      default:
        return OTHER;
    }
  }

  #env(node: SyntaxNode): Value | undefined {
    const read = this.#envAt(node);
    if (read === undefined) return undefined;
    return { t: 'env', name: read.name, ...(read.default && { default: read.default }) };
  }

  #reference(node: SyntaxNode): Value {
    const text = node.text;
    if (text.length > 200 || !/^[\w.]+$/.test(text)) return OTHER;
    const resolved = this.#names.resolve(text, node.startIndex);
    // An object keeps its own name, which a binding tells more of; what is imported is told by its path.
    return { t: 'ref', path: resolved === undefined || resolved.made ? text : resolved.path };
  }

  #call(node: SyntaxNode, key: string, depth: number): Value {
    const read = this.#env(node);
    if (read !== undefined) return read;
    const callee = node.childForFieldName('function');
    const list = node.childForFieldName('arguments');
    if (callee === null || list === null) return OTHER;
    const written = this.#text.slice(callee.startIndex, list.startIndex).trimEnd();
    const path = this.#names.resolveNode(callee)?.path ?? (/^[\w.]+$/.test(written) ? written : undefined);
    if (path === undefined) return this.#method(callee, list, key, depth);
    const { args, keywords } = this.#arguments(list, isCast(path) ? key : '', depth);
    const [first] = args;
    if (path === 'dict' && args.length === 0) return { t: 'map', entries: keywords };
    if (isCast(path) && args.length === 1 && first !== undefined && ['env', 'list'].includes(first.t)) return first;
    return { t: 'call', callee: path, args, keywords };
  }

  /** A method of something that has no name: `os.environ.get("X", "").split(",")` is still that variable. */
  #method(callee: SyntaxNode, list: SyntaxNode, key: string, depth: number): Value {
    if (callee.type !== 'attribute') return OTHER;
    const object = callee.childForFieldName('object');
    const name = callee.childForFieldName('attribute')?.text ?? '';
    if (object === null) return OTHER;
    if (/^(strip|lstrip|rstrip|split|lower|upper|encode|replace|splitlines|title|casefold)$/.test(name)) {
      const value = this.#value(object, key, depth + 1);
      return value.t === 'env' ? value : OTHER;
    }
    // `datetime.now(timezone.utc).timestamp()` is the clock in seconds.
    if (name === 'timestamp' && object.type === 'call') {
      const value = this.#value(object, '', depth + 1);
      return value.t === 'call' ? { t: 'call', callee: 'timestamp', args: [value], keywords: {} } : OTHER;
    }
    if (name === 'format' && object.type === 'string') {
      const value = this.#value(object, key, depth + 1);
      return value.t === 'string' ? formatted(value.v, this.#arguments(list, key, depth).args) : value;
    }
    return OTHER;
  }

  #operator(node: SyntaxNode, inner: (child: SyntaxNode | null) => Value): Value {
    const left = node.childForFieldName('left');
    const right = node.childForFieldName('right');
    if (left === null || right === null) return OTHER;
    const between = this.#text.slice(left.endIndex, right.startIndex);
    if (!/\bor\b/.test(between)) return OTHER;
    return fallback(inner(left), inner(right));
  }

  #dictionary(node: SyntaxNode, depth: number): Keywords {
    const entries: [string, Value][] = [];
    for (const child of children(node)) {
      if (child.type === 'dictionary_splat') {
        const value = this.#value(child.namedChild(0) ?? child, '', depth + 1);
        if (value.t === 'map') entries.push(...Object.entries(value.entries));
        continue;
      }
      if (child.type !== 'pair') continue;
      const keyNode = child.childForFieldName('key');
      const valueNode = child.childForFieldName('value');
      if (keyNode === null || valueNode === null || this.#left <= 0) continue;
      const name = (plainString(keyNode.text) ?? keyNode.text).slice(0, 200);
      entries.push([redactText(name), this.#value(valueNode, name, depth + 1)]);
    }
    return Object.fromEntries(entries);
  }

  #string(node: SyntaxNode, key: string, depth: number): Value {
    const text = node.text;
    const literal = readLiteral(text);
    if (literal === undefined) return OTHER;
    const { prefix, start, end } = literal;
    if (!prefix.includes('f')) return stringValue(unescaped(text.slice(start, end), prefix), key);
    const holes = children(node).filter((child) => child.type === 'interpolation');
    const clean = (piece: string): string => unescaped(piece.replace(/\{\{/g, '{').replace(/\}\}/g, '}'), prefix);
    if (holes.length === 0) return stringValue(clean(text.slice(start, end)), key);
    const parts: Value[] = [];
    let from = start;
    const literalPart = (to: number): void => {
      if (to > from) parts.push(stringValue(clean(text.slice(from, to)), key));
    };
    for (const hole of holes) {
      const at = hole.startIndex - node.startIndex;
      literalPart(at);
      parts.push(this.#value(hole.namedChild(0) ?? hole, '', depth + 1));
      from = hole.endIndex - node.startIndex;
    }
    literalPart(end);
    return { t: 'template', parts };
  }
}

function children(node: SyntaxNode): readonly SyntaxNode[] {
  return node.namedChildren.filter((child): child is SyntaxNode => child !== null && child.type !== 'comment');
}

/** A literal as a fact may hold it. */
export function stringValue(text: string, key: string): Value {
  const name = key === '' ? '' : key;
  const v = name === '' ? redactText(text) : defaultText(name, text);
  return { t: 'string', v: v.length > MAX_TEXT ? `${v.slice(0, MAX_TEXT)}…` : v };
}

function numberValue(text: string): Value {
  const v = Number(text.replace(/_/g, ''));
  return Number.isFinite(v) ? { t: 'number', v } : OTHER;
}

function isCast(path: string): boolean {
  return /^(int|float|str|bool|list|tuple|set|bytes|pathlib\.Path|json\.loads)$/.test(path);
}

function concatenate(parts: readonly Value[]): Value {
  if (parts.every((part) => part.t === 'string')) {
    const text = parts.map((part) => (part.t === 'string' ? part.v : '')).join('');
    return parts.some((part) => part.t === 'string' && part.v === HIDDEN)
      ? { t: 'string', v: HIDDEN }
      : { t: 'string', v: redactText(text) };
  }
  return { t: 'template', parts: parts.flatMap((part) => (part.t === 'template' ? part.parts : [part])) };
}

function either(options: readonly Value[]): Value {
  const flat = options.flatMap((option) => (option.t === 'either' ? option.options : [option]));
  return flat.every((option) => option.t === 'other') ? OTHER : { t: 'either', options: flat };
}

/** `read or "d"` is a read with a default. */
function fallback(left: Value, right: Value): Value {
  if (left.t === 'env' && (left.default === undefined || isEmpty(left.default)) && right.t !== 'env') {
    return { ...left, default: right };
  }
  return either([left, right]);
}

function isEmpty(value: Value): boolean {
  return value.t === 'null' || (value.t === 'string' && value.v === '');
}

function arithmetic(text: string, node: SyntaxNode, inner: (child: SyntaxNode | null) => Value): Value {
  const leftNode = node.childForFieldName('left');
  const rightNode = node.childForFieldName('right');
  if (leftNode === null || rightNode === null) return OTHER;
  const operator = text.slice(leftNode.endIndex, rightNode.startIndex).replace(/[\s()\\]/g, '');
  const left = inner(leftNode);
  const right = inner(rightNode);
  if (left.t === 'number' && right.t === 'number') {
    const results: Readonly<Record<string, number>> = {
      '+': left.v + right.v,
      '-': left.v - right.v,
      '*': left.v * right.v,
      '**': Math.abs(right.v) < 64 ? left.v ** right.v : Number.NaN,
      '/': left.v / right.v,
      '//': Math.floor(left.v / right.v),
      '<<': right.v < 31 ? left.v * 2 ** right.v : Number.NaN,
    };
    const v = results[operator] ?? Number.NaN;
    return Number.isFinite(v) ? { t: 'number', v } : OTHER;
  }
  if (operator === '/' && right.t === 'string') {
    return concatenate([...partsOf(left), { t: 'string', v: '/' }, ...partsOf(right)]);
  }
  if (operator === '+' && left.t === 'list' && right.t === 'list')
    return { t: 'list', items: [...left.items, ...right.items] };
  if (operator === '+' && [left, right].some((side) => side.t === 'string' || side.t === 'template')) {
    return concatenate([...partsOf(left), ...partsOf(right)]);
  }
  return operator === '+' ? (fromNow(left, right) ?? OTHER) : OTHER;
}

function partsOf(value: Value): readonly Value[] {
  return value.t === 'template' ? value.parts : [value];
}
