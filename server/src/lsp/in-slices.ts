import { setImmediate } from 'node:timers/promises';

/** So long may pass before others have their turn: nobody notices, and turns cost little. In milliseconds. */
const SLICE = 5;

/** Work in steps, between which whatever waits has its turn. */
export async function inSlices<T>(steps: Iterator<undefined, T, undefined>): Promise<T> {
  let began = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    if (performance.now() - began < SLICE) continue;
    await setImmediate();
    began = performance.now();
  }
}
