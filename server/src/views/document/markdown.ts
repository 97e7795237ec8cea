import { escaped, onOneLine } from './escape';
import { markFold } from './folds';
import { markPlace } from './places';

/** Inline code, whatever backticks the text holds, on one line. */
export function code(text: string): string {
  const clean = onOneLine(text).trim();
  const longest = Math.max(0, ...(clean.match(/`+/g) ?? []).map(({ length }) => length));
  if (longest === 0) return `\`${clean}\``;
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${clean} ${fence}`;
}

/** Plain text that Markdown must not read as markup. */
export function plain(text: string): string {
  return escaped(onOneLine(text).trim());
}

/** An exact pin reads as a version. What a manifest writes is text, whatever Markdown would make of it. */
export function versionText(version: string): string {
  const text = version.replace(/^={2,3}\s*/, '');
  return /[`[\]\\\p{Cc}]|<[a-z!/?]|\*\S/iu.test(text) ? code(text) : text;
}

/** A place: a file at a line, counted from 0. `writePlaces` makes it a link. */
export function link({ path, line }: { readonly path: string; readonly line: number }): string {
  return markPlace({ path, line });
}

export function fileLink(path: string): string {
  return markPlace({ path });
}

/** `a, b and 3 more`; all of them where the document is to be full. */
export function some(texts: readonly string[], most: number): string {
  const rest = texts.slice(most);
  const shown = texts.slice(0, most).join(', ');
  return rest.length > 0 ? `${shown}${markFold(`, ${rest.join(', ')}`, ` and ${rest.length} more`)}` : shown;
}

/** The first lines of a list, and how many more there are: `- and 3 more jobs`. */
export function someLines(lines: readonly string[], most: number, noun = '', indent = ''): readonly string[] {
  const rest = lines.slice(most);
  if (rest.length < 2) return lines;
  const instead = `${indent}- and ${rest.length} more${noun === '' ? '' : ` ${noun}`}`;
  return [...lines.slice(0, most), markFold(rest.join('\n'), instead)];
}

/** A cut at a word's end. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trimEnd()} …`;
}
