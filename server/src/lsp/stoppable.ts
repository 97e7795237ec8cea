/** Work that can be stopped from outside, a piece at a time. */
export class Stoppable {
  #running: AbortController | undefined;

  /** Stops the piece that runs, if one does. */
  stop(): void {
    this.#running?.abort();
  }

  /** Runs a piece of work. False where it was stopped before its end. */
  async run(work: (signal: AbortSignal) => Promise<void>): Promise<boolean> {
    const controller = new AbortController();
    this.#running = controller;
    try {
      await work(controller.signal);
      return true;
    } catch (error) {
      if (!controller.signal.aborted) throw error;
      return false;
    } finally {
      this.#running = undefined;
    }
  }
}
