import type { SyntaxNode } from '../../../../syntax/node';

/** A list that names of absent variables are put in, and where that happens. */
export interface Absent {
  readonly list: string;
  readonly offset: number;
}

/** The call of a plain name that a value is handed to. */
export interface PassedTo {
  readonly callee: string;
  readonly offset: number;
  readonly index: number;
  readonly keyword: string | undefined;
}

/** What a climb has found so far. */
export interface ClimbState {
  fallback?: SyntaxNode;
  compared: boolean;
  raises: boolean;
  guarded: boolean;
  passed: boolean;
  production: boolean;
  cast?: string;
  keys: string[];
  boundTo?: string;
  variable?: string;
  keeper?: SyntaxNode;
  absent?: Absent;
  passedTo?: PassedTo;
  /** The value itself is kept, not a list or text that holds it. */
  plain: boolean;
}

/** A step of the climb from a read to its statement: from an expression to the one around it. */
export interface Step {
  readonly state: ClimbState;
  readonly current: SyntaxNode;
  readonly parent: SyntaxNode;
  /** The variable's name. */
  readonly name: string;
  /** The file. */
  readonly text: string;
}
