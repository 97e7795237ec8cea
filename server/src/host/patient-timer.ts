/** A process that hardly works is given so many times as long: a disk or another program may keep it from working. */
const MOST_CHANCES = 10;

/**
 * Calls back when a piece of work takes longer than so many milliseconds, in which the process was at work for at least
 * half of the time: where a machine stands still or has other things to do, it goes on waiting for a while.
 */
export function patientTimer(patience: number, isOver: () => void): { readonly stop: () => void } {
  let chances = MOST_CHANCES;
  const wait = (): NodeJS.Timeout => {
    const before = process.cpuUsage();
    return setTimeout(() => {
      const { user, system } = process.cpuUsage(before);
      chances -= 1;
      if (chances === 0 || (user + system) / 1000 >= patience / 2) isOver();
      else timer = wait();
    }, patience);
  };
  let timer = wait();
  return { stop: () => clearTimeout(timer) };
}
