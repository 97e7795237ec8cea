/** What the project file `.integration-atlas.json` says; `schemas/project.schema.json` tells the fields. */
export interface Project {
  /** Patterns in .gitignore syntax; where there are any, only files that match one are read. */
  readonly include: readonly string[];
  /** Patterns in .gitignore syntax; a `!` takes back what is left out by name or by a .gitignore. */
  readonly exclude: readonly string[];
  readonly ignore: readonly IgnoredFinding[];
  readonly document: DocumentSettings;
  readonly diagnostics?: ProjectDiagnostics;
}

/** A finding that the project leaves out on purpose: an integration by its id, or a variable by its name. */
export interface IgnoredFinding {
  readonly integration?: string;
  readonly env?: string;
  readonly reason: string;
}

export interface DocumentSettings {
  /** Where the document is written, relative to the folder. */
  readonly path?: string;
  /** The sections to write, by heading; all without it. */
  readonly sections?: readonly string[];
  readonly links?: 'relative' | 'github' | 'plain';
  /** `full` leaves nothing out, `compact` tells each integration on one line; without it, long lists are cut. */
  readonly length?: 'full' | 'normal' | 'compact';
}

export interface ProjectDiagnostics {
  /** Severities by code, `off` among them. */
  readonly severity?: Readonly<Record<string, string>>;
  /** Each silences what all of its fields hold for. */
  readonly suppress?: readonly { readonly code?: string; readonly env?: string; readonly path?: string }[];
}
