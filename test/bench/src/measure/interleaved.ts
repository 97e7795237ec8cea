import { type Program, timeOf } from './process';

/**
 * The times of all programs, each run as often. They take turns, so that a noisy moment of the machine hits all of
 * them; a first turn that does not count warms the disk's cache.
 */
export async function interleaved(
  programs: readonly Program[],
  runs: number,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const times = new Map(programs.map(({ name }) => [name, [] as number[]]));
  for (let turn = 0; turn <= runs; turn += 1) {
    for (const program of programs) {
      const time = await timeOf(program);
      if (turn > 0) times.get(program.name)?.push(time);
    }
  }
  return times;
}
