import type { SyntaxNode } from '../../../syntax/node';
import { isIn } from '../scan';
import { classesIn } from './annotation';
import { type Asking, emptyMemo, type Memo } from './asked';
import { bindImports } from './bind-imports';
import { bindValues } from './bind-values';
import type { ImportFound } from './imports';
import { isFollowed } from './name-paths';
import type { Binding, Scope } from './scope-tree';
import { bindFirst, enclosing, ScopeTree } from './scope-tree';
import type { PythonSource } from './source';
import { dottedAt } from './source';
import { copiedByCall, copiedByOperator } from './whole-environment';

/** What an expression stands for, told as a path that starts at an import. */
export interface Resolved {
  /** `openai.OpenAI.chat.completions.create`, `.clients.make_client` */
  readonly path: string;
  /** The module of that import, as written there. */
  readonly module: string;
  /** The path goes through a call: it names something made by `openai.OpenAI(...)`, not the class itself. */
  readonly made: boolean;
}

const DEPTH = 12;
const ENVIRONMENT = /environ|getenv/;

/** The names of one file: what each stands for where it is used. */
export class Names {
  readonly scopes: ScopeTree;
  /** Modules of `from x import *`. */
  readonly stars: readonly string[];
  readonly #source: PythonSource;
  readonly #plainModules: readonly string[];
  readonly #holdsEnvironment: boolean;
  readonly #memo = emptyMemo();
  /** The bindings that are being resolved, the innermost last. */
  readonly #under: Binding[] = [];
  #asking: Asking | undefined;
  #isEntangled = false;
  #foundIn: Scope | undefined;

  constructor(source: PythonSource, imports: readonly ImportFound[]) {
    this.#source = source;
    this.#holdsEnvironment = isIn(ENVIRONMENT, source.file);
    this.scopes = new ScopeTree(source);
    const { stars, plain } = bindImports(imports, this.scopes);
    this.stars = stars;
    this.#plainModules = plain;
    bindValues(source, this.scopes);
  }

