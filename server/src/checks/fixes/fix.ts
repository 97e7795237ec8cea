import type { Range } from '../../model/text';
import type { Snapshot } from '../../model/workspace';
import type { Code } from '../codes';
import type { Finding } from '../finding';

/** A change of texts that settles a finding. It names places; what stands in them now is not repeated. */
export interface Fix {
  readonly title: string;
  readonly code: Code;
  readonly preferred: boolean;
  readonly changes: readonly FileChange[];
}

export interface FileChange {
  readonly path: string;
  /** The file is not there yet. */
  readonly create?: boolean;
  readonly edits: readonly Edit[];
}

export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/** The text of a file as the editor holds it, else as it is on disk; undefined where there is none. */
export type ReadText = (path: string) => Promise<string | undefined>;

/** What can be done about a finding, the best first. */
export type Fixer = (snapshot: Snapshot, finding: Finding, read: ReadText) => Promise<readonly Fix[]>;

export function fix({ code }: Finding, title: string, changes: readonly FileChange[], preferred = false): Fix {
  return { title, code, preferred, changes };
}

export function linesOfText(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/);
}

/** How the lines of a text end. */
export function lineEnd(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

export function insertAt(line: number, column: number, text: string): Edit {
  return { range: { line, column, endLine: line, endColumn: column }, text };
}

/** Takes a line out, with its end; the last one with the end before it. */
export function removeLine(lines: readonly string[], line: number): Edit {
  const last = lines.length - 1;
  if (line < last) return { range: { line, column: 0, endLine: line + 1, endColumn: 0 }, text: '' };
  const before = Math.max(0, line - 1);
  const column = line === 0 ? 0 : (lines[before]?.length ?? 0);
  return { range: { line: before, column, endLine: line, endColumn: lines[line]?.length ?? 0 }, text: '' };
}

/** The columns of a name in a line, as a whole word. */
export function columnsOf(line: string, name: string): readonly number[] {
  const columns: number[] = [];
  for (let at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + 1)) {
    const around = (line[at - 1] ?? ' ') + (line[at + name.length] ?? ' ');
    if (!/\w/.test(around)) columns.push(at);
  }
  return columns;
}

/** A quoted value may go on below; such a line is left to the user. */
export function isOneLine(line: string | undefined): boolean {
  const value = line === undefined ? '' : line.slice(line.indexOf('=') + 1).trim();
  const quote = /^["'`]/.exec(value)?.[0];
  return line !== undefined && (quote === undefined || value.indexOf(quote, 1) > 0);
}
