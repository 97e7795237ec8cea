/**
 * Text that was made to be hard to parse takes time in the square of its length; ordinary files of the largest size
 * take a fraction of a second.
 */
const PATIENCE = 5000;

/** A matter of the machine's load, not of the text alone. */
export class TooSlow extends Error {
  constructor() {
    super('it takes too long to parse');
  }
}

/** Says whether the time for one step is over, once and for all. */
export function outOfPatience(): () => boolean {
  const end = performance.now() + PATIENCE;
  let isOver = false;
  return () => {
    isOver ||= performance.now() > end;
    return isOver;
  };
}
