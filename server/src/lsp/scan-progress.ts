import type { Connection } from 'vscode-languageserver/node';
import type { ScanWatcher } from './session-events';

/** A scan that ends sooner needs no progress: a pop-up that flashes by tells nothing. In milliseconds. */
const NOT_WORTH_TELLING = 1000;

/** Shows how far a scan is, with a way to cancel it, once it has taken a while. */
export function showScanProgress(connection: Connection, name: string, cancel: () => void): ScanWatcher {
  let show: ((done: number, total: number) => void) | undefined;
  let close: (() => void) | undefined;
  let ended = false;
  let last: readonly [number, number] | undefined;

  const begin = async (): Promise<void> => {
    const progress = await connection.window.createWorkDoneProgress();
    if (ended) return;
    progress.begin('Integrations', 0, `Reading ${name}`, true);
    progress.token.onCancellationRequested(cancel);
    show = (done, total) => progress.report(Math.round((done / total) * 100), `${name}: ${done} of ${total} files`);
    close = () => progress.done();
    if (last !== undefined) show(...last);
  };
  const timer = setTimeout(() => {
    // An editor that shows no progress still gets its result.
    begin().catch(() => {});
  }, NOT_WORTH_TELLING);

  return {
    progress(done, total) {
      const percent = (count: number): number => Math.floor((count / total) * 50);
      const moved = last === undefined || percent(done) !== percent(last[0]);
      last = [done, total];
      if (moved) show?.(done, total);
    },
    ended() {
      ended = true;
      clearTimeout(timer);
      close?.();
    },
  };
}
