/**
 * Whether a text fits a pattern in which `*` stands for any characters, none included. Two pointers with one point to
 * return to, so that neither a pattern nor a text from a scanned repository can make it slow.
 */
export function fits(pattern: string, text: string): boolean {
  // Most patterns end in a letter, and most texts in another.
  const last = pattern[pattern.length - 1];
  if (last !== '*' && last !== text[text.length - 1]) return false;
  let at = 0;
  let star = -1;
  let mark = 0;
  let p = 0;
  while (at < text.length) {
    if (pattern[p] === '*') {
      star = p;
      mark = at;
      p += 1;
    } else if (p < pattern.length && pattern[p] === text[at]) {
      p += 1;
      at += 1;
    } else if (star >= 0) {
      p = star + 1;
      mark += 1;
      at = mark;
    } else {
      return false;
    }
  }
  while (pattern[p] === '*') p += 1;
  return p === pattern.length;
}

/** How much of a pattern is literal: the more, the more specific. */
export function literalLength(pattern: string): number {
  let stars = 0;
  for (const char of pattern) if (char === '*') stars += 1;
  return pattern.length - stars;
}