  /** All that names rest on besides what is bound. */
  get surroundings(): string {
    return JSON.stringify([this.stars, this.#plainModules, this.#holdsEnvironment]);
  }

  /** Names lead in circles or too far: what one stands for depends on which was asked for first. */
  get isEntangled(): boolean {
    return this.#isEntangled;
  }

  entangle(): void {
    this.#isEntangled = true;
  }

  /** What is known so far. */
  get memo(): Memo {
    return this.#asking?.memo ?? this.#memo;
  }

  /** The function that is being read by itself. */
  get asker(): Asking | undefined {
    return this.#asking;
  }

  /** Reads a function by itself, which notes what it asks. */
  asking(asking: Asking, read: () => void): void {
    this.#asking = asking;
    try {
      read();
    } finally {
      this.#asking = undefined;
    }
  }

  /** What a dotted name stands for at an offset; undefined for builtins and everything made in this file. */
  resolve(dotted: string, offset: number, depth = 0): Resolved | undefined {
    if (dotted === '' || this.#isTooDeep(depth)) return undefined;
    if (depth > 0) return this.#resolveAnew(dotted, offset, depth);
    // Every concern asks for the same names at the same places.
    const { used } = this.memo;
    const known = used.get(offset);
    if (known?.dotted === dotted) return known.resolved;
    const resolved = this.#resolveAnew(dotted, offset, depth);
    used.set(offset, { dotted, resolved });
    return resolved;
  }

  #isTooDeep(depth: number): boolean {
    if (depth <= DEPTH) return false;
    this.#isEntangled = true;
    return true;
  }

  #resolveAnew(dotted: string, offset: number, depth: number): Resolved | undefined {
    const dot = dotted.indexOf('.');
    const root = dot === -1 ? dotted : dotted.slice(0, dot);
    const rest = dot === -1 ? '' : dotted.slice(dot);
    if ((root === 'self' || root === 'cls') && rest !== '') return this.#resolveAttribute(rest.slice(1), offset, depth);
    for (const binding of this.lookup(root, offset)) {
      const resolved = this.#resolveBinding(binding, depth + 1);
      if (resolved !== undefined) return this.#extend(resolved, rest);
      if (binding.kind !== 'value') return undefined;
    }
    return undefined;
  }

  /** What an expression stands for, followed through calls that make objects. */
  resolveNode(node: SyntaxNode | null, depth = 0): Resolved | undefined {
    if (node === null || this.#isTooDeep(depth)) return undefined;
    switch (node.type) {
      case 'identifier':
        return this.resolve(dottedAt(this.#source.text, node.startIndex), node.startIndex, depth + 1);
      case 'attribute':
        return this.#resolveMember(node, depth + 1);
      case 'call':
        return this.#resolveCall(node, depth + 1);
      case 'subscript': {
        // `client["shop"]["users"]` of a document database is one more object.
        const value = this.resolveNode(node.childForFieldName('value'), depth + 1);
        return value?.made === true && /^(pymongo|motor)\b/.test(value.path)
          ? { ...value, path: `${value.path}.__getitem__` }
          : undefined;
      }
      case 'await':
      case 'parenthesized_expression':
        return this.resolveNode(node.namedChild(0), depth + 1);
      case 'dictionary':
      case 'dictionary_comprehension':
      case 'binary_operator':
        return this.#holdsEnvironment
          ? copiedByOperator(node, (inner) => this.resolveNode(inner, depth + 1))
          : undefined;
      case 'boolean_operator':
        return (
          this.resolveNode(node.childForFieldName('left'), depth + 1) ??
          this.resolveNode(node.childForFieldName('right'), depth + 1)
        );
      case 'conditional_expression':
        return this.resolveNode(node.namedChild(0), depth + 1) ?? this.resolveNode(node.namedChild(2), depth + 1);
      default:
        return undefined;
    }
  }

  #resolveMember(node: SyntaxNode, depth: number): Resolved | undefined {
    const { text } = node;
    if (/^[\w.]+$/.test(text)) return this.resolve(text, node.startIndex, depth);
    const object = this.resolveNode(node.childForFieldName('object'), depth);
    const name = node.childForFieldName('attribute')?.text;
    return object === undefined || name === undefined ? undefined : this.#extend(object, `.${name}`);
  }

  #resolveCall(node: SyntaxNode, depth: number): Resolved | undefined {
    const callee = this.resolveNode(node.childForFieldName('function'), depth);
    const copied = this.#holdsEnvironment
      ? copiedByCall(node, callee, (inner) => this.resolveNode(inner, depth))
      : undefined;
    if (copied !== undefined || callee === undefined) return copied;
    return isFollowed(callee.path) ? { ...callee, made: true } : undefined;
  }

  /** The bindings of a plain name that can hold at an offset, the likeliest first. */
  lookup(name: string, offset: number): readonly Binding[] {
    const innermost = this.scopes.at(offset);
    this.#foundIn = undefined;
    const bindings = this.#find(name, innermost, offset);
    this.#asking?.name(name, innermost, this.#foundIn);
    return bindings;
  }

  #find(name: string, innermost: Scope, offset: number): readonly Binding[] {
    for (let scope: Scope | undefined = innermost; scope !== undefined; scope = scope.parent) {
      if (scope.kind === 'class' && scope !== innermost) continue;
      if (scope.kind === 'function') this.#bindParametersOf(scope);
      const bindings = scope.names.get(name);
      if (bindings === undefined) continue;
      this.#foundIn = scope;
      if (bindings.length === 1) return bindings;
      if (scope !== innermost) return [...bindings].reverse();
      const before = bindings.filter((binding) => binding.at < offset);
      if (before.length > 0) return before.reverse();
      // A name that a function assigns later is its own; a class body and a module see what is around.
      if (scope.kind === 'function') return bindings;
      if (scope.kind === 'module') return bindings;
    }
    this.#foundIn = undefined;
    return [];
  }

  /** What a class binds under a name in its body. */
  members(owner: Scope | undefined, name: string): readonly Binding[] {
    this.#asking?.name(name, this.scopes.module, undefined);
    return owner?.names.get(name) ?? [];
  }

  /** What the methods of a class give `self` under a name. */
  attributes(owner: Scope | undefined, name: string): readonly Binding[] {
    this.#asking?.name(name, this.scopes.module, undefined);
    return owner?.attributes.get(name) ?? [];
  }

  /** The one expression that a name of this file is given. */
  constant(name: string, offset: number): SyntaxNode | undefined {
    const bindings = this.lookup(name, offset);
    const [binding] = bindings;
    if (bindings.length !== 1 || binding?.kind !== 'value' || binding.node.type !== 'assignment') return undefined;
    return binding.node.childForFieldName('right') ?? undefined;
  }

  #resolveBinding(binding: Binding, depth: number): Resolved | undefined {
    if (binding.kind === 'import') return { path: binding.path, module: binding.module, made: false };
    if (binding.kind !== 'value' && binding.kind !== 'typed') return undefined;
    const { bindings } = this.memo;
    if (bindings.has(binding)) {
      // What is asked for while it is being found stands for nothing by itself: only others would be told wrong.
      if (this.#under.includes(binding) && this.#under.at(-1) !== binding) this.#isEntangled = true;
      return bindings.get(binding);
    }
    bindings.set(binding, undefined);
    this.#under.push(binding);
    const resolved =
      binding.kind === 'typed'
        ? this.#resolveType(binding.type, binding.at, depth)
        : this.#resolveValue(binding.node, depth);
    this.#under.pop();
    bindings.set(binding, resolved);
    return resolved;
  }

  #resolveValue(node: SyntaxNode, depth: number): Resolved | undefined {
    if (node.type !== 'assignment') return this.resolveNode(node, depth);
    const right = node.childForFieldName('right');
    const resolved = right === null ? undefined : this.resolveNode(right, depth);
    if (resolved !== undefined) return resolved;
    const type = node.childForFieldName('type');
    return type === null ? undefined : this.#resolveType(type.text, node.startIndex, depth);
  }

