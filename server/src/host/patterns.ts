import ignore, { type Ignore } from 'ignore';

/** Patterns of one .gitignore (or of the project file), ready to be asked about paths relative to their folder. */
export interface Patterns {
  /** Lines of gitignore syntax, as they are matched. */
  readonly lines: readonly string[];
  /** Lines that are left out because they could take for ever to match. */
  readonly refused: readonly { readonly line: number; readonly pattern: string }[];
}

/** Reads gitignore-style lines. */
export function readPatterns(lines: readonly string[]): Patterns {
  const refused: { line: number; pattern: string }[] = [];
  const kept: string[] = [];
  for (const [line, pattern] of lines.entries()) {
    if (pattern.trim() === '' || pattern.startsWith('#')) continue;
    const cheap = cheapened(pattern);
    if (cheap === undefined) refused.push({ line, pattern });
    else kept.push(cheap);
  }
  return { lines: kept, refused };
}

/** Case counts on every system, so that the same folder gives the same result everywhere. */
export function matcherOf(lines: readonly string[]): Ignore {
  return ignore({ ignoreCase: false }).add(lines);
}

const MOST_STARS_A_SEGMENT = 3;
const MOST_STARS = 12;
const LONGEST = 1000;
const FEWEST_LETTERS = 4;

/**
 * Each `*` of a path segment multiplies the work of a match that fails, so a hostile pattern could take for ever. Where
 * a segment has many, what stands between the first and the last counts as one: `report.[0-9]*.[0-9]*.[0-9]*.json`
 * then reads `report.[0-9]*.json`. Undefined where that would leave next to nothing.
 */
function cheapened(pattern: string): string | undefined {
  if (pattern.length > LONGEST) return undefined;
  if (!pattern.includes('*')) return pattern;
  if ((pattern.match(/\*+/g)?.length ?? 0) > MOST_STARS) return undefined;
  const segments = pattern.split('/').map((segment) => {
    if ((segment.match(/\*+/g)?.length ?? 0) <= MOST_STARS_A_SEGMENT) return segment;
    const short = `${segment.slice(0, segment.indexOf('*'))}*${segment.slice(segment.lastIndexOf('*') + 1)}`;
    return (short.match(/\w/g)?.length ?? 0) < FEWEST_LETTERS ? undefined : short;
  });
  return segments.includes(undefined) ? undefined : segments.join('/');
}

/** What a set of patterns says of a path: take it out, take it back in, or nothing. */
export type Verdict = 'out' | 'in' | undefined;

export function verdictOf(matcher: Ignore, path: string, isFolder: boolean): Verdict {
  const { ignored, unignored } = matcher.test(isFolder ? `${path}/` : path);
  return ignored ? 'out' : unignored ? 'in' : undefined;
}
