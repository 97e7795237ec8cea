import type { FileRole, PixelFact } from '../../model/facts';
import { isIn, type Scanned } from './scan';
import { isComment, lineRange } from './text-places';

/** A hole at the start of a text; behind a slash it is a parameter of a path. */
const ADDRESS = /(?<![/\w}$#])[$#]?\{([A-Za-z_][\w.]{0,60})(?:\(\))?\}((?:\/[\w.${}#-]{1,60}){1,5})/g;
const PICTURE = /(?:pixel|open|track|beacon)[\w/{}$#.-]*\.(?:gif|png)$/i;
const SIGNS = /\.(?:gif|png)/;
const MOST = 10;

/** Addresses of pictures that tell when a message is opened, where a text with holes is put together. */
export function pixelFacts(file: Scanned, role: FileRole): readonly PixelFact[] {
  const { text } = file;
  if (role === 'test' || !isIn(SIGNS, file)) return [];
  const facts: PixelFact[] = [];
  for (const { index, 1: base = '', 2: written = '' } of text.matchAll(ADDRESS)) {
    if (facts.length >= MOST) break;
    const path = written.replace(/[$#](?=\{)/g, '');
    if (PICTURE.test(path) && !isComment(text, index)) {
      facts.push({ kind: 'pixel', base, path, range: lineRange(text, index) });
    }
  }
  return facts;
}
