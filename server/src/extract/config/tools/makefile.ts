import type { EnvReadFact, Fact } from '../../../model/facts';
import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { type Line, linesOf, rangeInLine, rangesOf } from '../../text-index';
import { declaration, interpolationRead, isEnvName } from '../env-facts';
import { interpolationsIn } from '../interpolations';

const EXPORTED = /^\s*export\s+([A-Z_][A-Z0-9_]*)\s*(?:([:?+]?:?=)\s*(.*))?$/;
const ASSIGNED = /^\s*(?:export\s+|override\s+)?([A-Z_][A-Z0-9_]*)\s*(\?|:{1,3}|\+|!)?=\s*(.*)$/;
const UNDEFINED = /^\s*ifndef\s+([A-Z_][A-Z0-9_]*)\s*$/;
/** `test -n "$(X)" || exit 1`, `[ -z "$$X" ] && exit 1` */
const TESTED =
  /(?:\btest|\[)\s+-([nz])\s+"?\$(?:\(([A-Z_][A-Z0-9_]*)\)|\{([A-Z_][A-Z0-9_]*)\}|\$\{?([A-Z_][A-Z0-9_]*)\}?)"?/g;

/**
 * Makefiles. A variable of make is not one of the environment until the file says so: it is exported, it must be set
 * from outside, or a recipe's shell asks for it (`$${X:-d}`).
 */
export const makefileReader: Reader = {
  id: 'makefile',
  matches: (path) => /^(GNU)?[Mm]akefile([-_.][\w-]+)?$/.test(baseName(path)) || path.endsWith('.mk'),
  read(file) {
    const lines = linesOf(file.text);
    const range = rangesOf(file.text);
    const assigned = new Map(lines.flatMap(({ text }) => assignmentOf(text)));
    const facts: Fact[] = [];
    lines.forEach((line, index) => {
      if (/^\s*#/.test(line.text)) return;
      facts.push(...exported(line, range));
      facts.push(...needed(lines, index, assigned));
      facts.push(...asked(line, assigned));
    });
    return { facts };
  },
};

/** A name that the file gives a value of its own, which nothing from outside changes. */
function assignmentOf(text: string): readonly (readonly [string, string])[] {
  if (/^\s*#|^\t/.test(text)) return [];
  const [, name = '', sign = ''] = ASSIGNED.exec(text) ?? [];
  return name === '' || sign === '?' ? [] : [[name, sign]];
}

/** `export X = v`; `export X ?= d` asks first. */
function exported(line: Line, range: ReturnType<typeof rangesOf>): readonly Fact[] {
  if (line.text.startsWith('\t')) return [];
  const [, name = '', sign, value = ''] = EXPORTED.exec(line.text) ?? [];
  if (name === '' || !isEnvName(name)) return [];
  const start = line.text.indexOf(name);
  if (sign?.startsWith('?') === true) {
    const one = {
      name,
      presence: 'default',
      fallback: value.replace(/\s+#.*$/, '').trim(),
      start,
      end: start + name.length,
    } as const;
    return [interpolationRead({ ...one, from: start, to: one.end }, 'make', rangeInLine(line, start, one.end))];
  }
  const at = line.offset + start;
  return declaration({ range }, 'shell', name, at, at + name.length, value.trim() !== '');
}

/** `ifndef X` with `$(error ...)` right below. */
function needed(lines: readonly Line[], index: number, assigned: ReadonlyMap<string, string>): readonly EnvReadFact[] {
  const line = lines[index];
  const name = line === undefined ? undefined : UNDEFINED.exec(line.text)?.[1];
  if (line === undefined || name === undefined || assigned.has(name) || !isEnvName(name)) return [];
  const stops = lines.slice(index + 1, index + 4).some(({ text }) => /\$\(error\b|\bexit 1\b/.test(text));
  return stops ? [readOf(line, name, line.text.lastIndexOf(name), 'raises')] : [];
}

/** What the shell of a recipe asks for. */
function asked(line: Line, assigned: ReadonlyMap<string, string>): readonly EnvReadFact[] {
  if (!line.text.startsWith('\t')) return [];
  const tests = [...line.text.matchAll(TESTED)].flatMap((match): readonly EnvReadFact[] => {
    const name = match[2] ?? match[3] ?? match[4] ?? '';
    if (assigned.has(name) || !isEnvName(name)) return [];
    const rest = line.text.slice(match.index + match[0].length);
    const stops =
      match[1] === 'n'
        ? /^\s*\]?\s*\|\|.*\b(?:exit\s+[1-9]|false)/
        : /^\s*\]?\s*(?:&&|;\s*then).*\b(?:exit\s+[1-9]|false)/;
    return [readOf(line, name, match.index + match[0].lastIndexOf(name), stops.test(rest) ? 'raises' : 'guarded')];
  });
  const told = new Set(tests.map(({ name }) => name));
  // `$$` is the shell's dollar sign.
  const text = line.text.replace(/\$\$/g, ' $');
  const expansions = interpolationsIn(text)
    .filter((one) => text[one.from - 1] === ' ' && one.presence !== 'bare' && isEnvName(one.name))
    .filter((one) => line.text.startsWith('$$', one.from - 1) && /^[A-Z]/.test(one.name) && !told.has(one.name))
    .map((one) => interpolationRead(one, 'make', rangeInLine(line, one.start, one.end)));
  return [...tests, ...expansions];
}

function readOf(line: Line, name: string, start: number, presence: EnvReadFact['presence']): EnvReadFact {
  return { kind: 'envRead', name, accessor: 'make', presence, range: rangeInLine(line, start, start + name.length) };
}
