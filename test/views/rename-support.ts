import type { Snapshot } from '../../server/src/model/workspace';
import { renameEdits } from '../../server/src/views/rename/rename';
import type { RenameEdit } from '../../server/src/views/rename/rename-edit';

type Files = Readonly<Record<string, string>>;

/** The changes that a renaming makes; a refusal fails. */
export function edits(snapshot: Snapshot, files: Files, from: string, name: string, to: string): readonly RenameEdit[] {
  const result = renameEdits(snapshot, new Map(Object.entries(files)), from, name, to);
  if (result.t === 'refused') throw new Error(result.message);
  return result.edits;
}

/** Why a renaming is refused. */
export function refusal(snapshot: Snapshot, files: Files, from: string, name: string, to: string): string {
  const result = renameEdits(snapshot, new Map(Object.entries(files)), from, name, to);
  return result.t === 'refused' ? result.message : 'not refused';
}

/** The lines that changed, as they are afterwards; `all`: with those that need a person's word. */
export function changed(files: Files, made: readonly RenameEdit[], all: boolean): readonly string[] {
  return Object.entries(files).flatMap(([path, text]) => {
    const lines = text.split('\n');
    const touched = new Set<number>();
    const inFile = made.filter((edit) => edit.path === path && (all || !edit.note.confirm));
    for (const { range, newText } of [...inFile].reverse()) {
      const line = lines[range.line] ?? '';
      lines[range.line] = line.slice(0, range.column) + newText + line.slice(range.endColumn);
      touched.add(range.line);
    }
    return [...touched].sort((a, b) => a - b).map((line) => `${path}: ${(lines[line] ?? '').trim()}`);
  });
}

/** What a person is asked about: the place and the label. */
export function asked(made: readonly RenameEdit[]): readonly string[] {
  return made
    .filter(({ note }) => note.confirm)
    .map(({ path, range, note }) => `${path}:${range.line + 1} ${note.label}`);
}
