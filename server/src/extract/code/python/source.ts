import { caught, type Match, type SyntaxNode } from '../../../syntax/node';
import { Positions } from '../../positions';
import type { CodeFile } from '../code-file';
import {
  type AssignSite,
  type CallSite,
  type ClassSite,
  type Comment,
  type DecoratorSite,
  emptySites,
  type FunctionSite,
  type MemberSite,
  mainNode,
  type Sites,
  type StringSite,
  type SubscriptSite,
  take,
} from './sites';

export type {
  AssignSite,
  CallSite,
  Comment,
  DecoratorSite,
  FunctionSite,
  MemberSite,
  StringSite,
  SubscriptSite,
} from './sites';
export { dottedAt } from './sites';

/** One file's matches, sorted by what they are, read from the text wherever the parser need not be asked. */
export interface PythonSource {
  readonly file: CodeFile;
  readonly text: string;
  readonly positions: Positions;
  readonly imports: readonly SyntaxNode[];
  readonly calls: readonly CallSite[];
  readonly subscripts: readonly SubscriptSite[];
  readonly members: readonly MemberSite[];
  readonly decorators: readonly DecoratorSite[];
  readonly functions: readonly FunctionSite[];
  readonly classes: readonly ClassSite[];
  readonly assigns: readonly AssignSite[];
  readonly augments: readonly AssignSite[];
  readonly walruses: readonly AssignSite[];
  readonly asPatterns: readonly SyntaxNode[];
  readonly loops: readonly SyntaxNode[];
  readonly globals: readonly SyntaxNode[];
  readonly comments: readonly Comment[];
  readonly strings: readonly StringSite[];
  /** Offsets at which documentation strings start. */
  readonly docstrings: ReadonlySet<number>;
}

export function readSource(file: CodeFile): PythonSource {
  const { text, matches } = file;
  const sites = emptySites();
  const isHeld = file.keeper !== undefined;
  for (let at = 0; at < matches.length; at += 1) {
    const match = matches[at];
    if (match === undefined) break;
    take(sites, match, text);
    if (isHeld && match.names.includes('function')) at += takeInside(sites, matches, at, text);
  }
  const docstrings = new Set(sites.docs.map(({ startIndex }) => startIndex));
  return { file, text, positions: new Positions(text), ...sites, docstrings };
}

/** What was found in a function of a text that an editor holds, and the matches that it was found by. */
interface Inside {
  readonly matches: readonly Match[];
  /** Of each kind that there is any of. */
  readonly sites: readonly (readonly [kind: keyof Sites, found: readonly unknown[]])[];
}

const insides = new WeakMap<Match, Inside>();

/** Takes the matches in a function, whose own is at `at`: as they were taken last if they are the same. Tells how many. */
function takeInside(sites: Sites, matches: readonly Match[], at: number, text: string): number {
  const own = matches[at];
  const end = own === undefined ? 0 : endOf(own);
  if (own === undefined) return 0;
  let inside = insides.get(own);
  if (inside === undefined || !isStill(inside, matches, at + 1, end)) {
    const found: Match[] = [];
    const taken = emptySites();
    for (let next = matches[at + 1]; next !== undefined && isIn(next, end); next = matches[at + 1 + found.length]) {
      take(taken, next, text);
      found.push(next);
    }
    const filled = KINDS.filter((kind) => taken[kind].length > 0);
    inside = { matches: found, sites: filled.map((kind) => [kind, taken[kind]] as const) };
    insides.set(own, inside);
  }
  for (const [kind, found] of inside.sites) append(sites[kind], found);
  return inside.matches.length;
}

function isStill({ matches }: Inside, all: readonly Match[], from: number, end: number): boolean {
  for (let index = 0; index < matches.length; index += 1) if (all[from + index] !== matches[index]) return false;
  const next = all[from + matches.length];
  return next === undefined || !isIn(next, end);
}

function isIn(match: Match, end: number): boolean {
  return (mainNode(match)?.startIndex ?? end) < end;
}

function endOf(match: Match): number {
  return caught(match, 'function')?.endIndex ?? 0;
}

const KINDS = Object.keys(emptySites()) as readonly (keyof Sites)[];

/** There may be more than a call takes arguments. */
function append(into: unknown[], from: readonly unknown[]): void {
  for (const one of from) into.push(one);
}
