import type { Range } from '../model/text';
import type { Snapshot } from '../model/workspace';

export interface HoverText {
  readonly range: Range;
  readonly markdown: string;
}

/** Turns a place into a link target; the shell knows how its editor wants them. */
export type LinkTo = (path: string, line: number) => string;

/** What is known of the environment variable at a position of a file, if there is one. */
export function hoverAt(
  _snapshot: Snapshot,
  _path: string,
  _position: { readonly line: number; readonly column: number },
  _linkTo: LinkTo,
): HoverText | undefined {
  return undefined;
}
