import type { Range } from './text';

/** What every fact has: where it stands. */
export interface FactBase {
  readonly range: Range;
  /** The function or class around it, outermost first, joined with `.`: `OpenAIClient.generate`. */
  readonly scope?: string;
}
