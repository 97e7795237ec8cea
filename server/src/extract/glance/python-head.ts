import type { ImportFact } from '../../model/facts';
import { importEnd, parseImport } from '../code/python/parse-import';
import type { Head, Mention } from './glance';
import { hasOddLineEnds, LinesInOrder } from './lines-in-order';

/** A line that starts an import. */
const LINE = /^([ \t]*)(#[# \t]*)?(?:from[ \t]+[.\w]+(?:[ \t]|\\\r?\n)+import\b|import[ \t]+[A-Za-z_])/;
const BEHIND = /(?:;|\belse:|\bif\b[^\n]*:|\btry:)[ \t]*(?:from[ \t]+[.\w]+[ \t]+import\b|import[ \t]+\w)/;
const BY_NAME = /\bimport_module\(|\b__import__\(/;
const ASSIGNED = /([A-Za-z_]\w*)[ \t]*(?::[^=\n]+)?=(?!=)/y;
/** A name that is given nothing but another name. */
const RENAMED =
  /[A-Za-z_]\w*[ \t]*(?::[^=\n]+)?=[ \t]*\(?[ \t]*(?!(?:True|False|None)\b)[A-Za-z_][\w.]*[ \t]*\)?[ \t\r]*(?:=|#|;|$)/my;
const TOKENS = /#[^\n]*|"""|'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g;

/** The imports of a Python file as its lines show them. */
export function readPythonHead(text: string): Head | undefined {
  const starts = hasOddLineEnds(text) ? undefined : importLines(text);
  if (starts === undefined) return undefined;
  const isText = longTexts(text, starts.at(-1)?.index ?? 0);
  const lines = new LinesInOrder(text);
  const imports: ImportFact[] = [];
  const mentions: Mention[] = [];
  for (const { index, matched, indent, comment } of starts) {
    if (isText(index)) continue;
    const start = index + indent.length + (comment?.length ?? 0);
    const end = importEnd(text, start);
    const parsed = parseImport(text.slice(start, end));
    if (parsed === undefined) {
      // A comment that reads like one is none, and neither is `import_path = ...`.
      if (comment !== undefined || !/import$/.test(matched)) continue;
      return undefined;
    }
    // The compiler's own is no module.
    const named = parsed.filter(({ module }) => module !== '__future__');
    if (indent !== '' || comment !== undefined) mentions.push(...named.map(mentionOf));
    if (comment !== undefined) continue;
    const range = lines.head(start, end);
    imports.push(...named.map(({ module, names }) => ({ kind: 'import' as const, module, names, range })));
  }
  return { imports, mentions, names: assignedNames(text) };
}

/** The names that lines start with and give a value to; those that are given another name alone once more, as `=name`. */
function assignedNames(text: string): readonly string[] {
  const names = new Set<string>();
  let start = 0;
  do {
    if (startsName(text.charCodeAt(start))) {
      ASSIGNED.lastIndex = start;
      const name = ASSIGNED.exec(text)?.[1];
      RENAMED.lastIndex = start;
      if (name !== undefined) names.add(name);
      if (name !== undefined && RENAMED.test(text)) names.add(`=${name}`);
    }
    start = text.indexOf('\n', start) + 1;
  } while (start > 0);
  return [...names];
}

function startsName(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}

function mentionOf({ module, names }: Pick<ImportFact, 'module' | 'names'>): Mention {
  return { module, names: names.map(({ name }) => name) };
}

interface ImportLine {
  readonly index: number;
  readonly matched: string;
  readonly indent: string;
  readonly comment: string | undefined;
}

/** The lines that start imports, found by the word; `undefined` where one stands behind something else in its line. */
function importLines(text: string): readonly ImportLine[] | undefined {
  const found: ImportLine[] = [];
  for (let at = text.indexOf('import'); at !== -1; at = text.indexOf('import', at + 1)) {
    const start = text.lastIndexOf('\n', at) + 1;
    // A statement that a backslash continues starts above.
    const isContinued = /\\\r?$/.test(text.slice(Math.max(0, start - 3), Math.max(0, start - 1)));
    const index = isContinued ? text.lastIndexOf('\n', start - 2) + 1 : start;
    if (index === found.at(-1)?.index) continue;
    const newline = text.indexOf('\n', at);
    const line = text.slice(index, newline === -1 ? text.length : newline);
    const match = LINE.exec(line);
    if (match === null && (BEHIND.test(line) || BY_NAME.test(line))) return undefined;
    if (match !== null) found.push({ index, matched: match[0], indent: match[1] ?? '', comment: match[2] });
  }
  return found;
}

/** Tells whether an offset lies in a text of several lines, as far as offsets up to `last` are asked for. */
function longTexts(text: string, last: number): (offset: number) => boolean {
  if (!/"""|'''/.test(text.slice(0, last))) return () => false;
  const spans: [number, number][] = [];
  TOKENS.lastIndex = 0;
  for (let token = TOKENS.exec(text); token !== null && token.index < last; token = TOKENS.exec(text)) {
    const [mark] = token;
    if (mark !== '"""' && mark !== "'''") continue;
    const end = endOfText(text, TOKENS.lastIndex, mark);
    spans.push([token.index, end]);
    TOKENS.lastIndex = end;
  }
  return (offset) => spans.some(([start, end]) => start < offset && offset < end);
}

function endOfText(text: string, start: number, mark: string): number {
  for (let at = text.indexOf(mark, start); at !== -1; at = text.indexOf(mark, at + 1)) {
    let backslashes = 0;
    while (text[at - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return at + mark.length;
  }
  return text.length;
}
