/** Something that is made in steps, between which others may have their turn. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** The same for those who want all of it now. */
export function atOnce<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
