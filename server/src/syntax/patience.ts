/**
 * Text that was made to be hard to parse takes time in the square of its length; ordinary files of the largest size
 * take a fraction of a second.
 */
const PATIENCE = 5000;
/** Before it is over nothing is measured: to ask what was worked takes as long as to parse a small file. */
const AT_ONCE = 1000;

/** A matter of the machine's load, not of the text alone. */
export class TooSlow extends Error {
  constructor() {
    super('it takes too long to parse');
  }
}

/** What patience is measured by. In milliseconds. */
export interface Clock {
  now(): number;
  /** How long the processors have worked. */
  worked(): number;
}

/** A process that stands still, with its machine or behind others, does not work. */
export const CLOCK: Clock = {
  now: () => performance.now(),
  worked: () => {
    const { user, system } = threadUsage?.() ?? process.cpuUsage();
    return (user + system) / 1000;
  },
};

/** Newer releases tell it of one thread; what all threads worked is more than that, and near enough. */
const threadUsage = (process as { threadCpuUsage?: typeof process.cpuUsage }).threadCpuUsage?.bind(process);

/** Says whether the time for one step is over, once and for all: so long of work, however long that takes. */
export function outOfPatience(clock = CLOCK): () => boolean {
  let before: number | undefined;
  let end = clock.now() + AT_ONCE;
  let isOver = false;
  return () => {
    const now = clock.now();
    if (isOver || now <= end) return isOver;
    const worked = clock.worked();
    before ??= worked;
    // No thread works longer than time passes: until what is left could be over, nobody need ask again.
    const left = PATIENCE - (worked - before);
    isOver = left <= 0;
    end = now + left;
    return isOver;
  };
}
