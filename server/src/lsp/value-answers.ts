import { decode } from '../host/decode';
import { nodeFileSystem } from '../host/node-file-system';
import type { ValuePlace, ValuePlacesParams } from '../protocol';
import { envIndexOf } from '../views/env-index';
import { valueFilesOf } from '../views/env-scope';
import { valuePlace } from '../views/value-place';
import { type LineText, variableAt } from '../views/variable-at';
import type { Folders, OpenFolder } from './folders';
import type { Settings } from './settings';
import { uriIn } from './uris';

/** No `.env` file of people is larger. */
const LARGEST = 1_000_000;

interface Around {
  readonly folders: Folders;
  readonly settingsOf: (folder: OpenFolder) => Settings;
  readonly textOf: (uri: string) => LineText;
}

/**
 * Where the values of a variable stand in the files as they are now. The values themselves are not part of the answer:
 * whoever asks reads the place, so that no message, log or memory of ours ever holds one.
 */
export async function valuePlacesAnswer(asked: ValuePlacesParams, around: Around): Promise<readonly ValuePlace[]> {
  const [placed] = around.folders.holding(asked.uri);
  if (placed === undefined || around.settingsOf(placed.folder).values !== 'masked') return [];
  const { folder, path } = placed;
  const snapshot = folder.session.snapshot();
  const variable =
    'name' in asked
      ? envIndexOf(snapshot).variable(asked.name)
      : variableAt(snapshot, path, asked, around.textOf(asked.uri))?.variable;
  if (variable === undefined) return [];
  // A link names the file; from a place in code all those are meant whose values the code can get.
  const files = valueFilesOf(snapshot, variable, path);
  const chosen = 'name' in asked ? files.filter((file) => file.path === path) : files;
  const places = await Promise.all(
    [...new Set(chosen.map((file) => file.path))].map((file) => placeIn(folder, file, variable.name)),
  );
  return places.flat();
}

async function placeIn(folder: OpenFolder, path: string, name: string): Promise<readonly ValuePlace[]> {
  const files = nodeFileSystem(folder.session.root);
  // Links may lead out of the workspace.
  const stat = await files.stat(path);
  if (stat?.type !== 'file' || stat.size > LARGEST) return [];
  const text = decode(await files.readFile(path));
  const range = text === undefined ? undefined : valuePlace(text, name);
  return range === undefined ? [] : [{ name, uri: uriIn(folder.uri, path), path, ...range }];
}

/** The target of a hover's link that has the editor show a value; it names where that stands and nothing more. */
export function revealLink(folder: OpenFolder): (name: string, path: string) => string {
  return (name, path) => {
    const args = JSON.stringify([{ name, uri: uriIn(folder.uri, path) }]);
    return `command:integrationAtlas.revealValue?${encodeURIComponent(args).replace(/[()]/g, escaped)}`;
  };
}

function escaped(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
