import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Connection,
  type Diagnostic,
  type ServerCapabilities,
  type TextDocumentEdit,
  type TextDocuments,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../checks/finding';
import type { Fix, ReadText } from '../checks/fixes/fix';
import { fixAllOf } from '../checks/fixes/fix-all';
import { fixesOf } from '../checks/fixes/fixes-of';
import { type EnvDiagnostics, rangeOf } from './env-diagnostics';
import type { Guarded } from './features';
import type { OpenFolder } from './folders';
import { uriIn } from './uris';
import type { Workspace } from './workspace';

export const FIXES: ServerCapabilities = { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } };

interface Parts {
  readonly workspace: Workspace;
  readonly documents: TextDocuments<TextDocument>;
  readonly diagnostics: EnvDiagnostics;
  readonly can: () => ClientCapabilities;
  readonly guarded: Guarded;
}

/** Answers with what can be done about the findings of a range. Edits tell places; values are never sent. */
export function answerCodeActions(connection: Connection, parts: Parts): void {
  connection.onCodeAction((asking, token) => parts.guarded('Fixes', [], () => actionsFor(asking, parts), token));
}

async function actionsFor(asking: CodeActionParams, parts: Parts): Promise<CodeAction[]> {
  const { only } = asking.context;
  if (only !== undefined && !only.some((kind) => kind === '' || kind.startsWith(CodeActionKind.QuickFix))) return [];
  const [place] = parts.workspace.folders.holding(asking.textDocument.uri);
  if (place === undefined) return [];
  const { folder, path } = place;
  await folder.session.settled(path);
  const inFile = parts.diagnostics.findingsIn(folder).filter((finding) => finding.path === path);
  const here = inFile.filter(({ range }) => touches(range, asking.range));
  const snapshot = folder.session.snapshot();
  const read = cached(readerOf(folder, parts.documents));
  const actions: CodeAction[] = [];
  for (const finding of here) {
    const shown = asking.context.diagnostics.filter((diagnostic) => isOf(diagnostic, finding));
    for (const fix of await fixesOf(snapshot, finding, read)) {
      const edit = editOf(folder, fix, parts);
      if (edit === undefined) continue;
      actions.push({
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        edit,
        diagnostics: shown,
        ...(fix.preferred && { isPreferred: true }),
      });
    }
  }
  for (const code of new Set(here.map((finding) => finding.code))) {
    const all = await fixAllOf(
      snapshot,
      inFile.filter((finding) => finding.code === code),
      read,
    );
    const edit = all && editOf(folder, all, parts);
    if (all !== undefined && edit !== undefined)
      actions.push({ title: all.title, kind: CodeActionKind.QuickFix, edit });
  }
  return actions;
}

function isOf({ code, range }: Diagnostic, finding: Finding): boolean {
  return code === finding.code && range.start.line === finding.range.line;
}

function touches(range: Finding['range'], { start, end }: CodeActionParams['range']): boolean {
  return range.line <= end.line && range.endLine >= start.line;
}

/** New files need an editor that can make them. */
function editOf(folder: OpenFolder, { changes }: Fix, { can, documents }: Parts): WorkspaceEdit | undefined {
  const wants = can().workspace?.workspaceEdit;
  const creates = changes.some(({ create }) => create === true);
  if (creates && !(wants?.documentChanges === true && wants.resourceOperations?.includes('create') === true)) {
    return undefined;
  }
  const edits = changes.map((change) => ({
    uri: uriIn(folder.uri, change.path),
    create: change.create === true,
    edits: change.edits.map(({ range, text }): TextEdit => ({ range: rangeOf(range), newText: text })),
  }));
  if (wants?.documentChanges !== true) {
    return { changes: Object.fromEntries(edits.map((one) => [one.uri, one.edits])) };
  }
  return {
    documentChanges: edits.flatMap((one) => {
      const version = documents.get(one.uri)?.version ?? null;
      const edit: TextDocumentEdit = { textDocument: { uri: one.uri, version }, edits: one.edits };
      const create = { kind: 'create' as const, uri: one.uri, options: { ignoreIfExists: true } };
      return one.create ? [create, edit] : [edit];
    }),
  };
}

function readerOf(folder: OpenFolder, documents: TextDocuments<TextDocument>): ReadText {
  return async (path) => {
    const open = documents.get(uriIn(folder.uri, path));
    if (open !== undefined) return open.getText();
    try {
      return await readFile(join(folder.session.root, path), 'utf8');
    } catch {
      return undefined;
    }
  };
}

function cached(read: ReadText): ReadText {
  const known = new Map<string, Promise<string | undefined>>();
  return (path) => {
    const text = known.get(path) ?? read(path);
    known.set(path, text);
    return text;
  };
}
