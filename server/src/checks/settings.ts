import type { ProjectDiagnostics } from '../model/project';
import { type Code, isCode, SEVERITIES, type Severity } from './codes';

/** What the project file and an editor's settings say about diagnostics. */
export interface DiagnosticSettings {
  readonly severity: Readonly<Partial<Record<Code, Severity | 'off'>>>;
  readonly suppress: readonly Suppressed[];
}

/** Silences what all of its fields hold for. `*` stands for any text in names and within a folder in paths. */
export interface Suppressed {
  readonly code?: string;
  readonly env?: string;
  readonly path?: string;
}

export const NO_DIAGNOSTIC_SETTINGS: DiagnosticSettings = { severity: {}, suppress: [] };

/** Both together; what the second says of a code stands above the first. */
export function together(first: DiagnosticSettings, second: DiagnosticSettings): DiagnosticSettings {
  return {
    severity: { ...first.severity, ...second.severity },
    suppress: [...first.suppress, ...second.suppress],
  };
}

/** What people wrote, without what is no code or no severity. */
export function settingsFrom(given: ProjectDiagnostics | undefined): DiagnosticSettings {
  const severity: Partial<Record<Code, Severity | 'off'>> = {};
  for (const [code, wanted] of Object.entries(given?.severity ?? {})) {
    const known = [...SEVERITIES, 'off' as const].find((one) => one === wanted);
    if (isCode(code) && known !== undefined) severity[code] = known;
  }
  return { severity, suppress: given?.suppress ?? [] };
}
