import ignore, { type Ignore } from 'ignore';

/** Patterns of one .gitignore (or of the project file), ready to be asked about paths relative to their folder. */
export interface Patterns {
  readonly matcher: Ignore;
  /** Lines that are left out because they could take for ever to match. */
  readonly refused: readonly { readonly line: number; readonly pattern: string }[];
  readonly isEmpty: boolean;
}

/**
 * Reads gitignore-style lines. Case counts on every system, so that the same folder gives the same result everywhere.
 * Each `*` of a path segment multiplies the work of a match that fails; no real pattern needs many.
 */
export function readPatterns(lines: readonly string[]): Patterns {
  const refused: { line: number; pattern: string }[] = [];
  const kept = lines.filter((pattern, line) => {
    if (pattern.trim() === '' || pattern.startsWith('#')) return false;
    if (isCheap(pattern)) return true;
    refused.push({ line, pattern });
    return false;
  });
  return { matcher: ignore({ ignoreCase: false }).add(kept), refused, isEmpty: kept.length === 0 };
}

const MOST_STARS_A_SEGMENT = 3;
const MOST_STARS = 12;
const LONGEST = 1000;

function isCheap(pattern: string): boolean {
  if (pattern.length > LONGEST) return false;
  const stars = pattern.split('/').map((segment) => segment.match(/\*+/g)?.length ?? 0);
  return stars.every((count) => count <= MOST_STARS_A_SEGMENT) && stars.reduce((a, b) => a + b, 0) <= MOST_STARS;
}

/** What a set of patterns says of a path: take it out, take it back in, or nothing. */
export type Verdict = 'out' | 'in' | undefined;

export function verdictOf(matcher: Ignore, path: string, isFolder: boolean): Verdict {
  const { ignored, unignored } = matcher.test(isFolder ? `${path}/` : path);
  return ignored ? 'out' : unignored ? 'in' : undefined;
}
