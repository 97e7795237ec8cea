import type { ImportFact } from '../../model/facts';
import { importedNames } from '../code/script/import-statement';
import type { Head } from './glance';
import { hasOddLineEnds, LinesInOrder } from './lines-in-order';

const STATEMENT =
  /[ \t]*(?:(?:import|export)\b[^;'"`()=]*?\bfrom[ \t]*|import[ \t]*)(?:'[^'\n]*'|"[^"\n]*")[ \t]*(?:(?:with|assert)[ \t]*\{[^}]*\})?;?/y;
const IMPORTING = /\b(?:require|import)\s*\(\s*(?:\/\*[^*]*\*\/\s*)?(?:'([^'\n]*)'|"([^"\n]*)"|`([^`$\n]*)`)/g;
const COMMENTED = /\/\/[^\n]*?\b(?:from|require\s*\(|import)\s*\(?\s*['"]([^'"\n]+)['"]/g;
const TYPES = /<reference\s+types\s*=\s*['"]([^'"\n]+)['"]/g;
/** `import x = require("x")`, and the rest of what is seldom written. */
const UNUSUAL = /[ \t]*import\s+(?:type\s+)?[\w$]+\s*=/y;
const TOKENS =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|`(?:[^`\\]|\\[\s\S])*(?:`|$)|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g;
const EXPORTED = /export\s+(?:declare\s+)?(?:const|let|var|enum)\s+([\w$]+)/y;
/** What a name that holds a function goes on with; parameters that are hard to tell from a value count as one. */
const FUNCTION =
  /\s{0,4}(?::\s{0,4}[\w$.<>[\], ]{1,120})?=\s{0,4}(?:async\s|function\b|[\w$]{1,60}\s?=>|(?:<[^()=]{0,200}>\s?)?\([^()=>]{0,400}\)\s?(?::[^=;{}()]{0,200})?=>)/y;
/** A name at the top of a file that is given nothing but another name, with or without a cast. */
const RENAMED =
  /^(?:export\s+)?(?:const|let|var)\s+([\w$]+)\s{0,4}(?::(?:[^=\n]|=>){1,200})?=\s{0,8}(?:await\s+|\(\s{0,4})*(?!(?:true|false|null|undefined|new|async|function|class|typeof|await)\b)[A-Za-z_$][\w$]*(?:\s{0,8}[?!]?\.\s{0,4}[\w$]+|\[[^\]\n]{1,80}\])*(?![\w$])!?\s{0,4}\)?(?=\s*(?:;|[\w$@}/"']|$(?![\s\S])))/gm;
const RENAMED_HERE = new RegExp(RENAMED.source, 'my');
const DEFAULT_NAME = /^export\s+default\s+[\w$.]+\s*;?\s*$|\bmodule\.exports\b|^exports\.|^Object\.assign\(exports/m;
const PASSED_ON = /export\s*(?:\*|\{|\bdefault\b)/y;
const PASSED_ON_BY_NAME = /\bmodule\.exports\b|^exports\.|^Object\.assign\(exports/m;

/** The imports of a JavaScript or TypeScript file as its lines show them. */
export function readScriptHead(text: string): Head | undefined {
  if (hasOddLineEnds(text)) return undefined;
  const importing = linesThatStart(text, 'import');
  if (importing.some((start) => matchAt(UNUSUAL, text, start) !== null)) return undefined;
  const exporting = linesThatStart(text, 'export');
  const matches = statementsAt(text, [...importing, ...exporting]);
  const isText = notCode(text, matches.at(-1)?.index ?? 0);
  const lines = new LinesInOrder(text);
  const imports: ImportFact[] = [];
  for (const { 0: statement, index } of matches) {
    const start = index + (/^[ \t]*/.exec(statement)?.[0].length ?? 0);
    if (isText(start)) continue;
    const parsed = importedNames(statement.trimStart());
    if (parsed === undefined) return undefined;
    imports.push({
      kind: 'import',
      module: parsed.module,
      names: parsed.names.map(({ name, local }) => ({ name, local })),
      range: lines.head(start, index + statement.length),
      ...(parsed.typeOnly && { typeOnly: true }),
    });
  }
  const loaded = loadedBy(text);
  return {
    imports,
    mentions: [...loaded, ...mentionedBy(text)].map((module) => ({ module, names: [] })),
    names: namesIn(text, exporting),
    ...(loaded.length > 0 && { named: [...new Set(loaded)] }),
  };
}

/** The modules that a call takes in: what the file asks of them only the tree would tell. */
function loadedBy(text: string): readonly string[] {
  const mayLoad = text.includes('require') || /import\s*\(/.test(text);
  return mayLoad ? [...text.matchAll(IMPORTING)].map(([, ...modules]) => writtenIn(modules)) : [];
}

function writtenIn(modules: readonly (string | undefined)[]): string {
  return modules.find((module) => module !== undefined) ?? '';
}

/** The starts of the lines whose first word this is: nearly all code is passed over by a search for a word. */
function linesThatStart(text: string, word: string): readonly number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
    let start = at;
    while (text[start - 1] === ' ' || text[start - 1] === '\t') start -= 1;
    if (start === 0 || text[start - 1] === '\n') starts.push(start);
  }
  return starts;
}

/** The statements that lines start with, from top to bottom, none within another. */
function statementsAt(text: string, starts: readonly number[]): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  let end = 0;
  for (const start of [...starts].sort((a, b) => a - b)) {
    const match = start < end ? null : matchAt(STATEMENT, text, start);
    if (match === null) continue;
    found.push(match);
    end = start + match[0].length;
  }
  return found;
}

function namesIn(text: string, exporting: readonly number[]): readonly string[] {
  const names = exporting.flatMap((start) => {
    const [whole = '', name] = matchAt(EXPORTED, text, start) ?? [];
    return name === undefined || matchAt(FUNCTION, text, start + whole.length) !== null ? [] : [name];
  });
  const passesOn =
    exporting.some((start) => matchAt(PASSED_ON, text, start) !== null) ||
    (text.includes('exports') && PASSED_ON_BY_NAME.test(text));
  if (!passesOn) {
    return [...names, ...exporting.flatMap((start) => matchAt(RENAMED_HERE, text, start)?.[1] ?? []).map(renamed)];
  }
  // Any name of the file may be handed on, also one that is given away without a name.
  const others = [...text.matchAll(RENAMED)].map(([, name = '']) => renamed(name));
  return [...names, ...others, '*', ...(DEFAULT_NAME.test(text) ? ['=*'] : [])];
}

/** How a name is told that stands for another alone. */
function renamed(name: string): string {
  return `=${name}`;
}

/** `pattern` is sticky. */
function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Those that comments name. */
function mentionedBy(text: string): readonly string[] {
  const patterns = text.includes('<reference') ? [COMMENTED, TYPES] : [COMMENTED];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, ...modules]) => writtenIn(modules)));
}

/** Tells whether an offset lies in a comment or a template, as far as offsets up to `last` are asked for. */
function notCode(text: string, last: number): (offset: number) => boolean {
  if (!/`|\/\*/.test(text.slice(0, last))) return () => false;
  const spans: [number, number][] = [];
  TOKENS.lastIndex = 0;
  for (let token = TOKENS.exec(text); token !== null && token.index < last; token = TOKENS.exec(text)) {
    if (/^(?:`|\/\*)/.test(token[0])) spans.push([token.index, TOKENS.lastIndex]);
  }
  return (offset) => spans.some(([start, end]) => start < offset && offset < end);
}
