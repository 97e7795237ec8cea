import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import {
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Range,
} from 'vscode-languageserver/node';
import type { Severity } from '../checks/codes';
import type { Finding } from '../checks/finding';
import { findingsOf } from '../checks/run-checks';
import { type DiagnosticSettings, settingsFrom, together } from '../checks/settings';
import type * as model from '../model/text';
import type { Snapshot } from '../model/workspace';
import type { OpenFolder } from './folders';
import { uriIn } from './uris';
import type { Workspace } from './workspace';

/** How long after the last news the checks run. In milliseconds. */
const QUIET = 200;
const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

interface Checked {
  readonly snapshot: Snapshot;
  readonly settings: string;
  readonly findings: readonly Finding[];
}

/** Keeps the editor's list of problems true: after each change, files whose findings differ are told again. */
export class EnvDiagnostics {
  readonly #connection: Connection;
  readonly #workspace: Workspace;
  readonly #pageOf: (code: string) => string | undefined;
  readonly #published = new Map<string, string>();
  readonly #checked = new WeakMap<OpenFolder, Checked>();
  #timer: NodeJS.Timeout | undefined;

  /** `docs`: the file that explains the codes. */
  constructor(connection: Connection, workspace: Workspace, docs?: string) {
    this.#connection = connection;
    this.#workspace = workspace;
    this.#pageOf = pagesIn(docs);
    workspace.onChanged(() => this.#soon());
  }

  /** What is found in a folder, computed once a snapshot; nothing while it is not fully read. */
  findingsIn(folder: OpenFolder): readonly Finding[] {
    const { diagnostics } = this.#workspace.settingsOf(folder);
    const { session } = folder;
    if (!diagnostics.enabled || !session.ready || !session.complete) return [];
    const snapshot = session.snapshot();
    const settings = together(settingsFrom(session.project.diagnostics), settingsFrom(diagnostics));
    const key = JSON.stringify(settings);
    const known = this.#checked.get(folder);
    if (known?.snapshot === snapshot && known.settings === key) return known.findings;
    const findings = this.#run(snapshot, settings);
    this.#checked.set(folder, { snapshot, settings: key, findings });
    return findings;
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  /** A mistake of ours costs the findings, not the server. */
  #run(snapshot: Snapshot, settings: DiagnosticSettings): readonly Finding[] {
    try {
      return findingsOf(snapshot, settings);
    } catch (error) {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.#connection.console.error(`Checks: ${message}`);
      return [];
    }
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#publish(), QUIET);
  }

  #publish(): void {
    const now = this.#all();
    for (const [uri, diagnostics] of now) this.#tell(uri, diagnostics);
    for (const uri of [...this.#published.keys()]) {
      const [holding] = this.#workspace.folders.holding(uri);
      // While a scan runs, what was told stays; it is told anew at its end.
      const isBusy = holding?.folder.session.ready === true && holding.folder.session.isScanning;
      if (!now.has(uri) && !isBusy) this.#tell(uri, []);
    }
  }

  #all(): ReadonlyMap<string, Diagnostic[]> {
    const all = new Map<string, Diagnostic[]>();
    for (const folder of this.#workspace.folders.all) {
      const { scope } = this.#workspace.settingsOf(folder).diagnostics;
      for (const finding of this.findingsIn(folder)) {
        const uri = uriIn(folder.uri, finding.path);
        const [innermost] = this.#workspace.folders.holding(uri);
        if (innermost?.folder !== folder || (scope === 'openFiles' && !this.#workspace.isOpen(uri))) continue;
        const known = all.get(uri) ?? [];
        known.push(this.#diagnosticOf(folder, finding));
        all.set(uri, known);
      }
    }
    return all;
  }

  #tell(uri: string, diagnostics: Diagnostic[]): void {
    const text = JSON.stringify(diagnostics);
    if (this.#published.get(uri) === text) return;
    if (diagnostics.length === 0) this.#published.delete(uri);
    else this.#published.set(uri, text);
    this.#connection.sendDiagnostics({ uri, diagnostics }).catch(() => {});
  }

  #diagnosticOf(folder: OpenFolder, { code, message, severity, range, related }: Finding): Diagnostic {
    const href = this.#pageOf(code);
    return {
      source: 'Integration Atlas',
      code,
      message,
      severity: SEVERITIES[severity],
      range: rangeOf(range),
      ...(href !== undefined && { codeDescription: { href } }),
      // Lines that do nothing are shown faded.
      ...(code === 'env-unused' && { tags: [DiagnosticTag.Unnecessary] }),
      ...(related.length > 0 && {
        relatedInformation: related.map((place) => ({
          location: { uri: uriIn(folder.uri, place.path), range: rangeOf(place.range) },
          message: place.message,
        })),
      }),
    };
  }
}

/** The section that explains a code, by its line: editors open files at lines, not at headings. */
function pagesIn(docs: string | undefined): (code: string) => string | undefined {
  if (docs === undefined) return () => undefined;
  const { href } = pathToFileURL(docs);
  const sections = new Map<string, number>();
  try {
    for (const [index, line] of readFileSync(docs, 'utf8').split('\n').entries()) {
      const code = /^## (env-[\w-]+)/.exec(line)?.[1];
      if (code !== undefined) sections.set(code, index + 1);
    }
  } catch {
    // Without the file there is nothing to lead to.
  }
  return (code) => (sections.has(code) ? `${href}#L${sections.get(code)}` : undefined);
}

export function rangeOf({ line, column, endLine, endColumn }: model.Range): Range {
  return { start: { line, character: column }, end: { line: endLine, character: endColumn } };
}
