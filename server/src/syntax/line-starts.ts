/** The text that was asked for last: who reads a text and who knows its nodes ask one after the other. */
let last: { readonly text: string; readonly starts: readonly number[] } | undefined;

/** Where the lines of a text start. */
export function lineStarts(text: string): readonly number[] {
  if (last?.text !== text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    last = { text, starts };
  }
  return last.starts;
}

/** The line of an offset, from 0. */
export function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
