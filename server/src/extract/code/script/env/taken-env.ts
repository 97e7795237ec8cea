import { placesIn, type Scanned } from '../../scan';

/** `} = process` and `} = require("process")`: the end of a pattern that takes something from the module. */
const TAKEN =
  /\}\s*=\s*(?:(?:(?:globalThis|global)\s*\.\s*)?process\b(?!\s*[.?[(])|require\(\s*['"](?:node:)?process['"])/g;
const NAME = /\benv\b/;
/** No pattern that anybody writes is longer. */
const MOST_LENGTH = 5000;

/** Where a pattern takes `env` from the process, and where the value of that pattern starts. */
export interface TakenEnv {
  readonly name: number;
  readonly value: number;
}

/** `const { env } = process`, `const { env: { X }, argv } = require("process")`. Searched from their ends: these are rare. */
export function envTakenFromProcess(file: Scanned): readonly TakenEnv[] {
  const found: TakenEnv[] = [];
  for (const match of placesIn(TAKEN, file)) {
    const name = nameBefore(file.text, match.index);
    if (name !== undefined) found.push({ name, value: match.index + (match[0] ?? '').lastIndexOf('=') + 1 });
  }
  return found;
}

/** The first `env` of the pattern that ends at a brace, with at most one pattern inside it. */
function nameBefore(text: string, end: number): number | undefined {
  const least = Math.max(0, end - MOST_LENGTH);
  const last = runStart(text, end, least);
  const inner = text[last - 1] === '}' ? text.lastIndexOf('{', last - 2) : -1;
  const hasInner = inner >= least && !text.slice(inner + 1, last - 1).includes('}');
  const first = hasInner ? runStart(text, inner, least) : last;
  return nameIn(text, first, inner) ?? nameIn(text, last, end);
}

/** How far back nothing ends a pattern, a statement or a value. */
function runStart(text: string, end: number, least: number): number {
  let start = end;
  while (start > least && !';={}'.includes(text[start - 1] ?? ';')) start -= 1;
  return start;
}

function nameIn(text: string, start: number, end: number): number | undefined {
  if (end <= start) return undefined;
  const at = NAME.exec(text.slice(start, end))?.index;
  return at === undefined ? undefined : start + at;
}
