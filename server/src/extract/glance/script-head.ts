import type { ImportFact } from '../../model/facts';
import { importedNames } from '../code/script/import-statement';
import { Positions } from '../positions';
import type { Head, Mention } from './glance';

const STATEMENT =
  /^[ \t]*(?:(?:import|export)\b[^;'"`()=]*?\bfrom[ \t]*|import[ \t]*)(?:'[^'\n]*'|"[^"\n]*")[ \t]*(?:(?:with|assert)[ \t]*\{[^}]*\})?;?/gm;
const IMPORTING = /\b(?:require|import)\s*\(\s*(?:\/\*[^*]*\*\/\s*)?(?:'([^'\n]*)'|"([^"\n]*)"|`([^`$\n]*)`)/g;
const COMMENTED = /\/\/[^\n]*?\b(?:from|require\s*\(|import)\s*\(?\s*['"]([^'"\n]+)['"]/g;
const TYPES = /<reference\s+types\s*=\s*['"]([^'"\n]+)['"]/g;
/** `import x = require("x")`, and the rest of what is seldom written. */
const UNUSUAL = /^[ \t]*import\s+(?:type\s+)?[\w$]+\s*=/m;
const TOKENS =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|`(?:[^`\\]|\\[\s\S])*(?:`|$)|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g;
const EXPORTED = /^export\s+(?:declare\s+)?(?:const|let|var|enum)\s+([\w$]+)/gm;
/** What a name that holds a function goes on with; parameters that are hard to tell from a value count as one. */
const FUNCTION =
  /\s{0,4}(?::\s{0,4}[\w$.<>[\], ]{1,120})?=\s{0,4}(?:async\s|function\b|[\w$]{1,60}\s?=>|(?:<[^()=]{0,200}>\s?)?\([^()=>]{0,400}\)\s?(?::[^=;{}()]{0,200})?=>)/y;
const PASSED_ON = /^export\s*(?:\*|\{)|^export\s+default\b|\bmodule\.exports\b|^exports\.|^Object\.assign\(exports/m;

/** The imports of a JavaScript or TypeScript file as its lines show them. */
export function readScriptHead(text: string): Head | undefined {
  if (UNUSUAL.test(text)) return undefined;
  const matches = [...text.matchAll(STATEMENT)];
  const isText = notCode(text, matches.at(-1)?.index ?? 0);
  const positions = new Positions(text);
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
      range: positions.head(start, index + statement.length),
      ...(parsed.typeOnly && { typeOnly: true }),
    });
  }
  const names = [...text.matchAll(EXPORTED)].flatMap(({ 0: start, 1: name = '', index }) => {
    FUNCTION.lastIndex = index + start.length;
    return FUNCTION.test(text) ? [] : [name];
  });
  return { imports, mentions: mentionsIn(text), names: PASSED_ON.test(text) ? [...names, '*'] : names };
}

function mentionsIn(text: string): readonly Mention[] {
  return [IMPORTING, COMMENTED, TYPES].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, ...modules]) => ({
      module: modules.find((module) => module !== undefined) ?? '',
      names: [],
    })),
  );
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
