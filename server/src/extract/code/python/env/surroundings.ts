import type { SyntaxNode } from '../../../../syntax/node';
import { climbBlocks } from './blocks';
import type { Absent, ClimbState, PassedTo } from './climb';
import { STEPS } from './steps';

/** What the code around a read does with it. */
export interface Surroundings {
  /** The literal or expression that stands in when there is nothing. */
  readonly fallback?: SyntaxNode;
  readonly compared: boolean;
  readonly raises: boolean;
  readonly guarded: boolean;
  /** A keyword argument gets it as it is, and none that says who someone is. */
  readonly passed: boolean;
  readonly production: boolean;
  readonly cast?: string;
  /** The name or dictionary path that the value is kept in. */
  readonly boundTo?: string;
  /** The name alone, where later lines can be searched for a guard. */
  readonly variable?: string;
  /** The statement that keeps the value. */
  readonly keeper?: SyntaxNode;
  /** The list that the names of absent variables are put in, and where that happens. */
  readonly absent?: Absent;
  /** The function that is handed the value, where it is called by a plain name. */
  readonly passedTo?: PassedTo;
}

/** Climbs from a read to the statement that holds it, then to the function around that. */
export function surroundingsOf(node: SyntaxNode, name: string, text: string): Surroundings {
  const state: ClimbState = {
    compared: false,
    raises: false,
    guarded: false,
    passed: false,
    production: false,
    keys: [],
    plain: true,
  };
  let current = node;
  for (let i = 0; i < 40; i++) {
    const parent: SyntaxNode | null = current.parent;
    if (parent === null) break;
    const next: SyntaxNode | undefined = STEPS[parent.type]?.({ state, current, parent, name, text });
    if (next === undefined) break;
    current = next;
  }
  climbBlocks(state, current, name);
  const { keys, plain: _plain, boundTo, ...rest } = state;
  const path = boundTo === undefined ? undefined : [boundTo, ...keys].join('.');
  return { ...rest, ...(path !== undefined && { boundTo: path }) };
}
