import type { ImportFact } from '../../model/facts';
import { importEnd, parseImport } from '../code/python/parse-import';
import type { Head, Mention } from './glance';
import { Lines } from './lines';

/** Not the second half of a statement that a backslash continues. */
const IMPORT = /(?<!\\\r?\n)^([ \t]*)(#[# \t]*)?(?:from[ \t]+[.\w]+(?:[ \t]|\\\r?\n)+import\b|import[ \t]+[A-Za-z_])/gm;
const BEHIND = /(?:;|\belse:|\bif\b[^\n]*:|\btry:)[ \t]*(?:from[ \t]+[.\w]+[ \t]+import\b|import[ \t]+\w)/;
const BY_NAME = /\bimport_module\(|\b__import__\(/;
const ASSIGNED = /^([A-Za-z_]\w*)[ \t]*(?::[^=\n]+)?=(?!=)/gm;
const TOKENS = /#[^\n]*|"""|'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g;

/** The imports of a Python file as its lines show them. */
export function readPythonHead(text: string): Head | undefined {
  if (BEHIND.test(text) || BY_NAME.test(text)) return undefined;
  const matches = [...text.matchAll(IMPORT)];
  const isText = longTexts(text, matches.at(-1)?.index ?? 0);
  const lines = new Lines(text);
  const imports: ImportFact[] = [];
  const mentions: Mention[] = [];
  for (const { 0: matched, 1: indent = '', 2: comment, index } of matches) {
    if (isText(index)) continue;
    const start = index + indent.length + (comment?.length ?? 0);
    const end = importEnd(text, start);
    const parsed = parseImport(text.slice(start, end));
    if (parsed === undefined) {
      // A comment that reads like one is none, and neither is `import_path = ...`.
      if (comment !== undefined || !/import$/.test(matched)) continue;
      return undefined;
    }
    for (const { module, names } of parsed) {
      // The compiler's own, no module.
      if (module === '__future__') continue;
      if (indent !== '' || comment !== undefined) mentions.push({ module, names: names.map(({ name }) => name) });
      if (comment === undefined) imports.push({ kind: 'import', module, names, range: lines.head(start, end) });
    }
  }
  const names = [...new Set([...text.matchAll(ASSIGNED)].map(([, name = '']) => name))];
  return { imports, mentions, names };
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
