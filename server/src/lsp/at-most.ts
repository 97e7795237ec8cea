/** Waits for a piece of work, but no longer than so many milliseconds. */
export async function atMost(work: Promise<void>, time: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, time);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
