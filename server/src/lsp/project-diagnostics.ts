import { type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver/node';
import { PROJECT_FILE } from '../host/project-file';
import type { OpenFolder } from './folders';
import { uriIn } from './uris';

/** What is wrong in project files, shown where it stands. Other files' problems are no mistakes of their writers. */
export class ProjectDiagnostics {
  readonly #connection: Connection;
  readonly #told = new Map<string, string>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Tells what has changed; a folder that is gone takes its own along. */
  async tell(folders: readonly OpenFolder[]): Promise<void> {
    const now = new Map(folders.map((folder) => [uriIn(folder.uri, PROJECT_FILE), diagnosticsOf(folder)]));
    for (const uri of this.#told.keys()) if (!now.has(uri)) now.set(uri, []);
    for (const [uri, diagnostics] of now) {
      const text = JSON.stringify(diagnostics);
      if ((this.#told.get(uri) ?? '[]') === text) continue;
      this.#told.set(uri, text);
      await this.#connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] });
    }
  }
}

function diagnosticsOf({ session }: OpenFolder): readonly Diagnostic[] {
  return session
    .snapshot()
    .problems.filter(({ path }) => path === PROJECT_FILE)
    .map(({ line = 0, column = 0, message }) => ({
      range: { start: { line, character: column }, end: { line, character: column + 1 } },
      severity: DiagnosticSeverity.Warning,
      source: 'Integration Atlas',
      message,
    }));
}
