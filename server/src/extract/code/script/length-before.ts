const MOST = 24;
const BEFORE = /(?:\bawait\s+|\(\s*)+$/;

/** How many characters `await` and parentheses take up before an index. */
export function lengthBefore(text: string, index: number): number {
  let last = index - 1;
  while (last >= index - MOST && mayBeBlank(text.charCodeAt(last))) last -= 1;
  // Before most calls stands something else, and the pattern would be tried at every place.
  if (text[last] !== '(' && text[last] !== 't') return 0;
  return BEFORE.exec(text.slice(Math.max(0, index - MOST), index))?.[0].length ?? 0;
}

function mayBeBlank(code: number): boolean {
  return code <= 32 || code > 127;
}
