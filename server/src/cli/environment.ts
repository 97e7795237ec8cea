/** What the command line has around it; tests hand in their own. */
export interface CliEnvironment {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whole texts, for people or pipes. */
  out(text: string): void;
  err(text: string): void;
  /** Standard error is a terminal: progress may be shown there. */
  readonly isTerminal: boolean;
  /** The build's folder of assets, and its worker. */
  readonly assets: string;
  readonly workerScript?: string;
  readonly version: string;
  /** Where facts are kept for the next time; without it nothing is. */
  readonly cacheDir?: string;
  /** Every file is parsed, even where nothing in it speaks for that. */
  readonly readAll?: boolean;
  readonly signal?: AbortSignal;
  today(): Date;
}

/** 0 all is well, 1 a check failed, 2 the command or its input is wrong. */
export type ExitCode = 0 | 1 | 2 | 130;

/** Something that the user can put right: told in a line, without a stack trace. */
export class UsageError extends Error {}
