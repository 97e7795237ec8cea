import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type DocumentHighlight,
  DocumentHighlightKind,
  type Hover,
  type Location,
  type Range,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver/node';
import type * as model from '../model/text';
import { completionAt } from '../views/completion';
import { definitionAt } from '../views/definition';
import { envIndexOf, isDotenv } from '../views/env-index';
import { escapeMarkdown, hoverAt, hoverText } from '../views/hover';
import { highlightsAt, referencesAt } from '../views/references';
import { nameRangeIn } from '../views/rename/name-place';
import { symbolsOf } from '../views/symbols';
import type { LineText, Position } from '../views/variable-at';
import type { Folders, OpenFolder, Placed } from './folders';
import { nameRanges } from './name-ranges';
import type { Settings } from './settings';
import { unjudgedNote } from './unjudged-note';
import { linkTo, uriIn } from './uris';
import { revealLink } from './value-answers';

export function hoverAnswer(
  { folder, path }: Placed,
  at: Position,
  text: LineText,
  values: Settings['values'],
): Hover | undefined {
  const options = values === 'masked' ? { reveal: revealLink(folder) } : {};
  const snapshot = folder.session.snapshot();
  const hover = hoverAt(snapshot, path, at, linksIn(folder), text, options);
  if (hover === undefined) return undefined;
  const note = isDotenv(path) ? unjudgedNote(snapshot, path, hover.name) : undefined;
  const value = note === undefined ? hover.markdown : `${hover.markdown}\n\n${escapeMarkdown(note)}`;
  return { contents: { kind: 'markdown', value }, range: rangeOf(hover.range) };
}

export function definitionAnswer({ folder, path }: Placed, at: Position, text: LineText): Location[] {
  return definitionAt(folder.session.snapshot(), path, at, text).map((place) => locationOf(folder, place));
}

/** The names' own places: in open texts as they are now, in all other files as they were read. */
export async function referencesAnswer(
  { folder, path }: Placed,
  at: Position,
  declarations: boolean,
  text: LineText,
  textOf: (uri: string) => LineText | undefined,
): Promise<Location[]> {
  const places = referencesAt(folder.session.snapshot(), path, at, declarations, text);
  const texts = new Map(places.map((place) => [place.path, textOf(uriIn(folder.uri, place.path))]));
  const closed = places.filter((place) => texts.get(place.path) === undefined);
  const ranges = await nameRanges(folder.session.root, closed);
  const told = places.map(({ path: known, range, fact }) => {
    const lines = texts.get(known);
    const name = lines === undefined ? ranges.get(fact) : nameRangeIn(range, fact.name, lines);
    return locationOf(folder, { path: known, range: name ?? range });
  });
  // What reads and declares at once stands there once.
  return [...new Map(told.map((one) => [JSON.stringify(one), one])).values()];
}

const HIGHLIGHTS = {
  read: DocumentHighlightKind.Read,
  declaration: DocumentHighlightKind.Write,
  text: DocumentHighlightKind.Text,
} as const;

/** Nothing, rather than an empty list, lets the editor light up words as it does everywhere. */
export function highlightsAnswer(
  { folder, path }: Placed,
  at: Position,
  text: LineText,
): DocumentHighlight[] | undefined {
  const found = highlightsAt(folder.session.snapshot(), path, at, text);
  if (found.length === 0) return undefined;
  return found.map(({ range, kind }) => ({ range: rangeOf(range), kind: HIGHLIGHTS[kind] }));
}

export function completionAnswer({ folder, path }: Placed, at: Position, text: LineText): CompletionList | undefined {
  const found = completionAt(folder.session.snapshot(), path, at, text);
  if (found === undefined) return undefined;
  const range = rangeOf(found.range);
  const items = found.items.map(({ name, insert, detail }, index): CompletionItem => {
    return {
      label: name,
      kind: CompletionItemKind.Constant,
      detail,
      // Editors sort by text: the order is ours.
      sortText: String(index).padStart(5, '0'),
      filterText: name,
      textEdit: { range, newText: insert },
      data: { folder: folder.uri },
    };
  });
  return { isIncomplete: false, items };
}

/** The text beside the list is made for the one name that is looked at. */
export function resolvedCompletion(folders: Folders, item: CompletionItem): CompletionItem {
  const data: unknown = item.data;
  if (typeof data !== 'object' || data === null || !('folder' in data)) return item;
  const folder = typeof data.folder === 'string' ? folders.get(data.folder) : undefined;
  const snapshot = folder?.session.snapshot();
  const variable = snapshot && envIndexOf(snapshot).variable(item.label);
  if (folder === undefined || snapshot === undefined || variable === undefined) return item;
  const value = hoverText(snapshot, variable, linksIn(folder));
  return { ...item, documentation: { kind: 'markdown', value } };
}

/** All folders together, each symbol once where one folder lies in another. */
export function symbolsAnswer(folders: readonly OpenFolder[], query: string): SymbolInformation[] {
  const found = new Map<string, SymbolInformation>();
  for (const folder of folders) {
    for (const symbol of symbolsOf(folder.session.snapshot(), query)) {
      const location = locationOf(folder, symbol);
      const kind = symbol.kind === 'variable' ? SymbolKind.Constant : SymbolKind.Module;
      const key = `${symbol.name} ${location.uri} ${location.range.start.line}`;
      if (!found.has(key)) found.set(key, { name: symbol.name, kind, containerName: symbol.container, location });
    }
  }
  return [...found.values()];
}

function linksIn(folder: OpenFolder): (path: string, line: number) => string {
  return (path, line) => linkTo(folder.uri, path, line);
}

function locationOf(folder: OpenFolder, { path, range }: model.Location): Location {
  return { uri: uriIn(folder.uri, path), range: rangeOf(range) };
}

function rangeOf({ line, column, endLine, endColumn }: model.Range): Range {
  return { start: { line, character: column }, end: { line: endLine, character: endColumn } };
}
