export function sorted(numbers: readonly number[]): readonly number[] {
  return [...numbers].sort((a, b) => a - b);
}

/** The number below which so many of a hundred lie. */
export function percentile(numbers: readonly number[], percent: number): number {
  const all = sorted(numbers);
  const at = Math.min(all.length - 1, Math.max(0, Math.ceil((percent / 100) * all.length) - 1));
  return all[at] ?? Number.NaN;
}

export function median(numbers: readonly number[]): number {
  const all = sorted(numbers);
  const half = all.length >> 1;
  const [low = Number.NaN, high = Number.NaN] = all.length % 2 === 0 ? all.slice(half - 1) : [all[half], all[half]];
  return (low + high) / 2;
}

export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly count: number;
}

export function spreadOf(numbers: readonly number[]): Spread {
  return {
    p50: percentile(numbers, 50),
    p95: percentile(numbers, 95),
    p99: percentile(numbers, 99),
    count: numbers.length,
  };
}
