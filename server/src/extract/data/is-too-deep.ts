/** No file that a person wrote nests deeper. */
const MAX_NESTING = 300;

/**
 * Whether a text nests deeper than a recursive parser should be given. Running out of stack inside a parser is no mere
 * exception: a regular expression that is compiled there ends the whole process. So this asks before parsing, without
 * understanding quotes: brackets in a text would have to stand open by the hundreds to be mistaken.
 */
export function isTooDeep(text: string): boolean {
  return bracketsTooDeep(text) || blocksTooDeep(text);
}

function bracketsTooDeep(text: string): boolean {
  if (!hasMore(text, '{', MAX_NESTING / 2) && !hasMore(text, '[', MAX_NESTING / 2)) return false;
  let depth = 0;
  for (const match of text.matchAll(/[[\]{}]/g)) {
    depth = match[0] === '[' || match[0] === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > MAX_NESTING) return true;
  }
  return false;
}

/** Blocks of YAML: by indentation, and by `- - -` on one line. */
function blocksTooDeep(text: string): boolean {
  if (/(?:[-?:][ \t]+){100}/.test(text)) return true;
  // Each block is a space deeper than the one around it at least.
  if (!text.includes(' '.repeat(MAX_NESTING))) return false;
  const open: number[] = [];
  for (const match of text.matchAll(/^ *(?=\S)/gm)) {
    const indent = match[0].length;
    while (open.length > 0 && (open.at(-1) ?? 0) >= indent) open.pop();
    open.push(indent);
    if (open.length > MAX_NESTING) return true;
  }
  return false;
}

function hasMore(text: string, sign: string, than: number): boolean {
  let found = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
    found += 1;
    if (found > than) return true;
  }
  return false;
}
