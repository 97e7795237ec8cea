import type { DocumentContext } from './context';
import { code, link, some, someLines } from './markdown';

const SHOWN = 20;

/** What lies outside and is in no catalog entry, so that nothing external is silent. */
export function unrecognisedLines({ snapshot }: DocumentContext): readonly string[] {
  const lines = snapshot.unrecognised.map(({ kind, name, places }) => {
    const texts = places.map((place) => `${link(place)}${place.scope === undefined ? '' : ` in ${code(place.scope)}`}`);
    return `- ${kind === 'host' ? 'Host' : 'Package'} ${code(name)}: ${some(texts, 3)}`;
  });
  return someLines(lines, SHOWN);
}
