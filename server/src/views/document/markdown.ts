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

/** `a, b and 3 more`. */
export function some(texts: readonly string[], most: number): string {
  const rest = texts.length - most;
  return rest > 0 ? `${texts.slice(0, most).join(', ')} and ${rest} more` : texts.join(', ');
}

/** A cut at a word's end. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trimEnd()} …`;
}
