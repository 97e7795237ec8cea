import type { Snapshot } from '../../model/workspace';

export interface DocumentOptions {
  /** `2026-01-30`. */
  readonly date: string;
}

/** `INTEGRATIONS.md` as text. */
export function renderDocument(_snapshot: Snapshot, options: DocumentOptions): string {
  return `# External Integrations\n\n**Analysis Date:** ${options.date}\n`;
}
