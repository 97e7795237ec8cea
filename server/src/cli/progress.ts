import type { CliEnvironment } from './environment';

const ERASE_LINE = '\r\u001b[K';
const PAUSE = 80;

/** One line on a terminal that counts files and goes away at the end; nothing anywhere else. */
export function showProgress({ isTerminal, err }: CliEnvironment): {
  update(done: number, total: number): void;
  end(): void;
} {
  let last = 0;
  let shown = false;
  return {
    update: (done, total) => {
      const now = performance.now();
      if (!isTerminal || now - last < PAUSE) return;
      last = now;
      shown = true;
      err(`${ERASE_LINE}Reading ${done} of ${total} files`);
    },
    end: () => {
      if (shown) err(ERASE_LINE);
    },
  };
}
