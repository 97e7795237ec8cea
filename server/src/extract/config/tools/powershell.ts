import type { EnvReadFact, Fact } from '../../../model/facts';
import type { Reader } from '../../reader';
import { defaultText } from '../../redact';
import { type Line, linesOf, rangeInLine, rangesOf } from '../../text-index';
import { declaration, isEnvName } from '../env-facts';

const MEMBER = /\$\{?env:([A-Za-z_]\w*)\}?/gi;
const CALLED = /\[(?:System\.)?Environment\]::GetEnvironmentVariable\(\s*(["'])([A-Za-z_]\w*)\1/gi;
const DRIVE = /\b(Test-Path|Get-Item|Get-Content|Get-ChildItem)\s+(["']?)env:\\?([A-Za-z_]\w*)\2/gi;
/** What Windows sets for every process. */
const OWN =
  /^(path|temp|tmp|userprofile|username|userdomain|appdata|localappdata|programdata|programfiles|programfiles_x86|windir|systemroot|systemdrive|computername|comspec|psmodulepath|homepath|homedrive|os|processor_\w+|github_\w+)$/i;

/** PowerShell scripts: `$env:X` and `[Environment]::GetEnvironmentVariable("X")`; an assignment declares. */
export const powershellReader: Reader = {
  id: 'powershell',
  endings: ['ps1', 'psm1'],
  matches: (path) => /\.(ps1|psm1)$/i.test(path),
  read(file) {
    const set = new Set<string>();
    const range = rangesOf(file.text);
    return {
      facts: uncommented(file.text).flatMap((line) => [
        ...memberFacts(line, range, set),
        ...calledFacts(line),
        ...driveFacts(line, set),
      ]),
    };
  },
};

/** `$env:X`, and `$env:X = "d"`, after which it is the script's own: `set` gathers those. */
function memberFacts(line: Line, range: ReturnType<typeof rangesOf>, set: Set<string>): readonly Fact[] {
  return [...line.text.matchAll(MEMBER)].flatMap(({ index, 0: all, 1: name = '' }): readonly Fact[] => {
    if (OWN.test(name) || !isEnvName(name)) return [];
    const start = index + all.toLowerCase().indexOf('env:') + 'env:'.length;
    const assigned = /^\s*=(?!=)\s*(.*)$/.exec(line.text.slice(index + all.length));
    if (assigned === null) return set.has(name.toLowerCase()) ? [] : [readAt(line, name, start, index, all.length)];
    if (new RegExp(`\\$env:${name}\\b`, 'i').test(assigned[1] ?? '')) return [];
    set.add(name.toLowerCase());
    const at = line.offset + start;
    return declaration({ range }, 'shell', name, at, at + name.length, true);
  });
}

function calledFacts(line: Line): readonly Fact[] {
  return [...line.text.matchAll(CALLED)].flatMap(({ index, 0: all, 2: name = '' }) =>
    OWN.test(name) ? [] : [readAt(line, name, index + all.indexOf(name, 20), index, all.length)],
  );
}

function driveFacts(line: Line, set: ReadonlySet<string>): readonly Fact[] {
  return [...line.text.matchAll(DRIVE)].flatMap(({ index, 0: all, 1: command = '', 3: name = '' }): readonly Fact[] => {
    if (OWN.test(name) || set.has(name.toLowerCase())) return [];
    const read = readAt(line, name, index + all.lastIndexOf(name), index, all.length);
    return [/^test/i.test(command) && read.presence === 'bare' ? { ...read, presence: 'guarded' } : read];
  });
}

/** `if (-not $env:X) { throw }` needs it; `?? "d"` has a default; a test asks. */
function readAt(line: Line, name: string, start: number, from: number, length: number): EnvReadFact {
  const before = line.text.slice(0, from);
  const after = line.text.slice(from + length);
  const [, , text] = /^\)?\s*\?\?\s*(["'])([^"']*)\1/.exec(after) ?? [];
  const isAbsence = /(?:-not|!)\s*\(?\s*$|\bIsNullOr(?:Empty|WhiteSpace)\(\s*$/i.test(before);
  const isTested = isAbsence || /\b(?:else)?if\s*\(\s*$/i.test(before) || /^\s*-(?:eq|ne|match|like)\b/i.test(after);
  const stops = isAbsence && /\bthrow\b|\bexit\s+[1-9]/i.test(after);
  const presence =
    text !== undefined || /^\)?\s*\?\?/.test(after) ? 'default' : stops ? 'raises' : isTested ? 'guarded' : 'bare';
  return {
    kind: 'envRead',
    name,
    accessor: '$env:',
    presence,
    ...(text !== undefined && { default: defaultText(name, text) }),
    range: rangeInLine(line, start, start + name.length),
  };
}

/** The lines with comments and texts in single quotes blanked; names in single quotes of calls are kept. */
function uncommented(text: string): readonly Line[] {
  let isOpen = false;
  return linesOf(text).map((line) => {
    let shown = line.text;
    if (isOpen || shown.includes('<#')) {
      const end = shown.indexOf('#>');
      const start = isOpen ? 0 : shown.indexOf('<#');
      isOpen = end === -1;
      shown =
        shown.slice(0, start).padEnd(end === -1 ? shown.length : end + 2) + (end === -1 ? '' : shown.slice(end + 2));
    }
    shown = shown.replace(/(^|[\s;{(])#.*$/, (rest, head: string) => head.padEnd(rest.length));
    return { ...line, text: shown.replace(/'[^'\n]*\$[^'\n]*'/g, (quoted) => ' '.repeat(quoted.length)) };
  });
}
