import {
  type ChangeAnnotation,
  type ClientCapabilities,
  LSPErrorCodes,
  type Range,
  ResponseError,
  type TextDocuments,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type * as model from '../model/text';
import { envIndexOf } from '../views/env-index';
import { renameEdits, renameTargetAt, type Texts } from '../views/rename/rename';
import type { Note, RenameEdit } from '../views/rename/rename-edit';
import type { LineText, Position } from '../views/variable-at';
import type { Placed } from './folders';
import { pathOfUri, relativeTo, uriIn } from './uris';

/** Nothing where no variable stands: the language's own renaming may know what does. */
export function prepareRenameAnswer(
  { folder, path }: Placed,
  at: Position,
  text: LineText,
): { readonly range: Range; readonly placeholder: string } | undefined {
  const target = renameTargetAt(folder.session.snapshot(), path, at, text);
  // What stands for a variable without its name is the program's own name, and may be renamed as such.
  if (target.t === 'none' || (target.t === 'refused' && target.isOtherName === true)) return undefined;
  if (target.t === 'refused') throw refusal(target.message);
  return { range: rangeOf(target.range), placeholder: target.name };
}

export async function renameAnswer(
  { folder, path }: Placed,
  at: Position,
  text: LineText,
  newName: string,
  editor: Editor,
): Promise<WorkspaceEdit | undefined> {
  const { session } = folder;
  const target = renameTargetAt(session.snapshot(), path, at, text);
  if (target.t === 'none') return undefined;
  if (target.t === 'refused') throw refusal(target.message);
  if (!session.complete) throw refusal('The code is not fully read yet: wait for the scan to end, or rescan.');
  const { name } = target;
  const placesOf = (): ReadonlySet<string> => {
    const places = envIndexOf(session.snapshot()).placesOf(name);
    return new Set(places.map((place) => place.path));
  };
  await session.refreshed(placesOf());
  const texts = new Map(await session.textsWith(name, placesOf()));
  const open = openTexts(editor.documents, session.root);
  for (const [known, document] of open) if (texts.has(known)) texts.set(known, document.getText());
  const result = renameEdits(session.snapshot(), texts as Texts, path, name, newName.trim());
  if (result.t === 'refused') throw refusal(result.message);
  return workspaceEdit(
    result.edits,
    (known) => open.get(known),
    (known) => uriIn(folder.uri, known),
    editor,
  );
}

export interface Editor {
  readonly documents: TextDocuments<TextDocument>;
  readonly can: ClientCapabilities;
}

function refusal(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}

function openTexts(documents: TextDocuments<TextDocument>, root: string): ReadonlyMap<string, TextDocument> {
  const open = new Map<string, TextDocument>();
  for (const document of documents.all()) {
    const absolute = pathOfUri(document.uri);
    const path = absolute === undefined ? undefined : relativeTo(root, absolute);
    if (path !== undefined) open.set(path, document);
  }
  return open;
}

/** An editor that cannot ask about single changes gets those alone that need no question. */
function workspaceEdit(
  edits: readonly RenameEdit[],
  documentOf: (path: string) => TextDocument | undefined,
  uriOf: (path: string) => string,
  { can: { workspace } }: Editor,
): WorkspaceEdit {
  const annotates = workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;
  const versions = workspace?.workspaceEdit?.documentChanges === true;
  const notes = new Map<string, { readonly id: string; readonly note: Note }>();
  const idOf = (note: Note): string => {
    const key = JSON.stringify(note);
    const known = notes.get(key) ?? { id: `note-${notes.size + 1}`, note };
    notes.set(key, known);
    return known.id;
  };
  const byPath = new Map<string, TextEdit[]>();
  for (const { path, range, newText, note } of edits) {
    if (note.confirm && !(annotates && versions)) continue;
    const edit = { range: rangeOf(range), newText, ...(annotates && versions && { annotationId: idOf(note) }) };
    const known = byPath.get(path);
    if (known === undefined) byPath.set(path, [edit]);
    else known.push(edit);
  }
  const addressOf = (path: string): string => documentOf(path)?.uri ?? uriOf(path);
  if (!versions) return { changes: Object.fromEntries([...byPath].map(([path, all]) => [addressOf(path), all])) };
  const documentChanges = [...byPath].map(([path, all]) => ({
    textDocument: { uri: addressOf(path), version: documentOf(path)?.version ?? null },
    edits: all,
  }));
  if (notes.size === 0) return { documentChanges };
  const annotations = [...notes.values()].map(({ id, note }): [string, ChangeAnnotation] => [
    id,
    {
      label: note.label,
      needsConfirmation: note.confirm,
      ...(note.description !== undefined && { description: note.description }),
    },
  ]);
  return { documentChanges, changeAnnotations: Object.fromEntries(annotations) };
}

function rangeOf({ line, column, endLine, endColumn }: model.Range): Range {
  return { start: { line, character: column }, end: { line: endLine, character: endColumn } };
}
