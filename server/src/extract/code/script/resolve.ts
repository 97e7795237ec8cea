import type { SyntaxNode } from '../../../syntax/node';
import type { Declaration, Resolved } from './declaration';
import { isFunction, returnsOf } from './functions';
import { patternNames } from './import-statement';
import { importPath } from './module-path';
import { extend, GLOBAL_OBJECTS, GLOBALS, moduleOf } from './resolved-path';
import { type Assignment, type CallSite, calleeOf, type Script } from './script';
import { stringOf, unwrap } from './unwrap';

/** A callee that can be read from its text: `a.b?.c<T>`. */
const SIMPLE = /^([A-Za-z_$][\w$]*)((?:\s*[!?]?\.\s*#?[\w$]+)*)\s*(?:\?\.)?\s*(?:<[^()`'"]*>)?\s*$/;
const REQUIRED = /^(?:await\s+import|require)\s*\(\s*(['"])([^'"\n]+)\1\s*\)$/;
/** Types that say how a request goes through, not what the program talks to. */
const PLUMBING_TYPE = /(Request|Response|Reply|Context|Ctx|Event|Props|Params|Options|Config|NextFunction)$/;
/** What a callee may start with that is no name. */
const KEYWORDS: ReadonlySet<string> = new Set(['this', 'await', 'new', 'require']);
/** Hooks that keep what they are given. */
const KEEPERS: ReadonlySet<string> = new Set(['react.useRef', 'react.useMemo', 'react.useState']);
/** The fields of expressions that are one of their parts. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  binary_expression: ['left', 'right'],
  ternary_expression: ['consequence', 'alternative'],
  assignment_expression: ['right'],
  augmented_assignment_expression: ['right'],
};
const MOST_SEGMENTS = 10;
const MOST_STEPS = 40;
const MOST_DEPTH = 12;

/** What an expression starts at; a global object is nothing by itself. */
interface Start {
  readonly base: Resolved | undefined;
}

/** Follows expressions of one file back to the imports that they start at. */
export class Resolver {
  readonly #script: Script;
  #depth = 0;
  #patterns: Assignment[] | undefined;

  constructor(script: Script) {
    this.#script = script;
  }

  /** What a call calls. Most calls end at the first look at the name that they start with. */
  callee(site: CallSite): Resolved | undefined {
    const { root } = site;
    if (root !== undefined && !KEYWORDS.has(root)) return this.#calleeFrom(site, root);
    const first = this.#script.text[site.start.startIndex];
    return root !== undefined || first === '(' || first === '<' ? this.node(calleeOf(site)) : undefined;
  }

  #calleeFrom(site: CallSite, root: string): Resolved | undefined {
    const { text, names } = this.#script;
    const start = site.start.startIndex;
    const declaration = names.lookup(root, start);
    if (declaration === undefined && !GLOBALS.has(root) && !GLOBAL_OBJECTS.has(root)) return undefined;
    const base = declaration === undefined ? globalOf(root) : this.declaration(declaration);
    if (base === undefined && !GLOBAL_OBJECTS.has(root)) {
      // A local factory: `getClient().send()`.
      return text[start + root.length] === '(' ? this.node(calleeOf(site)) : undefined;
    }
    const simple = site.args.startIndex - start < 200 ? SIMPLE.exec(text.slice(start, site.args.startIndex)) : null;
    if (simple === null) return this.node(calleeOf(site));
    const segments = simple[2]?.match(/[\w$]+/g) ?? [];
    return segments.length === 0 && this.#isResult(root, start) ? undefined : extend(base, segments);
  }

  /** Whether a name holds what a call returned: calling that in turn is no call of the first function. */
  #isResult(name: string, index: number): boolean {
    const value = this.#script.names.lookup(name, index)?.values[0];
    if (value === undefined) return false;
    const inner = unwrap(value);
    if (inner.type !== 'call_expression') return inner.type === 'new_expression';
    return inner.childForFieldName('function')?.text !== 'require' && !inner.text.startsWith('import(');
  }

  /** What a name means at an index. */
  name(name: string, index: number): Resolved | undefined {
    const declaration = this.#script.names.lookup(name, index);
    if (declaration !== undefined) return this.declaration(declaration);
    return globalOf(name);
  }

  declaration(declaration: Declaration): Resolved | undefined {
    if (declaration.resolved !== undefined) return declaration.resolved ?? undefined;
    if (this.#depth > MOST_DEPTH) return undefined;
    declaration.resolved = null;
    this.#depth += 1;
    const resolved = this.#work(declaration);
    this.#depth -= 1;
    declaration.resolved = resolved ?? null;
    return resolved;
  }

  #work(declaration: Declaration): Resolved | undefined {
    for (const value of declaration.values) {
      const resolved = this.node(value);
      if (resolved !== undefined) return resolved;
    }
    if (declaration.type !== undefined && !PLUMBING_TYPE.test(declaration.type)) {
      const [root = '', ...rest] = declaration.type.split('.');
      const type = this.#script.names.lookup(root, declaration.at);
      if (type?.kind === 'import') return extend(this.declaration(type), rest);
    }
    if (declaration.kind === 'pattern') return this.#destructured(declaration);
    return undefined;
  }

  /** `const { a: b } = module`: only from modules, constructed objects and names, never from what a call returns. */
  #destructured(declaration: Declaration): Resolved | undefined {
    const { text } = this.#script;
    const assignment = this.#patternAt(declaration.at);
    if (assignment === undefined) return undefined;
    const { target, value } = assignment;
    const pattern = text.slice(target.startIndex, Math.min(value.startIndex, target.startIndex + 4000));
    const taken = patternNames(pattern).find(({ local }) => local === declaration.name);
    if (taken === undefined) return undefined;
    const module = REQUIRED.exec(value.text.trim())?.[2];
    if (module !== undefined) return { module, path: importPath(module, taken.name) };
    const inner = unwrap(value);
    return inner.type === 'call_expression' ? undefined : extend(this.node(inner), [taken.name]);
  }

  /** The destructuring whose pattern holds an index. */
  #patternAt(index: number): Assignment | undefined {
    const { assignments, text } = this.#script;
    this.#patterns ??= assignments
      .filter(({ declares, target }) => declares && text[target.startIndex] === '{')
      .sort((a, b) => a.target.startIndex - b.target.startIndex);
    let low = 0;
    let high = this.#patterns.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#patterns[middle]?.target.startIndex ?? 0) <= index) low = middle + 1;
      else high = middle;
    }
    const found = this.#patterns[low - 1];
    return found !== undefined && index < found.value.startIndex ? found : undefined;
  }

  /** What an expression is, as a path from its import. Looks through calls: a client is what its factory is called. */
  node(start: SyntaxNode): Resolved | undefined {
    const segments: string[] = [];
    let node = start;
    for (let steps = 0; steps < MOST_STEPS && segments.length <= MOST_SEGMENTS; steps += 1) {
      const next = this.#step(unwrap(node), segments);
      if (next === undefined) return undefined;
      if ('base' in next) return extend(next.base, segments.reverse());
      node = next;
    }
    return undefined;
  }

  /** The part of an expression that it starts with, or what that is; names after it are put on `segments`. */
  #step(node: SyntaxNode, segments: string[]): SyntaxNode | Start | undefined {
    switch (node.type) {
      case 'identifier':
        return this.#startAt(node);
      case 'member_expression': {
        const object = node.childForFieldName('object');
        const property = node.childForFieldName('property')?.text;
        if (object === null || property === undefined) return undefined;
        if (object.type === 'this') return { base: this.#member(property, node.startIndex) };
        segments.push(property);
        return object;
      }
      case 'subscript_expression': {
        const object = node.childForFieldName('object');
        const index = stringOf(node.childForFieldName('index'));
        if (object === null || index === undefined || !/^[\w$]+$/.test(index)) return undefined;
        segments.push(index);
        return object;
      }
      case 'call_expression': {
        const called = this.#called(node);
        return called !== undefined && 'path' in called ? { base: called } : called;
      }
      case 'new_expression':
        return node.childForFieldName('constructor') ?? undefined;
      default: {
        const base = this.#either(node);
        return base === undefined ? undefined : { base };
      }
    }
  }

  #startAt(identifier: SyntaxNode): Start | undefined {
    const { text } = identifier;
    const base = this.name(text, identifier.startIndex);
    return base === undefined && !GLOBAL_OBJECTS.has(text) ? undefined : { base };
  }

  /** The first part that resolves of an expression that has several: `a ?? b`, `x ? a : b`. */
  #either(node: SyntaxNode): Resolved | undefined {
    if (this.#depth > MOST_DEPTH) return undefined;
    this.#depth += 1;
    try {
      for (const field of PARTS[node.type] ?? []) {
        const part = node.childForFieldName(field);
        const resolved = part === null ? undefined : this.node(part);
        if (resolved !== undefined) return resolved;
      }
      return undefined;
    } finally {
      this.#depth -= 1;
    }
  }

  /** What stands for a call: the module of a `require`, what a local function returns, or else its callee. */
  #called(node: SyntaxNode): SyntaxNode | Resolved | undefined {
    const callee = node.childForFieldName('function');
    if (callee === null) return undefined;
    const { type } = callee;
    if (type === 'import') return moduleOf(node);
    if (type === 'member_expression') return this.#injected(node, callee) ?? callee;
    if (type !== 'identifier') return callee;
    const { text } = callee;
    const declaration = this.#script.names.lookup(text, callee.startIndex);
    if (declaration === undefined) return text === 'require' ? moduleOf(node) : callee;
    const body = declaration.node ?? declaration.values[0];
    const isOwn =
      declaration.kind === 'function' || (declaration.kind === 'variable' && body !== undefined && isFunction(body));
    if (isOwn && body !== undefined) return this.returned(declaration, body);
    if (!KEEPERS.has(this.declaration(declaration)?.path ?? '')) return callee;
    const kept = node.childForFieldName('arguments')?.namedChild(0) ?? callee;
    return isFunction(kept) ? this.#result(kept) : kept;
  }

  /** `app.get(ConfigService)` of Nest gives an object of the class that it is handed. */
  #injected(call: SyntaxNode, callee: SyntaxNode): SyntaxNode | undefined {
    if (!/^(get|resolve)$/.test(callee.childForFieldName('property')?.text ?? '')) return undefined;
    const first = call.childForFieldName('arguments')?.namedChild(0);
    return first?.type === 'identifier' && first.text.endsWith('ConfigService') ? first : undefined;
  }

  /** What a function of this file returns, where that comes from an import. */
  returned(declaration: Declaration, body: SyntaxNode): Resolved | undefined {
    const known = this.#returns.get(declaration);
    if (known !== undefined) return known ?? undefined;
    this.#returns.set(declaration, null);
    const resolved = this.#result(body) ?? null;
    this.#returns.set(declaration, resolved);
    return resolved ?? undefined;
  }

  readonly #returns = new Map<Declaration, Resolved | null>();

  #result(fn: SyntaxNode): Resolved | undefined {
    if (this.#depth > MOST_DEPTH) return undefined;
    const body = fn.childForFieldName('body');
    if (body === null) return undefined;
    this.#depth += 1;
    try {
      if (body.type !== 'statement_block') return this.node(body);
      for (const statement of returnsOf(body)) {
        const value = statement.namedChild(0);
        const resolved = value === null ? undefined : this.node(value);
        if (resolved !== undefined) return resolved;
      }
      return undefined;
    } finally {
      this.#depth -= 1;
    }
  }

  #member(name: string, index: number): Resolved | undefined {
    const member = this.#script.members.of(index)?.get(name);
    return member === undefined ? undefined : this.declaration(member);
  }
}

function globalOf(name: string): Resolved | undefined {
  return GLOBALS.has(name) ? { path: name, module: '' } : undefined;
}
