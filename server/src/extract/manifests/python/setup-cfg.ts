import type { DependencyFact, Fact, ManifestFact } from '../../../model/facts';
import type { Range } from '../../../model/text';
import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { FILE_START, type Line, linesOf, rangeInLine } from '../../text-index';
import { groupFor } from './python-dependency';
import { parseWhole } from './requirement';
import { REQUIREMENT_GROUPS } from './requirement-groups';

/** setuptools' declarative configuration. Files that only configure flake8 and the like are no manifests. */
export const setupCfgReader: Reader = {
  id: 'setup.cfg',
  endings: ['cfg'],
  matches: (path) => baseName(path) === 'setup.cfg',
  read(file) {
    const facts: Fact[] = [];
    let manifest: ManifestFact | undefined;
    let section = '';
    let group: DependencyFact['group'] | undefined;
    for (const line of linesOf(file.text)) {
      if (/^\s*([#;].*)?$/.test(line.text)) continue;
      const header = /^\[([^\]]+)\]/.exec(line.text)?.[1];
      if (header !== undefined) {
        section = header.trim();
        group = undefined;
        if (section === 'metadata' || section === 'options') manifest ??= manifestFact(FILE_START);
        continue;
      }
      const option = /^([A-Za-z0-9_.-]+)\s*[=:]\s*/.exec(line.text);
      const start = option?.[0].length ?? 0;
      if (option !== null) group = groupIn(section, option[1] ?? '');
      if (section === 'metadata' && option?.[1] === 'name') {
        const name = line.text.slice(start).trim();
        manifest = { ...manifestFact(rangeInLine(line, start, start + name.length)), name };
      }
      if (group !== undefined) facts.push(...dependency(line, start, group));
    }
    return { facts: manifest === undefined ? [] : [manifest, ...facts] };
  },
};

function manifestFact(range: Range): ManifestFact {
  return { kind: 'manifest', ecosystem: 'pypi', range };
}

function dependency(line: Line, start: number, group: DependencyFact['group']): readonly DependencyFact[] {
  const requirement = parseWhole(line.text.slice(start).replace(/\s+#.*$/, ''));
  if (requirement === undefined) return [];
  const column = start + requirement.start;
  return [
    {
      kind: 'dependency',
      ecosystem: 'pypi',
      name: requirement.name,
      version: requirement.version,
      group,
      ...(requirement.extras.length > 0 && { extras: requirement.extras }),
      range: rangeInLine(line, column, column + requirement.name.length),
    },
  ];
}

function groupIn(section: string, key: string): DependencyFact['group'] | undefined {
  if (section === 'options') return REQUIREMENT_GROUPS[key];
  return section === 'options.extras_require' ? groupFor(key, 'optional') : undefined;
}
