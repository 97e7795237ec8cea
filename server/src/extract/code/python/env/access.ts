import type { SyntaxNode } from '../../../../syntax/node';

/** One expression that asks for a variable, before its surroundings are looked at. */
export interface Access {
  readonly node: SyntaxNode;
  readonly accessor: string;
  /** The expression of the name; absent where the library has a name of its own, as `env.db()` has. */
  readonly nameNode?: SyntaxNode;
  /** The expression is a list whose every name is asked for: `map(os.environ.get, NAMES)`. */
  readonly isList?: boolean;
  readonly impliedName?: string;
  readonly defaultNode?: SyntaxNode;
  /** A default of which only that it exists is known, or its text. */
  readonly defaultText?: string;
  readonly hasDefault?: boolean;
  readonly cast?: string;
  readonly allowed?: readonly string[];
  /** What happens when the variable is absent and there is no default. */
  readonly missing: 'raises' | 'none';
  /** Asking only whether it exists. */
  readonly asksOnly?: boolean;
  readonly prefix?: string;
}

export function isEnvName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && name.length <= 200;
}
