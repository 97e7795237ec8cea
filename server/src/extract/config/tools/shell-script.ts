import type { EnvReadFact, Fact } from '../../../model/facts';
import { ending } from '../../paths';
import type { Reader } from '../../reader';
import { type Line, rangeInLine, rangesOf } from '../../text-index';
import { declaration, interpolationRead, isEnvName, standsByItself } from '../env-facts';
import { interpolationsIn } from '../interpolations';
import { expandingLines } from './shell-lines';

/** Shells set these themselves. */
const OWN =
  /^(BASH\w*|FUNCNAME|LINENO|RANDOM|SECONDS|REPLY|OPTARG|OPTIND|PPID|UID|EUID|HOSTNAME|OSTYPE|PIPESTATUS|COLUMNS|LINES)$/;
const ASSIGNED = /(?:^|[\s;&|(])(?:(?:export|local|readonly|declare|typeset)\s+(?:-\w+\s+)*)?([A-Z_][A-Z0-9_]*)\+?=/g;
const OTHERWISE_SET =
  /(?:^|[\s;&|(])(?:for|read(?:\s+-\w+(?:\s+"[^"]*")?)*|getopts\s+\S+|mapfile|readarray)\s+([A-Z_][A-Z0-9_]*)\b/g;
const ASKED = /(?:\[|\btest|&&|\|\||!)\s+-z\s+"?\$\{?([A-Z_][A-Z0-9_]*)(?::?-)?\}?"?\s*\]?/g;
/** `[ -n "$X" ]`, `[[ -v X ]]`, `printenv X`: whether it is there. */
const PRESENT =
  /(?:(?:\[|(?<![\w"'])test|&&|\|\||!)\s+(?:-n\s+"?\$\{?([A-Z_][A-Z0-9_]*)(?::?-)?\}?"?|-v\s+([A-Z_][A-Z0-9_]*))|\bprintenv\s+([A-Z_][A-Z0-9_]*))\s*(?:\]\]?)?(\s*\|\|[^|]*?\bexit\s+[1-9])?/g;
/** `for name in A B "${REQUIRED[@]}"; do`. */
const LOOP = /(?:^|[\s;])for\s+([a-z_]\w*)\s+in\s+([^;]*)/i;

/**
 * Shell scripts. A variable of a shell is not a variable of the environment until something says so: `${X:?}` and
 * `${X:-d}` of a name that the script does not set itself, or a test for its absence. `export X=` declares one.
 */
export const shellScriptReader: Reader = {
  id: 'shell',
  endings: ['sh', 'bash', 'zsh'],
  matches: (path) => /^(sh|bash|zsh)$/.test(ending(path)),
  read(file) {
    const lines = expandingLines(file.text);
    const range = rangesOf(file.text);
    const facts: Fact[] = [...readsOfLines(lines)];
    for (const line of lines) {
      for (const match of outsideQuotes(line.text).matchAll(/(?:^|[\s;&])export\s+([A-Z_][A-Z0-9_]*)=/g)) {
        const [all, name = ''] = match;
        const value = /^(?:"[^"]*"|\S*)/.exec(line.text.slice(match.index + all.length))?.[0] ?? '';
        // `export X="${X:-d}"` hands on what was there: that is a read.
        if (interpolationsIn(value).some((one) => one.name === name)) continue;
        const start = line.offset + match.index + all.indexOf(name);
        facts.push(...declaration({ range }, 'shell', name, start, start + name.length, standsByItself(value)));
      }
    }
    return { facts };
  },
};

/** What the lines of a script ask of its environment; a name that they set themselves is none. */
export function shellReads(text: string): readonly EnvReadFact[] {
  return readsOfLines(expandingLines(text));
}

function readsOfLines(lines: readonly Line[]): readonly EnvReadFact[] {
  const own = assignedNames(lines);
  return lines.flatMap((line, index) => [
    ...substitutions(line, own),
    ...questions(lines, index, own),
    ...loops(lines, index, own),
  ]);
}

/** A line with what stands in quotes blanked: `echo "set TOKEN=... first"` sets nothing. */
function outsideQuotes(text: string): string {
  return text.replace(/"[^"]*"/g, (quoted) => `"${' '.repeat(quoted.length - 2)}"`);
}

/** Names that the script gives a value which does not come from the same name. */
function assignedNames(lines: readonly Line[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { text } of lines) {
    for (const match of outsideQuotes(text).matchAll(ASSIGNED)) {
      const name = match[1] ?? '';
      const value = text.slice(match.index + match[0].length);
      const itself = new RegExp(`^"?\\$\\{${name}[:}?=-]`).test(value);
      if (!itself) names.add(name);
    }
    for (const match of text.matchAll(OTHERWISE_SET)) names.add(match[1] ?? '');
  }
  return names;
}

function isAsked(name: string, own: ReadonlySet<string>): boolean {
  return /^[A-Z][A-Z0-9_]+$/.test(name) && isEnvName(name) && !OWN.test(name) && !own.has(name);
}

function substitutions(line: Line, own: ReadonlySet<string>): readonly EnvReadFact[] {
  const asked = new Set([
    ...[...line.text.matchAll(ASKED)].map((match) => match[1]),
    ...[...line.text.matchAll(PRESENT)].map((match) => match[1]),
  ]);
  return interpolationsIn(line.text)
    .filter((one) => one.presence !== 'bare' && isAsked(one.name, own) && !asked.has(one.name))
    .map((one) => interpolationRead(one, 'shell', rangeInLine(line, one.start, one.end)));
}

/** `if [ -z "$X" ]; then ... exit 1`: absence is asked for, and stops the script where it exits right below. */
function questions(lines: readonly Line[], index: number, own: ReadonlySet<string>): readonly EnvReadFact[] {
  const line = lines[index];
  if (line === undefined) return [];
  const absent = [...line.text.matchAll(ASKED)].map((match) => ({ match, isNeeded: exitsBelow(lines, index) }));
  const present = [...line.text.matchAll(PRESENT)].map((match) => ({ match, isNeeded: match[4] !== undefined }));
  return [...absent, ...present].flatMap(({ match, isNeeded }) => {
    const name = match[1] ?? match[2] ?? match[3] ?? '';
    if (!isAsked(name, own)) return [];
    const start = match.index + match[0].indexOf(name);
    return [read(name, isNeeded, rangeInLine(line, start, start + name.length))];
  });
}

function read(name: string, isNeeded: boolean, range: EnvReadFact['range']): EnvReadFact {
  return { kind: 'envRead', name, accessor: 'shell', presence: isNeeded ? 'raises' : 'guarded', range };
}

/** `for name in A B; do [ -z "${!name}" ] && exit 1; done`: each of the names is looked up. */
function loops(lines: readonly Line[], index: number, own: ReadonlySet<string>): readonly EnvReadFact[] {
  const line = lines[index];
  const match = line === undefined ? null : LOOP.exec(line.text);
  const [, variable = '', list = ''] = match ?? [];
  if (line === undefined || match === null) return [];
  const below = lines.slice(index, index + 10);
  const end = below.findIndex(({ text }, at) => at > 0 && /^\s*done\b/.test(text));
  const body = below.slice(0, end === -1 ? below.length : end + 1);
  if (!body.some(({ text }) => text.includes(`\${!${variable}`) || text.includes(`printenv "$${variable}"`))) return [];
  // `missing=1` in the loop, and behind it `if [ "$missing" -ne 0 ]; then exit 1; fi`.
  const behind = end === -1 ? [] : lines.slice(index + end + 1, index + end + 8);
  const isNoted = body.some(({ text }) => /(?:^|[\s;&])[a-z_]\w*(?:\+?=|\+\+)/i.test(text));
  const stops = (all: readonly Line[]): boolean => all.some(({ text }) => /\bexit\s+[1-9]/.test(text));
  const isNeeded = exitsBelow(lines, index) || stops(body) || (isNoted && stops(behind));
  const array = /"?\$\{(\w+)\[@\]\}"?/.exec(list)?.[1];
  const places =
    array === undefined
      ? [{ line, from: match.index + match[0].length - list.length, text: list }]
      : itemsOf(lines, array);
  return places.flatMap((place) =>
    [...place.text.matchAll(/[A-Z][A-Z0-9_]+/g)].flatMap((word) => {
      const start = place.from + word.index;
      if (!isAsked(word[0], own)) return [];
      return [read(word[0], isNeeded, rangeInLine(place.line, start, start + word[0].length))];
    }),
  );
}

/** The lines of `REQUIRED=(A B)`, up to the bracket that closes it. */
function itemsOf(
  lines: readonly Line[],
  array: string,
): readonly { readonly line: Line; readonly from: number; readonly text: string }[] {
  const head = new RegExp(`(?:^|\\s)${array}=\\(`);
  const first = lines.findIndex(({ text }) => head.test(text));
  const found: { line: Line; from: number; text: string }[] = [];
  for (let at = first; first !== -1 && at < Math.min(lines.length, first + 60); at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    const from = at === first ? (head.exec(line.text)?.index ?? 0) + array.length + 2 : 0;
    const close = line.text.indexOf(')', from);
    found.push({ line, from, text: line.text.slice(from, close === -1 ? undefined : close) });
    if (close !== -1) break;
  }
  return found;
}

function exitsBelow(lines: readonly Line[], index: number): boolean {
  for (const { text, number } of lines.slice(index, index + 8)) {
    if (/(^|[\s;{&|])exit\s+[1-9]/.test(text)) return true;
    if (number !== lines[index]?.number && /^\s*(fi|else|elif)\b/.test(text)) return false;
  }
  return false;
}
