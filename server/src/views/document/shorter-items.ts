import { placesIn, withoutPlaces } from './places';

/** Above this, an item's short facts share lines: one each would be a page of them. */
const MANY_FACTS = 3;
const MOST_TEXT = 70;
const FACTS_A_LINE = 3;
const OWN_LINES = /^ {2}- (SDK\/Client|Auth|Webhook|Endpoints|Uses|Configured): /;

/** A list without what it says twice: a place is named once an item, and many short facts share lines. */
export function shorterItems(lines: readonly string[]): readonly string[] {
  const items: string[][] = [];
  for (const line of lines) {
    const item = items.at(-1);
    if (item === undefined || !line.startsWith('  ')) items.push([line]);
    else item.push(line);
  }
  return items.flatMap((item) => joinShort(withoutRepeats(item)));
}

/** A place in brackets that the same item names before says nothing new. */
function withoutRepeats(item: readonly string[]): readonly string[] {
  const named = new Set<string>();
  return item.map((line) => {
    const shorter = withoutPlaces(line, (place) => named.has(place));
    for (const place of placesIn(line)) named.add(place);
    return shorter;
  });
}

function joinShort(item: readonly string[]): readonly string[] {
  const isShort = (line: string | undefined): line is string =>
    line !== undefined &&
    /^ {2}- /.test(line) &&
    !OWN_LINES.test(line) &&
    withoutPlaces(line, () => true).length <= MOST_TEXT;
  if (item.filter(isShort).length <= MANY_FACTS) return item;
  const lines: string[] = [];
  let joined = 0;
  for (const [index, line] of item.entries()) {
    const last = lines.at(-1);
    if (last !== undefined && isShort(line) && isShort(item[index - 1]) && joined < FACTS_A_LINE) {
      lines[lines.length - 1] = `${last}; ${line.slice(4)}`;
      joined += 1;
    } else {
      lines.push(line);
      joined = 1;
    }
  }
  return lines;
}
