/** What the rest of a function or file does about a name that may hold nothing. */
export type Guard = 'raises' | 'guarded' | undefined;

const STOPS =
  /^\s*(?:raise\b|(?:sys\.)?exit\(|quit\(|os\._exit\(|(?:pytest\.)?(?:skip|fail)\(|parser\.error\(|(?:typer|click)\.(?:Exit|Abort)|ctx\.(?:exit|fail|abort)\()/m;
const MAX_LINES = 4000;

/** Whether a block's text stops the program. */
export function stops(block: string): boolean {
  return STOPS.test(block);
}

/**
 * Looks through the lines that follow a read for a test of the name it was kept in: one that stops the program makes
 * the variable required, any other makes it optional.
 */
export function guardOf(text: string, name: string, from: number, to: number): Guard {
  const region = text.slice(from, to);
  if (!region.includes(name)) return undefined;
  const escaped = name.replace(/\./g, '\\s*\\.\\s*');
  const word = new RegExp(`(?<![\\w.])${escaped}(?!\\w|\\s*\\.|\\s*\\()`);
  const lines = region.split('\n', MAX_LINES);
  let found: Guard;
  for (let i = 0; i < lines.length; i++) {
    const line = (lines[i] ?? '').slice(0, 500);
    if (!word.test(line) && !/^\s*(?:el)?if\b.*\($/.test(line)) continue;
    const code = line.replace(/(^|\s)#.*$/, '');
    if (/^\s*assert\b/.test(code) && word.test(code)) return 'raises';
    const head = /^(\s*)(?:el)?if\b/.exec(code);
    if (head !== null) {
      const { condition, next } = conditionAt(lines, i);
      if (!word.test(condition)) continue;
      const block = blockAt(lines, next, (head[1] ?? '').length) + inlineBody(condition);
      if (isNegative(condition, escaped) && stops(block)) return 'raises';
      if (isTest(condition, escaped)) found = 'guarded';
    } else if (isTest(code, escaped)) found ??= 'guarded';
  }
  return found;
}

/** The condition from its first line to the line that ends in a colon. */
function conditionAt(lines: readonly string[], start: number): { condition: string; next: number } {
  let condition = '';
  for (let i = start; i < Math.min(lines.length, start + 12); i++) {
    condition += `${(lines[i] ?? '').slice(0, 500).replace(/\s#.*$/, '')} `;
    if (/:\s*$/.test(condition) || /:\s*(raise|return|sys|pass)\b/.test(condition)) return { condition, next: i + 1 };
  }
  return { condition, next: start + 1 };
}

function inlineBody(condition: string): string {
  const body = /:\s*((?:raise|sys\.exit|exit|return)\b.*)$/.exec(condition)?.[1];
  return body === undefined ? '' : `\n${body}`;
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
    (new RegExp(`\\bnot\\b\\s*(?:\\(|all|any|\\[|bool|\\s)*[^:]*?(?<![\\w.])${escaped}(?!\\w)`).test(condition) &&
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