  /** The first class of an annotation that is imported: `Optional[httpx.AsyncClient]`, `"Redis | None"`. */
  #resolveType(type: string, offset: number, depth: number): Resolved | undefined {
    for (const name of classesIn(type)) {
      const resolved = this.resolve(name, offset, depth + 1);
      if (resolved === undefined || /^(typing|collections)\b/.test(resolved.path)) return undefined;
      return { ...resolved, made: true };
    }
    return undefined;
  }

  #resolveAttribute(rest: string, offset: number, depth: number): Resolved | undefined {
    const innermost = this.scopes.at(offset);
    const owner = enclosing(innermost, 'class');
    const dot = rest.indexOf('.');
    const name = dot === -1 ? rest : rest.slice(0, dot);
    this.#asking?.name(name, innermost, undefined);
    const bindings = [...(owner?.attributes.get(name) ?? []), ...(owner?.names.get(name) ?? [])];
    for (const binding of bindings) {
      const resolved = this.#resolveBinding(binding, depth + 1);
      if (resolved !== undefined) return this.#extend(resolved, dot === -1 ? '' : rest.slice(dot));
    }
    return undefined;
  }

  #extend(resolved: Resolved, rest: string): Resolved {
    if (rest === '') return resolved;
    const path = resolved.path + rest;
    if (resolved.made || this.#plainModules.length === 0) return { ...resolved, path };
    // `import google.cloud.storage` binds `google` alone; the module is the longest one that was imported.
    const module = resolved.path === resolved.module ? this.#longestModule(path) : undefined;
    return { ...resolved, path, module: module ?? resolved.module };
  }

  #longestModule(path: string): string | undefined {
    return this.#plainModules.find((module) => path === module || path.startsWith(`${module}.`));
  }

  readonly #withParameters = new Set<Scope>();

  #bindParametersOf(scope: Scope): void {
    if (this.#withParameters.has(scope)) return;
    this.#withParameters.add(scope);
    for (const { name, type, default: given } of this.scopes.parametersOf(scope)) {
      const at = scope.start;
      // `def load(env=os.environ)`: nobody hands in anything else but tests.
      if (given === 'os.environ') bindFirst(scope.names, name, { kind: 'import', at, path: given, module: 'os' });
      else bindFirst(scope.names, name, type === undefined ? { kind: 'unknown', at } : { kind: 'typed', at, type });
    }
  }
}
