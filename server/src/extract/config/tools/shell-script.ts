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

/**
 * Shell scripts. A variable of a shell is not a variable of the environment until something says so: `${X:?}` and
 * `${X:-d}` of a name that the script does not set itself, or a test for its absence. `export X=` declares one.
 */
export const shellScriptReader: Reader = {
  id: 'shell',
  matches: (path) => /^(sh|bash|zsh)$/.test(ending(path)),
  read(file) {
    const lines = expandingLines(file.text);
    const own = assignedNames(lines);
    const range = rangesOf(file.text);
    const facts: Fact[] = [];
    lines.forEach((line, index) => {
      facts.push(...substitutions(line, own), ...questions(lines, index, own));
      for (const match of outsideQuotes(line.text).matchAll(/(?:^|[\s;&])export\s+([A-Z_][A-Z0-9_]*)=/g)) {
        const [all, name = ''] = match;
        const value = /^(?:"[^"]*"|\S*)/.exec(line.text.slice(match.index + all.length))?.[0] ?? '';
        // `export X="${X:-d}"` hands on what was there: that is a read.
        if (interpolationsIn(value).some((one) => one.name === name)) continue;
        const start = line.offset + match.index + all.indexOf(name);
        facts.push(...declaration({ range }, 'shell', name, start, start + name.length, standsByItself(value)));
      }
    });
    return { facts };
  },
};

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
  const asked = new Set([...line.text.matchAll(ASKED)].map((match) => match[1]));
  return interpolationsIn(line.text)
    .filter((one) => one.presence !== 'bare' && isAsked(one.name, own) && !asked.has(one.name))
    .map((one) => interpolationRead(one, 'shell', rangeInLine(line, one.start, one.end)));
}

/** `if [ -z "$X" ]; then ... exit 1`: absence is asked for, and stops the script where it exits right below. */
function questions(lines: readonly Line[], index: number, own: ReadonlySet<string>): readonly EnvReadFact[] {
  const line = lines[index];
  if (line === undefined) return [];
  return [...line.text.matchAll(ASKED)].flatMap((match) => {
    const name = match[1] ?? '';
    if (!isAsked(name, own)) return [];
    const start = match.index + match[0].lastIndexOf(name);
    return [
      {
        kind: 'envRead' as const,
        name,
        accessor: 'shell',
        presence: exitsBelow(lines, index) ? ('raises' as const) : ('guarded' as const),
        range: rangeInLine(line, start, start + name.length),
      },
    ];
  });
}

function exitsBelow(lines: readonly Line[], index: number): boolean {
  for (const { text, number } of lines.slice(index, index + 8)) {
    if (/(^|[\s;{&|])exit\s+[1-9]/.test(text)) return true;
    if (number !== lines[index]?.number && /^\s*(fi|else|elif)\b/.test(text)) return false;
  }
  return false;
}
