import { type Program, type Run, runOf } from './process';
import { median } from './statistics';

/**
 * The runs of all programs, each as often. They take turns, each turn begun by another, so that a noisy moment of the
 * machine hits all of them; a first turn that does not count warms the disk's cache.
 */
export async function interleaved(
  programs: readonly Program[],
  turns: number,
): Promise<ReadonlyMap<Program, readonly Run[]>> {
  const runs = new Map(programs.map((program) => [program, [] as Run[]]));
  for (let turn = 0; turn <= turns; turn += 1) {
    const first = turn % programs.length;
    for (const program of [...programs.slice(first), ...programs.slice(0, first)]) {
      const run = await runOf(program);
      if (turn > 0) runs.get(program)?.push(run);
    }
  }
  return runs;
}

/** What most runs took, and the most memory that one held. */
export function summaryOf(runs: readonly Run[]): Run {
  const cpus = runs.flatMap(({ cpu }) => (cpu === undefined ? [] : [cpu]));
  const memories = runs.flatMap(({ memory }) => (memory === undefined ? [] : [memory]));
  return {
    wall: median(runs.map(({ wall }) => wall)),
    cpu: cpus.length === 0 ? undefined : median(cpus),
    memory: memories.length === 0 ? undefined : Math.max(...memories),
  };
}
