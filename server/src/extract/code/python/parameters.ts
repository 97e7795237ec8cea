/** One parameter of a function. */
export interface Parameter {
  readonly name: string;
  readonly type?: string;
  readonly default?: string;
}

/** All else is passed over at once. */
const NOTHING_SPECIAL = /[^"'#()[\]{},=]+/y;

/** Where the next character stands that may mean something, from an index on. */
function special(text: string, index: number): number {
  NOTHING_SPECIAL.lastIndex = index;
  return NOTHING_SPECIAL.test(text) ? NOTHING_SPECIAL.lastIndex : index;
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Splits a text at commas that lie in no bracket and no string. */
export function splitTopLevel(text: string, separator: ',' | '=' | '#' = ','): readonly string[] {
  const parts: string[] = [];
  const open: string[] = [];
  let start = 0;
  for (let i = special(text, 0); i < text.length; i = special(text, i + 1)) {
    const char = text[i] ?? '';
    if (char === '"' || char === "'") i = skipString(text, i);
    else if (char === '#') i = lineEnd(text, i);
    else if (CLOSING[char] !== undefined) open.push(CLOSING[char]);
    else if (open.length > 0 && char === open[open.length - 1]) open.pop();
    else if (char === separator && open.length === 0) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

/** The offset of the bracket that closes the one at `start`, or -1. */
export function closingBracket(text: string, start: number, limit = 20_000): number {
  const open: string[] = [];
  const end = Math.min(text.length, start + limit);
  for (let i = special(text, start); i < end; i = special(text, i + 1)) {
    const char = text[i] ?? '';
    if (char === '"' || char === "'") i = skipString(text, i);
    else if (char === '#') i = lineEnd(text, i);
    else if (CLOSING[char] !== undefined) open.push(CLOSING[char]);
    else if (char === open[open.length - 1]) {
      open.pop();
      if (open.length === 0) return i;
    }
  }
  return -1;
}

/** Reads a parameter list, brackets included, from the text at an offset. */
export function parametersAt(text: string, start: number): readonly Parameter[] {
  const end = closingBracket(text, start);
  if (end === -1) return [];
  const parameters: Parameter[] = [];
  for (const part of splitTopLevel(text.slice(start + 1, end))) {
    const match = /^\s*\*{0,2}([A-Za-z_]\w*)\s*/.exec(part.replace(/^(?:\s*#[^\n]*\n)+/, ''));
    if (match === null) continue;
    const rest = part.slice(part.indexOf(match[0].trim()) + match[0].trim().length);
    const [head = '', ...defaults] = splitTopLevel(rest, '=');
    const type = head.trim().startsWith(':') ? head.trim().slice(1).trim() : undefined;
    parameters.push({
      name: match[1] ?? '',
      ...(type !== undefined && type !== '' && { type }),
      ...(defaults.length > 0 && { default: defaults.join('=').trim() }),
    });
  }
  return parameters;
}

/** The offset of the last character of the string that starts at `start`. */
function skipString(text: string, start: number): number {
  const quote = text[start] ?? '';
  const triple = quote.repeat(3);
  if (text.startsWith(triple, start)) {
    const end = text.indexOf(triple, start + 3);
    return end === -1 ? text.length : end + 2;
  }
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === quote || text[i] === '\n') return i;
  }
  return text.length;
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}
