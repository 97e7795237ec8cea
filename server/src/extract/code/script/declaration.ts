import type { SyntaxNode } from '../../../syntax/node';

/** Where a name comes from: a path that starts at a module (or at a global, then the module is empty). */
export interface Resolved {
  readonly path: string;
  readonly module: string;
}

/** One declaration of one name, good between `start` and `end`. */
export interface Declaration {
  readonly name: string;
  readonly kind: 'import' | 'variable' | 'parameter' | 'pattern' | 'function' | 'class';
  /** Where the name itself stands. */
  readonly at: number;
  /** The scope that it is visible in. */
  readonly start: number;
  readonly end: number;
  /** What it is bound to: first the initial value, then later assignments. */
  readonly values: SyntaxNode[];
  /** The function or class. */
  readonly node: SyntaxNode | undefined;
  /** The name of its declared type. */
  readonly type: string | undefined;
  /** What the name means: known for imports, worked out once for others; null while that is under way or impossible. */
  resolved: Resolved | null | undefined;
  readonly typeOnly: boolean;
}
