import type { ModuleAliasFact } from '../../../model/facts';
import { type Data, type Entry, entriesOf, itemsOf, type Parsed, walk } from '../../data/data';
import { redactText } from '../../redact';

/** Nobody follows more places for one name. */
const MOST_TARGETS = 20;

/** Names that stand for files: each entry's key for the places in its value, which lie below `base`. */
export function moduleAliases(parsed: Parsed, names: Data | undefined, base = ''): readonly ModuleAliasFact[] {
  return entriesOf(names).flatMap((entry) => aliasOf(parsed, entry, base) ?? []);
}

function aliasOf(parsed: Parsed, { key, keyStart, keyEnd, value }: Entry, base: string): ModuleAliasFact | undefined {
  const targets = placesIn(value).flatMap((place) => {
    const target = base === '' || CONFIG_DIR.test(place) ? place.replace(CONFIG_DIR, '') : `${base}/${place}`;
    return isName(target) ? [target] : [];
  });
  if (!isName(key) || targets.length === 0) return undefined;
  const range = parsed.range(keyStart, keyEnd);
  return { kind: 'moduleAlias', pattern: key, targets: targets.slice(0, MOST_TARGETS), range };
}

/** The folder of the file that says so. */
const CONFIG_DIR = /^\$\{configDir\}\//;

/** A place, several that are tried in turn, or one for each condition: all of them are the workspace's. */
function placesIn(value: Data): readonly string[] {
  const places: string[] = [];
  for (const item of value.t === 'list' ? itemsOf(value) : [value]) {
    walk(item, (data) => {
      if (data.t === 'scalar' && typeof data.value === 'string') places.push(data.value);
    });
  }
  return places;
}

/** Whatever else stands there names no file. */
function isName(text: string): boolean {
  return text !== '' && text.length < 300 && text.split('*').length <= 2 && redactText(text) === text;
}
