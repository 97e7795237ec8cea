import type { Presence } from '../../../model/facts';
import type { Value } from '../../../model/value';
import type { SyntaxNode } from '../../../syntax/node';

/** What the code around a read says of it. */
export interface Reading {
  readonly presence: Presence;
  readonly default?: Value;
  readonly cast?: string;
  /** The variable or attribute that the value is kept in. */
  readonly variable?: { readonly name: string; readonly index: number };
  /** Keys on the way to the `config` call that holds the read, and that call. */
  readonly config?: { readonly call: SyntaxNode; readonly keys: readonly string[] };
  /** Lines that a comment about it could stand above. */
  readonly lines: readonly number[];
}

/** What is known on the way up. */
export interface Climb {
  presence: Presence | undefined;
  default: Value | undefined;
  cast: string | undefined;
  variable: Reading['variable'];
  config: Reading['config'];
  /** The truth that is asked for is absence: `is_nil(x)`, `!x`. */
  negated: boolean;
  /** Something on the way asks whether there is a value. */
  asked: boolean;
  /** The value went into something else: nothing further up can ask for its presence. */
  settled: boolean;
  keys: string[];
  lines: number[];
}

/** Nothing has decided yet. */
export function isOpen(climb: Climb): boolean {
  return climb.presence === undefined && !climb.settled;
}

export function decide(climb: Climb, presence: Presence, fallback?: Value): void {
  if (!isOpen(climb)) return;
  climb.presence = presence;
  climb.default = fallback;
}
