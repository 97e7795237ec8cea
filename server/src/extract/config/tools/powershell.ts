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
  matches: (path) => /\.(ps1|psm1)$/i.test(path),
  read(file) {
    const lines = uncommented(file.text);
    const range = rangesOf(file.text);
    const facts: Fact[] = [];
    const set = new Set<string>();
    for (const line of lines) {
      for (const match of line.text.matchAll(MEMBER)) {
        const [all, name = ''] = match;
        if (OWN.test(name) || !isEnvName(name)) continue;
        const start = match.index + all.toLowerCase().indexOf('env:') + 'env:'.length;
        const assigned = /^\s*=(?!=)\s*(.*)$/.exec(line.text.slice(match.index + all.length));
        if (assigned !== null) {
          const at = line.offset + start;
          const itself = new RegExp(`\\$env:${name}\\b`, 'i').test(assigned[1] ?? '');
          if (!itself) facts.push(...declaration({ range }, 'shell', name, at, at + name.length, true));
          if (!itself) set.add(name.toLowerCase());
        } else if (!set.has(name.toLowerCase())) facts.push(readAt(line, name, start, match.index, all.length));
      }
      for (const match of line.text.matchAll(CALLED)) {
        const [all, , name = ''] = match;
        if (!OWN.test(name))
          facts.push(readAt(line, name, match.index + all.indexOf(name, 20), match.index, all.length));
      }
      for (const match of line.text.matchAll(DRIVE)) {
        const [all, command = '', , name = ''] = match;
        if (OWN.test(name) || set.has(name.toLowerCase())) continue;
        const start = match.index + all.lastIndexOf(name);
        const read = readAt(line, name, start, match.index, all.length);
        facts.push(/^test/i.test(command) && read.presence === 'bare' ? { ...read, presence: 'guarded' } : read);
      }
    }
    return { facts };
  },
};

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
