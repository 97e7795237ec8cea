import { groupBy } from '../../index/order';
import type { DocumentContext } from './context';
import { factsOf, type Placed } from './facts-of';
import { code, fileLink, some } from './markdown';

const SHOWN_MODELS = 24;
const SHOWN_FILES = 12;
const MOST_TEXT = 420;

/** Models, tables and collections by ORM. */
export function modelLines({ snapshot }: DocumentContext): readonly string[] {
  return [...groupBy(factsOf(snapshot, 'model'), ({ fact }) => fact.orm)].map(([orm, members]) => {
    const names = [...new Set(members.map(({ fact }) => modelText(fact.name, fact.table)))];
    return `- ${orm === 'mongodb' ? 'Collections' : 'Models'} (${orm}): ${some(names, SHOWN_MODELS)} in ${placesText(members)}`;
  });
}

/** Elixir modules by their last two parts: the application's name says nothing here. */
function modelText(name: string, table: string | undefined): string {
  const short = name.split('.').slice(-2).join('.');
  return table === undefined || table.toLowerCase() === short.toLowerCase()
    ? code(short)
    : `${code(short)} (${code(table)})`;
}

/** Few files are named; of many, the folder that holds them all. */
function placesText(members: readonly Placed<'model'>[]): string {
  const files = [...new Set(members.map(({ path }) => path))];
  if (files.length <= SHOWN_FILES && files.join('').length <= MOST_TEXT) return files.map(fileLink).join(', ');
  const folder = commonFolder(files);
  return folder === '' ? some(files.map(fileLink), 3) : `${fileLink(folder)} (${files.length} files)`;
}

function commonFolder(paths: readonly string[]): string {
  let common = paths[0]?.split('/').slice(0, -1) ?? [];
  for (const path of paths) {
    const parts = path.split('/');
    const differs = common.findIndex((part, index) => part !== parts[index]);
    if (differs >= 0) common = common.slice(0, differs);
  }
  return common.join('/');
}
