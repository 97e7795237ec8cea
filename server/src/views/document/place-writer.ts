import { escaped, onOneLine } from './escape';
import { code } from './markdown';
import type { Place } from './places';

export interface LinkOptions {
  /** `relative` (default), `github` with the line as GitHub takes it in files that it would render, or no links. */
  readonly links?: 'relative' | 'github' | 'plain';
  /** Where the document lies: links lead from its folder. Default: in the scanned folder. */
  readonly path?: string;
  /** The scanned folder, where `path` is not relative to it but both start at the same. */
  readonly root?: string;
}

/** Writes places as links whose texts are what one would type into "go to file". */
export function placeWriter({ links, path = '', root = '' }: LinkOptions): (place: Place) => string {
  const from = partsOf(path).slice(0, -1);
  return (place) => {
    const text = place.line === undefined ? place.path : `${place.path}:${place.line + 1}`;
    if (links === 'plain') return code(text);
    const isRendered = links === 'github' && /\.(md|markdown|mdx|adoc|rst|csv|tsv)$/i.test(place.path);
    const line = place.line === undefined ? '' : `${isRendered ? '?plain=1' : ''}#L${place.line + 1}`;
    const to = partsOf(root === '' ? place.path : `${root}/${place.path}`);
    return `[${escaped(onOneLine(text))}](${target(way(from, to), line)})`;
  };
}

function partsOf(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '' && part !== '.');
}

/** From a folder to a file. */
function way(from: readonly string[], to: readonly string[]): string {
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common += 1;
  const path = [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
  // A colon in the first part would read as a scheme.
  return path.split('/', 1)[0]?.includes(':') === true ? `./${path}` : path;
}

/** Targets with spaces, brackets or parentheses need angle brackets. */
function target(path: string, line: string): string {
  const encoded = path.replace(/[%#?\\$\p{Cc}\u2028-\u202E\u2066-\u2069]|&(?=#?\w{1,32};)/gu, encodeURIComponent);
  return /[\s()[\]<>]/.test(encoded) ? `<${encoded.replace(/[<>]/g, encodeURIComponent)}${line}>` : `${encoded}${line}`;
}
