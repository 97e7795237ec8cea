/** The pieces of a string literal as written. */
export interface Literal {
  /** Lower case: `f`, `rb` ... */
  readonly prefix: string;
  /** Offsets of the content within the literal's text. */
  readonly start: number;
  readonly end: number;
}

/** Takes a literal's quotes apart; undefined when the text is no complete string literal. */
export function readLiteral(text: string): Literal | undefined {
  const match = /^([A-Za-z]{0,3})("""|'''|"|')/.exec(text);
  if (match === null) return undefined;
  const [all, prefix = '', quote = ''] = match;
  const end = text.length - quote.length;
  if (end < all.length || !text.endsWith(quote)) return undefined;
  return { prefix: prefix.toLowerCase(), start: all.length, end };
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '\n': '',
};

/** The text that a literal's content stands for. */
export function unescaped(content: string, prefix: string): string {
  if (!content.includes('\\') || prefix.includes('r')) return content;
  return content.replace(/\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[\s\S])/g, (all, code: string) => {
    if (code.length > 1) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return ESCAPES[code] ?? all;
  });
}

/** The text of a plain string literal; undefined for anything else, f-strings with holes included. */
export function plainString(text: string): string | undefined {
  const literal = readLiteral(text);
  if (literal === undefined) return undefined;
  const content = text.slice(literal.start, literal.end);
  if (literal.prefix.includes('f')) {
    if (/(?<!\{)(?:\{\{)*\{(?!\{)/.test(content)) return undefined;
    return unescaped(content.replace(/\{\{/g, '{').replace(/\}\}/g, '}'), literal.prefix);
  }
  const quote = text.slice(literal.end);
  if (quote.length === 1 && new RegExp(`(?<!\\\\)(?:\\\\\\\\)*${quote}`).test(content)) return undefined;
  return unescaped(content, literal.prefix);
}
