import type { Keywords, Value } from '../../../model/value';
import type { SyntaxNode } from '../../../syntax/node';
import { argumentsOf, namedChildren, type Pair, pairsOf, unwrap } from './arguments';
import { bodyOf, type Definitions } from './definitions';
import type { ElixirSource } from './elixir-source';
import { knownCall, valueAt } from './known-calls';
import { arithmetic, either, hideByName, joined, keywordsOf, NULL, numberValue, OTHER } from './literals';
import { isKeywordList, lastOfBranches, sides, textKey } from './shapes';
import { sigilOf, stringOf } from './strings';
import { identifierAt, moduleTextAt } from './text-at';

const MAX_DEPTH = 24;
/** Nodes that one value may look at: variables that hold variables could otherwise grow without bound. */
const MAX_NODES = 300;

export interface CallValues {
  readonly args: readonly Value[];
  readonly keywords: Keywords;
}

/** Reads what expressions say: literals, names followed inside the file, known calls. */
export class Values {
  /** Reads of environment variables by node id; filled by the first pass over the file. */
  readonly env = new Map<number, Value>();
  readonly #source: ElixirSource;
  readonly #definitions: Definitions;
  #depth = 0;
  #left = 0;

  constructor(source: ElixirSource, definitions: Definitions) {
    this.#source = source;
    this.#definitions = definitions;
  }

