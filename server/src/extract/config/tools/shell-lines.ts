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
    if (quote === '' && isComment(text, at)) return { text: result.padEnd(text.length), quote };
    const literal = quote === "'" || letter === '\\' || (letter === "'" && quote === '');
    result += literal ? ' ' : letter;
    if (letter === '\\' && quote !== "'") {
      result += at + 1 < text.length ? ' ' : '';
      at += 1;
    } else quote = nextQuote(letter, quote);
  }
  return { text: result, quote };
}

/** The quote that is open behind a letter. */
function nextQuote(letter: string, quote: string): string {
  if (letter !== '"' && letter !== "'") return quote;
  if (quote === '') return letter;
  return quote === letter ? '' : quote;
}

function isComment(text: string, at: number): boolean {
  return text[at] === '#' && (at === 0 || /[\s;&|(]/.test(text[at - 1] ?? ''));
}
