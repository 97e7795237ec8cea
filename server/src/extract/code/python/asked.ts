import type { SyntaxNode } from '../../../syntax/node';
import { onItsOwn } from '../../on-its-own';
import type { Resolved } from './names';
import type { Binding, Scope } from './scope-tree';
import type { CallSite } from './source';

/** What was asked of a file around one of its functions, while that was read. */
export interface Asked {
  /** Names that are bound elsewhere, or nowhere. */
  readonly names: Set<string>;
  /** Functions elsewhere that something was looked for in. */
  readonly functions: Set<SyntaxNode>;
  /** Something was asked that nobody would notice to be other. */
  isMore: boolean;
}

/** What names were found to stand for. */
export interface Memo {
  readonly bindings: Map<Binding, Resolved | undefined>;
  /** By where a name is used. */
  readonly used: Map<number, { readonly dotted: string; readonly resolved: Resolved | undefined }>;
  readonly callees: Map<CallSite, Resolved | 'local'>;
  /** The classes of this file that something is made of. */
  readonly classes: Map<Binding, readonly Scope[]>;
}

export function emptyMemo(): Memo {
  return { bindings: new Map(), used: new Map(), callees: new Map(), classes: new Map() };
}

/** One function that is being read, with a memory of its own: what others were told of does not tell what they asked. */
export class Asking {
  readonly memo = emptyMemo();
  readonly #part: Scope;
  readonly #asked: Asked;

  constructor(part: Scope, asked: Asked) {
    this.#part = part;
    this.#asked = asked;
  }

  /** A name was looked up from a scope, and found in another, or nowhere. */
  name(name: string, from: Scope, found: Scope | undefined): void {
    if (found !== undefined && this.holds(found.start)) return;
    if (!this.#asked.names.has(name)) this.#asked.names.add(onItsOwn(name));
    this.place(from);
  }

  /** Something was looked for from there. */
  place(scope: Scope | undefined): void {
    if (scope === undefined || this.holds(scope.start)) return;
    let outermost: SyntaxNode | undefined;
    for (let around: Scope | undefined = scope; around !== undefined; around = around.parent) {
      if (around.kind === 'function') outermost = around.node;
    }
    if (outermost !== undefined) this.#asked.functions.add(outermost);
  }

  more(): void {
    this.#asked.isMore = true;
  }

  holds(offset: number): boolean {
    return offset >= this.#part.start && offset < this.#part.end;
  }
}