  of(node: SyntaxNode): Value {
    if (this.#depth === 0) this.#left = MAX_NODES;
    if (this.#depth >= MAX_DEPTH || this.#left <= 0) return OTHER;
    this.#depth += 1;
    this.#left -= 1;
    try {
      return this.#read(node);
    } finally {
      this.#depth -= 1;
    }
  }

  /** The arguments of a call, a piped value first. A `do` block is no argument. */
  ofCall(call: SyntaxNode): CallValues {
    const given = argumentsOf(call);
    const piped = this.#source.pipedInto(call);
    const nodes = piped === undefined ? given.positional : [piped, ...given.positional];
    const last = nodes[nodes.length - 1];
    // `f(a, [b: 1])` is the same call as `f(a, b: 1)`.
    const bracketed = given.keywords.length === 0 && last?.type === 'list' ? pairsOf(last) : [];
    const isKeywords = bracketed.length > 0 && last !== undefined && nodes.length > 1 && isKeywordList(last);
    return {
      args: (isKeywords ? nodes.slice(0, -1) : nodes).map((node) => this.of(node)),
      keywords: this.#keywords((isKeywords ? bracketed : given.keywords).filter((pair) => pair.key !== 'do')),
    };
  }

  /** The text that an expression is, where it is one without holes. */
  textOf(node: SyntaxNode): string | undefined {
    const value = this.of(node);
    return value.t === 'string' ? value.v : undefined;
  }

  #keywords(pairs: readonly Pair[]): Keywords {
    return keywordsOf(pairs.map((pair) => [pair.key, this.of(pair.value)] as const));
  }

  #read(node: SyntaxNode): Value {
    const env = this.env.get(node.id);
    if (env !== undefined) return env;
    switch (node.type) {
      case 'string':
      case 'charlist':
        return stringOf(node, this.#source.text, (inner) => this.of(inner));
      case 'sigil':
        return sigilOf(node, this.#source.text, (inner) => this.of(inner));
      case 'integer':
      case 'float':
        return numberValue(node.text);
      case 'boolean':
        return { t: 'bool', v: node.text === 'true' };
      case 'nil':
        return NULL;
      case 'atom':
      case 'quoted_atom':
        return { t: 'ref', path: node.text.replace(/^:"(.*)"$/, ':$1') };
      case 'alias':
        return { t: 'ref', path: this.#module(node) };
      case 'identifier':
        return this.#name(node);
      case 'list':
        return this.#list(node);
      case 'keywords':
        return { t: 'map', entries: this.#keywords(pairsOf(node)) };
      case 'map':
        return this.#map(node);
      case 'tuple':
        return this.#tuple(node);
      case 'block':
        return unwrap(node) === node ? OTHER : this.of(unwrap(node));
      case 'unary_operator':
        return this.#unary(node);
      case 'binary_operator':
        return this.#binary(node);
      case 'access_call':
        return this.#access(node);
      case 'call':
        return this.#call(node);
      case 'dot':
        return { t: 'ref', path: this.#module(node) };
      default:
        return OTHER;
    }
  }

  #module(node: SyntaxNode): string {
    const index = node.startIndex;
    return this.#source.names.resolve(moduleTextAt(this.#source.text, index) || node.text, index);
  }

  /** A variable as last bound before this place, or a local function without arguments. */
  #name(node: SyntaxNode): Value {
    const index = node.startIndex;
    const name = identifierAt(this.#source.text, index);
    if (name === '__MODULE__') return { t: 'ref', path: this.#source.outline.moduleAt(index) ?? name };
    const variable = this.#definitions.variable(name, index);
    if (variable !== undefined) {
      const value = hideByName(name, this.of(variable.value));
      return value.t === 'other' ? { t: 'ref', path: name } : value;
    }
    return this.#function(name, index) ?? { t: 'ref', path: name };
  }

  #function(name: string, index: number): Value | undefined {
    const block = this.#definitions.plainFunction(name, index);
    const body = block === undefined ? undefined : bodyOf(block.node);
    if (body === undefined || this.#depth > 8) return undefined;
    const value = hideByName(name, this.of(body));
    return value.t === 'other' ? undefined : value;
  }

  #list(node: SyntaxNode): Value {
    const children = namedChildren(node);
    if (isKeywordList(node)) return { t: 'map', entries: this.#keywords(pairsOf(node)) };
    return { t: 'list', items: children.map((child) => this.of(child)) };
  }

  #map(node: SyntaxNode): Value {
    const children = namedChildren(node);
    const struct = children.find((child) => child.type === 'struct');
    const content = children.find((child) => child.type === 'map_content');
    const entries: (readonly [string, Value])[] = [];
    for (const child of content === undefined ? [] : namedChildren(content)) {
      if (child.type === 'keywords') {
        entries.push(...pairsOf(child).map((pair) => [pair.key, this.of(pair.value)] as const));
      } else if (child.type === 'binary_operator') {
        const [left, right] = sides(child);
        const key = left === undefined ? undefined : textKey(this.of(left));
        if (key !== undefined && right !== undefined) entries.push([key, this.of(right)]);
      }
    }
    if (struct === undefined) return { t: 'map', entries: keywordsOf(entries) };
    const module = namedChildren(struct)[0];
    const callee = module?.type === 'alias' ? this.#module(module) : '';
    return callee === '' ? OTHER : { t: 'call', callee, args: [], keywords: keywordsOf(entries) };
  }

  #tuple(node: SyntaxNode): Value {
    const items = namedChildren(node).map((child) => this.of(child));
    const [first, second] = items;
    // `{"authorization", "Bearer ..."}`: a pair of a name and a value.
    if (items.length === 2 && first?.t === 'string' && second !== undefined) {
      return { t: 'list', items: [first, hideByName(first.v, second)] };
    }
    return { t: 'list', items };
  }

  #unary(node: SyntaxNode): Value {
    const operand = node.childForFieldName('operand');
    const index = node.startIndex;
    if (operand === null) return OTHER;
    if (this.#source.text[index] === '@' && operand.type === 'identifier') {
      const name = operand.text;
      const attribute = this.#definitions.attribute(name, index);
      if (attribute === undefined) return { t: 'ref', path: `@${name}` };
      const value = hideByName(name, this.of(attribute.value));
      return value.t === 'other' ? { t: 'ref', path: `@${name}` } : value;
    }
    if (this.#source.text[index] !== '-') return OTHER;
    const value = this.of(operand);
    return value.t === 'number' ? { t: 'number', v: -value.v } : OTHER;
  }

  #binary(node: SyntaxNode): Value {
    const operator = node.childForFieldName('operator')?.text ?? '';
    const [left, right] = sides(node);
    if (left === undefined || right === undefined) return OTHER;
    switch (operator) {
      case '<>':
        return joined([this.of(left), this.of(right)]);
      case '||': {
        const first = this.of(left);
        const second = this.of(right);
        if (first.t === 'env' && first.default === undefined && second.t !== 'other') {
          return { ...first, default: hideByName(first.name, second) };
        }
        return either([first, second]);
      }
      case '++': {
        const first = this.of(left);
        const second = this.of(right);
        return first.t === 'list' && second.t === 'list'
          ? { t: 'list', items: [...first.items, ...second.items] }
          : OTHER;
      }
      case 'when':
        return this.of(left);
      case '|>':
      case '=':
      case '&&':
        return this.of(right);
      case '+':
      case '-':
      case '*':
      case '/':
        return arithmetic(operator, this.of(left), this.of(right));
      default:
        return OTHER;
    }
  }

  #access(node: SyntaxNode): Value {
    const target = node.childForFieldName('target');
    const key = node.childForFieldName('key');
    return target === null || key === null ? OTHER : valueAt(this.of(target), this.of(key));
  }

  #call(node: SyntaxNode): Value {
    const target = node.childForFieldName('target');
    if (target === null) return OTHER;
    if (target.type === 'identifier') return this.#localCall(node, identifierAt(this.#source.text, target.startIndex));
    const left = target.childForFieldName('left');
    const right = target.childForFieldName('right');
    if (left === null || right === null) return OTHER;
    const name = right.text;
    if (left.type === 'alias' || left.type === 'atom' || left.type === 'dot') {
      const { args, keywords } = this.ofCall(node);
      return knownCall(this.#module(left), name, args, keywords);
    }
    // `config.host` reads a field; anything else is a call of something held in a variable.
    if (namedChildren(node).length > 1) return OTHER;
    return valueAt(this.of(left), { t: 'ref', path: `:${name}` });
  }

  #localCall(node: SyntaxNode, name: string): Value {
    const { positional, keywords, block } = argumentsOf(node);
    if (name === 'raise' || name === 'cond') return OTHER;
    if (name === 'case') {
      // What is made of a variable in the clauses still comes from it.
      const subject = this.#source.pipedInto(node) ?? positional[0];
      const value = subject === undefined ? OTHER : this.of(subject);
      return value.t === 'env' ? value : OTHER;
    }
    if (name === 'if' || name === 'unless') {
      const branches = keywords.filter((pair) => pair.key === 'do' || pair.key === 'else').map((pair) => pair.value);
      return either((block === undefined ? branches : lastOfBranches(block)).map((branch) => this.of(branch)));
    }
    if (positional.length === 0 && keywords.length === 0 && this.#source.pipedInto(node) === undefined) {
      const value = this.#function(name, node.startIndex);
      if (value !== undefined) return value;
    }
    return { t: 'call', callee: name, ...this.ofCall(node) };
  }
}
