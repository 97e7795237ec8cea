/** Inline code, whatever backticks the text holds, on one line. */
export function code(text: string): string {
  const clean = text.replace(/\s+/g, ' ').trim();
  return clean.includes('`') ? `\`\` ${clean} \`\`` : `\`${clean}\``;
}

/** Plain text that Markdown must not read as markup. */
export function plain(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[\\`*[\]<>|]/g, '\\$&')
      // Between letters an underscore is no markup.
      .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_')
  );
}

export interface Place {
  readonly path: string;
  readonly line: number;
}

/** A link to a file at a line, counted from 0; its text is what one would type into "go to file". */
export function link({ path, line }: Place): string {
  return `[${linkText(path)}:${line + 1}](${target(`${path}#L${line + 1}`)})`;
}

export function fileLink(path: string): string {
  return `[${linkText(path)}](${target(path)})`;
}

function linkText(path: string): string {
  return path.replace(/[\\[\]]/g, '\\$&');
}

/** Link targets with spaces, brackets or parentheses need angle brackets. */
function target(path: string): string {
  const encoded = path.replace(/%/g, '%25');
  return /[\s()[\]<>]/.test(encoded) ? `<${encoded.replace(/[<>]/g, encodeURIComponent)}>` : encoded;
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
