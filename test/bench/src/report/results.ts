import type { Run } from '../measure/process';
import type { Spread } from '../measure/statistics';
import type { EditTimes } from '../server/edits';
import type { Start } from '../server/start';

/** Everything that a run measured, as it is written to the JSON file. Times in milliseconds, memory in megabytes. */
export interface Results {
  readonly machine: { readonly node: string; readonly platform: string; readonly processors: number };
  readonly scans: readonly ScanResult[];
  readonly same: readonly SameResult[];
  readonly growth: readonly GrowthResult[];
  readonly servers: readonly ServerResult[];
  readonly memory: MemoryResult | undefined;
}

/** Whole processes on one folder. */
export interface ScanResult {
  readonly title: string;
  readonly files: number;
  readonly bytes: number;
  readonly programs: readonly ProgramResult[];
}

export interface ProgramResult {
  readonly name: string;
  readonly median: Run;
  readonly runs: readonly Run[];
}

/** What the command line prints without its cache, and who else prints that. */
export interface SameResult {
  readonly title: string;
  readonly bytes: number;
  readonly others: readonly { readonly name: string; readonly isSame: boolean }[];
}

export interface GrowthResult {
  readonly files: number;
  readonly bytes: number;
  readonly cold: Run;
  readonly warm: Run;
  readonly edited: Run;
}

export interface ServerResult {
  readonly title: string;
  readonly files: number;
  /** Without a cache, and with a filled one. */
  readonly cold: Start;
  readonly warm: Start;
  readonly requests: Readonly<Record<string, Spread>>;
  readonly edits: Readonly<Record<string, EditTimes>>;
}

export interface MemoryResult {
  readonly files: number;
  readonly start: Start;
}

export function runNamed(scan: ScanResult, name: string): Run | undefined {
  return scan.programs.find((program) => program.name === name)?.median;
}
