const CONTEXT = 2;
const MOST_LINES = 200;
/** Above this many pairs of lines the changed middle is told whole: comparing all would cost too much. */
const MOST_PAIRS = 4_000_000;

interface Line {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
  /** Where it stands (or would stand) in the old text, from 1. */
  readonly at: number;
}

/** What changed from one text to another, as people know it from patches; empty where nothing did. */
export function lineDiff(before: readonly string[], after: readonly string[]): string {
  const lines = compare(before, after);
  const near = lines.map((_, index) =>
    lines.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ sign }) => sign !== ' '),
  );
  const shown: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (near[index] !== true) continue;
    if (near[index - 1] !== true) shown.push(`@@ line ${line.at} @@`);
    shown.push(`${line.sign}${line.text}`);
  }
  const rest = shown.length - MOST_LINES;
  const kept = rest > 0 ? [...shown.slice(0, MOST_LINES), `... and ${rest} more lines`] : shown;
  return kept.map((line) => `${line}\n`).join('');
}

function compare(before: readonly string[], after: readonly string[]): readonly Line[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;

  const same = (from: number, to: number): Line[] =>
    before.slice(from, to).map((text, index) => ({ sign: ' ', text, at: from + index + 1 }));
  return [
    ...same(0, head),
    ...compareMiddle(before.slice(head, before.length - tail), after.slice(head, after.length - tail), head),
    ...same(before.length - tail, before.length),
  ];
}

/** By the longest common run of lines. */
function compareMiddle(before: readonly string[], after: readonly string[], offset: number): readonly Line[] {
  const common = commonLines(before, after);
  const lines: Line[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const [old, fresh] = [before[i], after[j]];
    const at = offset + i + 1;
    const isSame = old === fresh && common(i, j) > common(i + 1, j + 1);
    if (old !== undefined && isSame) {
      lines.push({ sign: ' ', text: old, at });
      i += 1;
      j += 1;
    } else if (old !== undefined && (fresh === undefined || common(i + 1, j) >= common(i, j + 1))) {
      lines.push({ sign: '-', text: old, at });
      i += 1;
    } else if (fresh !== undefined) {
      lines.push({ sign: '+', text: fresh, at });
      j += 1;
    }
  }
  return lines;
}

/** How many lines the rests of two texts from a line each have in common, in order. */
function commonLines(before: readonly string[], after: readonly string[]): (i: number, j: number) => number {
  if (before.length * after.length > MOST_PAIRS) return () => 0;
  const width = after.length + 1;
  const table = new Uint16Array((before.length + 1) * width);
  const common = (i: number, j: number): number => table[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const isSame = before[i] === after[j];
      table[i * width + j] = isSame ? common(i + 1, j + 1) + 1 : Math.max(common(i + 1, j), common(i, j + 1));
    }
  }
  return common;
}
