/** Rows of text with columns as wide as they need to be; numbers stand to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

export function milliseconds(time: number | undefined): string {
  if (time === undefined) return '-';
  return time >= 100 ? `${time.toFixed(0)} ms` : `${time.toFixed(1)} ms`;
}

export function megabytes(memory: number | undefined): string {
  return memory === undefined ? '-' : `${memory.toFixed(0)} MB`;
}

export function ratio(a: number | undefined, b: number | undefined): string {
  // Work is told in steps of ten milliseconds: of less nothing can be said.
  return a === undefined || b === undefined || b === 0 ? '-' : `${(a / b).toFixed(2)} x`;
}

export function percent(share: number | undefined): string {
  return share === undefined ? '-' : `${(share * 100).toFixed(0)} %`;
}
