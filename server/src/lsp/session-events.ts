/** What a session tells while it works. */
export interface SessionEvents {
  readonly changed: () => void;
  /** Around each scan and each reading of many files: the signal to stop it comes from here, how far it is goes there. */
  readonly scanStarted: (cancel: () => void) => ScanWatcher;
  readonly log: (level: 'info' | 'error', message: string) => void;
}

export interface ScanWatcher {
  progress(done: number, total: number): void;
  ended(): void;
}
