/** What the rest of a function or file does about a name that may hold nothing. */
export type Guard = 'raises' | 'guarded' | undefined;

const STOPS =
  /^\s*(?:raise\b|(?:sys\.)?exit\(|quit\(|os\._exit\(|(?:pytest\.)?(?:skip|fail)\(|parser\.error\(|(?:typer|click)\.(?:Exit|Abort)|ctx\.(?:exit|fail|abort)\()/m;
const MAX_PLACES = 60;
const MAX_LINE = 500;

/** Whether a block's text stops the program. */
export function stops(block: string): boolean {
  return STOPS.test(block);
}

/**
 * Looks through the lines that follow a read for a test of the name it was kept in: one that stops the program makes
 * the variable required, any other makes it optional.
 */
export function guardOf(text: string, name: string, from: number, to: number): Guard {
  const escaped = name.replace(/\./g, '\\.');
  const word = new RegExp(`(?<![\\w.])${escaped}(?!\\w|\\s*\\.|\\s*\\()`);
  let found: Guard;
  let seen = -1;
  let at = text.indexOf(name, from);
  for (let places = 0; at !== -1 && at < to && places < MAX_PLACES; places++, at = text.indexOf(name, at + 1)) {
    const start = headOf(text, Math.max(from, text.lastIndexOf('\n', at) + 1));
    if (start === seen) continue;
    seen = start;
    const guard = guardAt(text, start, word, escaped);
    if (guard === 'raises') return 'raises';
    found ??= guard;
  }
  return found;
}

/** Whether a list that is not empty stops the program: `if missing: raise ...`. */
export function stopsIfAny(text: string, list: string, from: number, to: number): boolean {
  const region = text.slice(from, Math.min(to, from + 20_000));
  const head = new RegExp(`(?:^|\\n)([ \\t]*)if[ (]+(?:len\\()?${list}\\b[^\\n]*:[ \\t]*([^\\n]*)\\n`).exec(region);
  if (head === null) return false;
  const after = region.slice(head.index + head[0].length, head.index + head[0].length + 3000).split('\n', 30);
  return stops(`${head[2] ?? ''}\n${blockAt(after, 0, (head[1] ?? '').length)}`);
}

/** What one statement that mentions the name does about it. */
function guardAt(text: string, start: number, word: RegExp, escaped: string): Guard {
  const lines = text.slice(start, start + 4000).split('\n', 40);
  const code = (lines[0] ?? '').slice(0, MAX_LINE).replace(/(^|\s)#.*$/, '');
  const head = /^(\s*)(?:el)?if\b/.exec(code);
  if (head === null) {
    if (/^\s*assert\b/.test(code) && word.test(code)) return 'raises';
    return word.test(code) && isTest(code, escaped) ? 'guarded' : undefined;
  }
  const { condition, next } = conditionAt(lines);
  if (!word.test(condition)) return undefined;
  const block = blockAt(lines, next, (head[1] ?? '').length) + inlineBody(condition);
  if (isNegative(condition, escaped) && stops(block)) return 'raises';
  const isAlone = new RegExp(`^\\s*if\\s+\\(?${escaped}\\)?\\s*:\\s*$`).test(condition);
  if (isAlone && stops(elseBlock(lines, next, (head[1] ?? '').length))) return 'raises';
  return isTest(condition, escaped) ? 'guarded' : undefined;
}

/** The start of the `if` whose condition goes on over the line at an offset, or that line itself. */
function headOf(text: string, lineStart: number): number {
  let start = lineStart;
  for (let i = 0; i < 6 && start > 0; i++) {
    const before = text.lastIndexOf('\n', start - 2) + 1;
    const line = text.slice(before, start - 1).slice(0, MAX_LINE);
    if (/^\s*(?:el)?if\b/.test(line)) return /[([,]\s*$|\b(?:and|or)\s*$/.test(line) ? before : lineStart;
    if (!/^\s*[\w."'[\](), ]*(?:,|\band|\bor)?\s*$/.test(line)) return lineStart;
    start = before;
  }
  return lineStart;
}

/** The condition from its first line to the line that ends in a colon, blanks made one. */
function conditionAt(lines: readonly string[]): { condition: string; next: number } {
  let condition = '';
  for (let i = 0; i < Math.min(lines.length, 12); i++) {
    const line = (lines[i] ?? '').slice(0, MAX_LINE).replace(/\s#.*$/, '');
    condition = `${condition}${line} `.replace(/\s+/g, ' ');
    if (/:\s*$/.test(condition) || /:\s*(raise|return|sys|pass)\b/.test(condition)) return { condition, next: i + 1 };
  }
  return { condition, next: 1 };
}

function inlineBody(condition: string): string {
  const body = /:\s*((?:raise|sys\.exit|exit|return)\b.*)$/.exec(condition)?.[1];
  return body === undefined ? '' : `\n${body}`;
}

/** The block of the `else:` that belongs to an `if`. */
function elseBlock(lines: readonly string[], start: number, indent: number): string {
  for (let i = start; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line.trim() === '' || line.length - line.trimStart().length > indent) continue;
    return /^\s*else\s*:/.test(line) ? blockAt(lines, i + 1, indent) : '';
  }
  return '';
}

/** The lines of a block that is indented deeper than its head. */
function blockAt(lines: readonly string[], start: number, indent: number): string {
  const block: string[] = [];
  for (let i = start; i < Math.min(lines.length, start + 25); i++) {
    const line = lines[i] ?? '';
    if (line.trim() === '') continue;
    if (line.length - line.trimStart().length <= indent) break;
    block.push(line);
  }
  return block.join('\n');
}

/** The condition holds when the name holds nothing. */
export function isNegative(condition: string, escaped: string): boolean {
  return (
    (new RegExp(`\\bnot\\b[^:]*?(?<![\\w.])${escaped}(?!\\w)`).test(condition) &&
      !new RegExp(`(?<![\\w.])${escaped}\\s+is\\s+not\\b`).test(condition)) ||
    new RegExp(`(?<![\\w.])${escaped}\\s*(?:is\\s+None|==\\s*(?:None|""|''))`).test(condition) ||
    new RegExp(`\\bNone\\s+in\\b[^:]*(?<![\\w.])${escaped}(?!\\w)`).test(condition)
  );
}

function isTest(code: string, escaped: string): boolean {
  const name = `(?<![\\w.])${escaped}(?!\\w|\\s*\\.|\\s*\\()`;
  return (
    new RegExp(
      `\\b(?:if|elif|while|and|or|not)\\s+\\(?\\s*${name}\\s*(?:$|[:)]|and\\b|or\\b|is\\b|else\\b|[=!]=|in\\b|not\\b)`,
    ).test(code) ||
    new RegExp(`${name}\\s+(?:or|and)\\s`).test(code) ||
    new RegExp(`${name}\\s+is\\s+(?:not\\s+)?None`).test(code) ||
    new RegExp(`\\b(?:bool|all|any)\\(\\[?[^()]*${name}`).test(code)
  );
}
