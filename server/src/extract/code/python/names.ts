import type { SyntaxNode } from '../../../syntax/node';
import { bindValues } from './bind-values';
import type { ImportFound } from './imports';
import type { Binding, Scope } from './scope-tree';
import { bind, bindFirst, enclosing, ScopeTree } from './scope-tree';
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

/** Lower-case functions whose result is worth following like an object: `boto3.client("s3")`, `redis.from_url(...)`. */
const FACTORY =
  /^(?:a?connect|client|resource|session|pool|build|service|bucket|table|collection|connection|database|init|(?:create|from|open|make|build|new)_\w+|dotenv_values|get_\w*(?:client|connection|session|pool|database|db|collection|redis|model)|\w+_client|(?:cursor|pubsub|pipeline|register))$/;
const DEPTH = 12;

/** The names of one file: what each stands for where it is used. */
export class Names {
  readonly scopes: ScopeTree;
  /** Modules of `from x import *`. */
  readonly stars: readonly string[];
  readonly #source: PythonSource;
  readonly #plainModules: readonly string[];
  readonly #holdsEnvironment: boolean;
  readonly #memo = new Map<Binding, Resolved | undefined>();
  readonly #resolved = new Map<number, { readonly dotted: string; readonly resolved: Resolved | undefined }>();

  constructor(source: PythonSource, imports: readonly ImportFound[]) {
    this.#source = source;
    this.#holdsEnvironment = /environ|getenv/.test(source.text);
    this.scopes = new ScopeTree(source);
    const stars: string[] = [];
    const plain: string[] = [];
    for (const found of imports) {
      const names = this.scopes.at(found.node.startIndex).names;
      const at = found.node.startIndex;
      for (const { name, local } of found.names) {
        if (local === '*') stars.push(found.module);
        else if (name !== '*')
          bind(names, local, { kind: 'import', at, path: join(found.module, name), module: found.module });
        else if (local === found.module.split('.', 1)[0]) {
          plain.push(found.module);
          bind(names, local, { kind: 'import', at, path: local, module: local });
        } else bind(names, local, { kind: 'import', at, path: found.module, module: found.module });
      }
    }
    this.stars = stars;
    this.#plainModules = plain.sort((a, b) => b.length - a.length);
    bindValues(source, this.scopes);
  }

  /** What a dotted name stands for at an offset; undefined for builtins and everything made in this file. */
  resolve(dotted: string, offset: number, depth = 0): Resolved | undefined {
    if (dotted === '' || depth > DEPTH) return undefined;
    if (depth > 0) return this.#resolveAnew(dotted, offset, depth);
    // Every concern asks for the same names at the same places.
    const known = this.#resolved.get(offset);
    if (known?.dotted === dotted) return known.resolved;
    const resolved = this.#resolveAnew(dotted, offset, depth);
    this.#resolved.set(offset, { dotted, resolved });
    return resolved;
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
    if (node === null || depth > DEPTH) return undefined;
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
    for (let scope: Scope | undefined = innermost; scope !== undefined; scope = scope.parent) {
      if (scope.kind === 'class' && scope !== innermost) continue;
      if (scope.kind === 'function') this.#bindParametersOf(scope);
      const bindings = scope.names.get(name);
      if (bindings === undefined) continue;
      if (bindings.length === 1) return bindings;
      if (scope !== innermost) return [...bindings].reverse();
      const before = bindings.filter((binding) => binding.at < offset);
      if (before.length > 0) return before.reverse();
      // A name that a function assigns later is its own; a class body and a module see what is around.
      if (scope.kind === 'function') return bindings;
      if (scope.kind === 'module') return bindings;
    }
    return [];
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
    if (binding.kind === 'typed') return this.#resolveType(binding.type, binding.at, depth);
    if (binding.kind !== 'value') return undefined;
    if (this.#memo.has(binding)) return this.#memo.get(binding);
    this.#memo.set(binding, undefined);
    const resolved = this.#resolveValue(binding.node, depth);
    this.#memo.set(binding, resolved);
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
    const text = type.replace(/["']/g, '').trim();
    const wrapped = /^(?:\w+\.)?(?:Optional|Annotated|Union|Final|ClassVar)\[([\s\S]*)\]$/.exec(text)?.[1];
    for (const part of (wrapped ?? text).split(wrapped === undefined ? '|' : /[,|]/)) {
      const name = dottedAt(part.trim(), 0);
      if (name === '' || /^(None|str|int|float|bool|bytes|dict|list|Any)$/.test(name)) continue;
      const resolved = this.resolve(name, offset, depth + 1);
      if (resolved === undefined || /^(typing|collections)\b/.test(resolved.path)) return undefined;
      return { ...resolved, made: true };
    }
    return undefined;
  }

  #resolveAttribute(rest: string, offset: number, depth: number): Resolved | undefined {
    const owner = enclosing(this.scopes.at(offset), 'class');
    const dot = rest.indexOf('.');
    const name = dot === -1 ? rest : rest.slice(0, dot);
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

/** Joins a module as written with a name: `.` and `models` is `.models`, `app.core` and `db` is `app.core.db`. */
export function join(module: string, name: string): string {
  return module.endsWith('.') ? module + name : `${module}.${name}`;
}

/** The last name of a path. */
export function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** Whether calling this gives an object whose methods are worth telling. */
export function isFollowed(path: string): boolean {
  const name = lastName(path);
  return /^_*[A-Z]/.test(name) || FACTORY.test(name);
}
