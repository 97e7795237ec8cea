import type { GrowthResult } from './results';
import { megabytes, milliseconds, percent, table } from './table';

/** Time by files, by work where the system tells it and by the clock elsewhere. */
export function growthTable(growth: readonly GrowthResult[]): string {
  const rows = growth.map((result, index) => [
    String(result.files),
    megabytes(result.bytes / 1024 ** 2),
    milliseconds(result.cold.wall),
    milliseconds(result.cold.cpu),
    `${((timeOf(result, 'cold') / result.files) * 1000).toFixed(0)} µs`,
    percent(aboveLinear(growth, index)),
    microseconds(eachFurther(growth, index, 'cold')),
    megabytes(result.cold.memory),
    milliseconds(result.warm.wall),
    milliseconds(result.warm.cpu),
    microseconds(eachFurther(growth, index, 'warm')),
    milliseconds(result.edited.cpu),
    microseconds(eachFurther(growth, index, 'edited')),
  ]);
  const head = ['files', 'bytes', 'cold', 'CPU', 'by file', 'above linear', 'each further', 'peak'];
  return table([...head, 'warm', 'CPU', 'each further', 'after one edit, CPU', 'each further'], rows);
}

type Way = 'cold' | 'warm' | 'edited';

export function timeOf(result: GrowthResult, way: Way): number {
  return result[way].cpu ?? result[way].wall;
}

/** How far the time by file is above that of the smallest workspace. */
export function aboveLinear(growth: readonly GrowthResult[], index: number): number | undefined {
  const [first, result] = [growth[0], growth[index]];
  if (first === undefined || result === undefined || index === 0) return undefined;
  return timeOf(result, 'cold') / result.files / (timeOf(first, 'cold') / first.files) - 1;
}

/** What each file beyond the next smaller workspace takes: the time of the start does not hide in it. */
export function eachFurther(growth: readonly GrowthResult[], index: number, way: Way): number | undefined {
  const [smaller, result] = [growth[index - 1], growth[index]];
  if (smaller === undefined || result === undefined) return undefined;
  return (timeOf(result, way) - timeOf(smaller, way)) / (result.files - smaller.files);
}

function microseconds(time: number | undefined): string {
  return time === undefined ? '-' : `${(time * 1000).toFixed(0)} µs`;
}
