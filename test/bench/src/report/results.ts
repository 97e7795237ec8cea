import type { Spread } from '../measure/statistics';
import type { EditTimes } from '../server/edits';
import type { Start } from '../server/start';

/** Everything that a run measured, as it is written to the JSON file. Times in milliseconds, memory in megabytes. */
export interface Results {
  readonly machine: { readonly node: string; readonly platform: string; readonly processors: number };
  readonly scans: readonly ScanResult[];
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
  readonly median: number;
  readonly times: readonly number[];
  readonly memory: number | undefined;
}

export interface GrowthResult {
  readonly files: number;
  readonly bytes: number;
  readonly cold: number;
  readonly warm: number | undefined;
}

export interface ServerResult {
  readonly title: string;
  readonly files: number;
  readonly start: Start;
  readonly requests: Readonly<Record<string, Spread>> | undefined;
  readonly edits: Readonly<Record<string, EditTimes>> | undefined;
}

export interface MemoryResult {
  readonly files: number;
  readonly start: Start;
}

export function medianOf(scan: ScanResult, name: string): number | undefined {
  return scan.programs.find((program) => program.name === name)?.median;
}
