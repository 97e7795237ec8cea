import type {
  CancellationToken,
  ClientCapabilities,
  CompletionItem,
  Connection,
  ReferenceParams,
  RenameParams,
  ServerCapabilities,
  TextDocuments,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { VALUE_PLACES_REQUEST, type ValuePlacesParams } from '../protocol';
import type { LineText, Position } from '../views/variable-at';
import {
  completionAnswer,
  definitionAnswer,
  highlightsAnswer,
  hoverAnswer,
  referencesAnswer,
  resolvedCompletion,
  symbolsAnswer,
} from './feature-answers';
import type { Placed } from './folders';
import { prepareRenameAnswer, renameAnswer } from './rename-answers';
import { valuePlacesAnswer } from './value-answers';
import type { Workspace } from './workspace';

/** What the server offers for the variables of a text. */
export const FEATURES: ServerCapabilities = {
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  workspaceSymbolProvider: true,
  completionProvider: { triggerCharacters: ['.', '"', "'", '{'], resolveProvider: true },
};

/** Runs what answers a request, until nobody wants to know any more. Mistakes are logged; refusals reach the editor. */
export type Guarded = <T>(
  what: string,
  otherwise: T,
  run: () => T | Promise<T>,
  token?: CancellationToken,
) => Promise<T>;

/** A request about a position of a text. */
interface Asking {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

/** Answers what editors ask about variables. Folders do not mix: the innermost that holds the text answers. */
export function answerFeatures(
  connection: Connection,
  workspace: Workspace,
  documents: TextDocuments<TextDocument>,
  guarded: Guarded,
  can: () => ClientCapabilities,
): void {
  const { folders } = workspace;
  const positionOf = ({ position: { line, character } }: Asking): Position => ({ line, column: character });
  /** Runs for the text's folder, once its file is read as it is now; what a scan will read is answered by its words. */
  const settled = async <T>(
    asking: Asking,
    token: CancellationToken,
    run: (place: Placed, at: Position, text: LineText) => T | Promise<T>,
    patience = false,
  ): Promise<T | undefined> => {
    const { uri } = asking.textDocument;
    const [place] = folders.holding(uri);
    if (place === undefined) return undefined;
    const isRead = await place.folder.session.settled(place.path, patience);
    if (token.isCancellationRequested) return undefined;
    const at = positionOf(asking);
    return run(place, isRead ? at : { ...at, moved: true }, lineText(documents.get(uri)));
  };
  /** Answers a request about a place, which may be cancelled. */
  const about =
    <A extends Asking, T>(what: string, run: (asking: A, ...at: At) => T | Promise<T>, patience = false) =>
    (asking: A, token: CancellationToken): Promise<T | undefined> =>
      guarded(what, undefined, () => settled(asking, token, (...at) => run(asking, ...at), patience), token);

  connection.onHover(
    about('Hover', (_, place, at, text) => {
      const { hover, values } = workspace.settingsOf(place.folder);
      return hover ? hoverAnswer(place, at, text, values) : undefined;
    }),
  );
  connection.onRequest(VALUE_PLACES_REQUEST, (asked: ValuePlacesParams) =>
    guarded('Values', [], () =>
      valuePlacesAnswer(asked, {
        folders,
        settingsOf: (folder) => workspace.settingsOf(folder),
        textOf: (uri) => lineText(documents.get(uri)),
      }),
    ),
  );
  connection.onDefinition(about('Definition', (_, ...at) => definitionAnswer(...at)));
  connection.onDocumentHighlight(about('Highlights', (_, ...at) => highlightsAnswer(...at)));
  connection.onReferences(
    about('References', (asking: ReferenceParams, place, at, text) =>
      referencesAnswer(place, at, asking.context.includeDeclaration, text, (uri) => {
        const document = documents.get(uri);
        return document && lineText(document);
      }),
    ),
  );
  // Whoever renames wants all places, and waits for them.
  connection.onPrepareRename(about('Rename', (_, ...at) => prepareRenameAnswer(...at), true));
  connection.onRenameRequest(
    about(
      'Rename',
      (asking: RenameParams, place, at, text) =>
        renameAnswer(place, at, text, asking.newName, { documents, can: can() }),
      true,
    ),
  );
  connection.onCompletion((asking, token) =>
    guarded(
      'Completion',
      undefined,
      () => {
        // Not settled: who types does not wait for files to be read, and the names of before the last key serve as well.
        const { uri } = asking.textDocument;
        const [place] = folders.holding(uri);
        if (place === undefined || !workspace.settingsOf(place.folder).completion) return undefined;
        return completionAnswer(place, positionOf(asking), lineText(documents.get(uri)));
      },
      token,
    ),
  );
  connection.onCompletionResolve((item: CompletionItem) =>
    guarded('Completion', item, () => resolvedCompletion(folders, item)),
  );
  connection.onWorkspaceSymbol(({ query }) => guarded('Symbols', undefined, () => symbolsAnswer(folders.all, query)));
}

type At = readonly [place: Placed, at: Position, text: LineText];

/** The lines of an open text; none where the editor has not opened it. */
function lineText(document: TextDocument | undefined): LineText {
  return (line) => {
    if (document === undefined || line >= document.lineCount) return undefined;
    const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
    return document.getText(range).replace(/[\r\n]+$/, '');
  };
}
