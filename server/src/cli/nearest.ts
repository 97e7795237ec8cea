/** The known word that a mistyped one is closest to, where it is close enough to be meant. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const letters = word.replace(/^-+/, '').toLowerCase();
  const ranked = known
    .map((candidate) => ({ candidate, distance: distanceOf(letters, candidate.replace(/^-+/, '')) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best !== undefined && best.distance <= Math.max(1, Math.floor(letters.length / 2))
    ? best.candidate
    : undefined;
}

/** How many letters must be added, dropped or changed. Long words are never close to our short ones. */
function distanceOf(a: string, b: string): number {
  if (a.length > 40) return a.length;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const change = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
