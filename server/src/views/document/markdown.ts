import { markFold } from './folds';
import { markPlace, withoutMarks } from './places';

/** Inline code, whatever backticks the text holds, on one line. */
export function code(text: string): string {
  const clean = withoutMarks(text).replace(/\s+/g, ' ').trim();
  return clean.includes('`') ? `\`\` ${clean} \`\`` : `\`${clean}\``;
}

/** Plain text that Markdown must not read as markup. */
export function plain(text: string): string {
  return (
    withoutMarks(text)
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[\\`*[\]<>|]/g, '\\$&')
      // Between letters an underscore is no markup.
      .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_')
  );
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
