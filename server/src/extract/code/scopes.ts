import type { SyntaxNode } from '../../syntax/node';

interface Scope {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The functions and classes of a file, for telling which one a node lies in. */
export class Scopes {
  readonly #scopes: Scope[] = [];
  #sorted = true;

  add(node: SyntaxNode, name: string): void {
    this.#scopes.push({ name, start: node.startIndex, end: node.endIndex });
    this.#sorted = false;
  }

  /** The enclosing names joined with `.`, outermost first; undefined at the top of the file. */
  at(node: SyntaxNode): string | undefined {
    return this.atIndex(node.startIndex);
  }

  atIndex(index: number): string | undefined {
    if (!this.#sorted) {
      this.#scopes.sort((a, b) => a.start - b.start || b.end - a.end);
      this.#sorted = true;
    }
    const names: string[] = [];
    for (const scope of this.#scopes) {
      if (scope.start > index) break;
      if (index < scope.end) names.push(scope.name);
    }
    return names.length === 0 ? undefined : names.join('.');
  }
}
