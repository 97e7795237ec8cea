import { type Line, linesOf } from '../../text-index';

/**
 * The lines of a shell script with everything blanked that no shell expands: comments, texts in single quotes,
 * here-documents with a quoted end. Nothing moves.
 */
export function expandingLines(text: string): readonly Line[] {
  const result: Line[] = [];
  let quote = '';
  let document: { readonly end: string; readonly literal: boolean } | undefined;
  for (const line of linesOf(text)) {
    if (document !== undefined) {
      if (line.text.trim() === document.end) document = undefined;
      else if (!document.literal) result.push(line);
      continue;
    }
    const blanked = blank(line.text, quote);
    quote = blanked.quote;
    result.push({ ...line, text: blanked.text });
    const [, sign, end] = quote === '' ? (/(?<!<)<<-?\s*(["'\\]?)([A-Za-z_]\w*)/.exec(line.text) ?? []) : [];
    if (end !== undefined) document = { end, literal: sign !== '' };
  }
  return result;
}

/** One line, and the quote that is open at its end. */
function blank(text: string, open: string): { readonly text: string; readonly quote: string } {
  let quote = open;
  let result = '';
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    if (quote === "'") {
      if (letter === "'") quote = '';
      result += ' ';
    } else if (letter === '\\') {
      result += `  `.slice(0, Math.min(2, text.length - at));
      at += 1;
    } else if (quote === '' && letter === '#' && (at === 0 || /[\s;&|(]/.test(text[at - 1] ?? ''))) {
      return { text: result + ' '.repeat(text.length - at), quote };
    } else {
      if (letter === "'" && quote === '') quote = "'";
      else if (letter === '"') quote = quote === '"' ? '' : '"';
      result += letter === "'" && quote === "'" ? ' ' : letter;
    }
  }
  return { text: result, quote };
}
