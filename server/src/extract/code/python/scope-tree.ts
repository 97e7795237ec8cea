import type { SyntaxNode } from '../../../syntax/node';
import { madeOnceOf } from '../of-node';
import type { Parameter } from './parameters';
import { parametersAt } from './parameters';
import type { FunctionSite, PythonSource } from './source';

/** What a name stands for at one place. */
export type Binding =
  | { readonly kind: 'import'; readonly at: number; readonly path: string; readonly module: string }
  /** An assignment; what it stands for is told when somebody asks. */
  | { readonly kind: 'value'; readonly at: number; readonly node: SyntaxNode; readonly from: 'assignment' | 'as' }
  | { readonly kind: 'typed'; readonly at: number; readonly type: string }
  | { readonly kind: 'function' | 'class'; readonly at: number; readonly scope: Scope }
  /** A parameter or loop variable of which nothing is known. */
  | { readonly kind: 'unknown'; readonly at: number };

export interface Scope {
  readonly kind: 'module' | 'function' | 'class';
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly parent: Scope | undefined;
  /** None of the module. */
  readonly node: SyntaxNode | undefined;
  readonly site: FunctionSite | undefined;
  /** Where the bracket of a class's bases stands. */
  readonly bases: number | undefined;
  readonly names: Map<string, Binding[]>;
  /** Of a class: what its methods assign to `self.x`. */
  readonly attributes: Map<string, Binding[]>;
}

/** The functions and classes of a file as a tree, found by offset. */
export class ScopeTree {
  readonly module: Scope;
  /** In document order, which is also outer before inner. */
  readonly all: readonly Scope[];
  readonly #parameters = new Map<Scope, readonly Parameter[]>();
  readonly #text: string;
  #last = 0;

  constructor(source: PythonSource) {
    this.#text = source.text;
    this.module = {
      kind: 'module',
      name: '',
      start: -1,
      end: source.text.length + 1,
      parent: undefined,
      node: undefined,
      site: undefined,
      bases: undefined,
      names: new Map(),
      attributes: NONE,
    };
    const sites = [
      ...source.functions.map((site) => ({ kind: 'function' as const, site, node: site.node, name: site.name })),
      ...source.classes.map((site) => ({ kind: 'class' as const, site, node: site.node, name: site.name })),
    ].sort((a, b) => a.node.startIndex - b.node.startIndex);
    const all: Scope[] = [this.module];
    let current = this.module;
    for (const { kind, site, node, name } of sites) {
      const start = node.startIndex;
      while (current.parent !== undefined && current.end <= start) current = current.parent;
      const inner: Scope = {
        kind,
        name,
        start,
        end: node.endIndex,
        parent: current,
        node,
        site: kind === 'function' ? (site as FunctionSite) : undefined,
        bases: kind === 'class' && 'bases' in site ? site.bases : undefined,
        names: new Map(),
        attributes: kind === 'class' ? new Map<string, Binding[]>() : NONE,
      };
      bind(current.names, name, { kind, at: start, scope: inner });
      all.push(inner);
      current = inner;
    }
    this.all = all;
  }

  /** The innermost scope around an offset. */
  at(offset: number): Scope {
    let low = this.#last;
    // Who reads a file from its start asks about one scope again and again.
    const isLast = (this.all[low]?.start ?? 0) <= offset && offset < (this.all[low + 1]?.start ?? Infinity);
    let high = isLast ? low : this.all.length - 1;
    if (!isLast) low = 0;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.all[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    this.#last = low;
    let found = this.all[low] ?? this.module;
    while (found.parent !== undefined && found.end <= offset) found = found.parent;
    return found;
  }

  /** The names of functions and classes around an offset, outermost first; undefined at the top. */
  pathAt(offset: number): string | undefined {
    const names: string[] = [];
    for (let s: Scope | undefined = this.at(offset); s?.parent !== undefined; s = s.parent) names.unshift(s.name);
    return names.length === 0 ? undefined : names.join('.');
  }

  parametersOf(of: Scope): readonly Parameter[] {
    const { site } = of;
    if (site === undefined) return [];
    let parameters = this.#parameters.get(of);
    if (parameters === undefined) {
      parameters = parametersOfNode(site.node, () => parametersAt(this.#text, site.params));
      this.#parameters.set(of, parameters);
    }
    return parameters;
  }
}

const parametersOfNode = madeOnceOf<readonly Parameter[]>();

export function enclosing(from: Scope | undefined, kind: Scope['kind']): Scope | undefined {
  let found = from;
  while (found !== undefined && found.kind !== kind) found = found.parent;
  return found;
}

export function bind(names: Map<string, Binding[]>, name: string, binding: Binding): void {
  const known = names.get(name);
  if (known === undefined) names.set(name, [binding]);
  else known.push(binding);
}

/** Binds a parameter: what the function assigns to it comes later. */
export function bindFirst(names: Map<string, Binding[]>, name: string, binding: Binding): void {
  names.set(name, [binding, ...(names.get(name) ?? [])]);
}

/** What is no class has none; nothing is ever put here. */
const NONE = new Map<string, Binding[]>();
