import type { DependencyFact, Fact } from '../../../model/facts';
import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { FILE_START, linesOf, rangeInLine } from '../../text-index';
import { groupFor } from './python-dependency';
import { parseWhole } from './requirement';

const GROUPS: Readonly<Record<string, DependencyFact['group']>> = {
  install_requires: 'runtime',
  setup_requires: 'build',
  tests_require: 'dev',
};

/** setuptools' declarative configuration. Files that only configure flake8 and the like are no manifests. */
export const setupCfgReader: Reader = {
  id: 'setup.cfg',
  matches: (path) => baseName(path) === 'setup.cfg',
  read(file) {
    const facts: Fact[] = [];
    let manifest = false;
    let name: Fact | undefined;
    let section = '';
    let group: DependencyFact['group'] | undefined;
    for (const line of linesOf(file.text)) {
      const text = line.text;
      if (/^\s*([#;].*)?$/.test(text)) continue;
      const header = /^\[([^\]]+)\]/.exec(text)?.[1];
      if (header !== undefined) {
        section = header.trim();
        group = undefined;
        if (section === 'metadata' || section === 'options') manifest = true;
        continue;
      }
      const option = /^([A-Za-z0-9_.-]+)\s*[=:]\s*/.exec(text);
      let start = 0;
      if (option !== null) {
        const key = option[1] ?? '';
        start = option[0].length;
        if (section === 'metadata' && key === 'name') {
          name = {
            kind: 'manifest',
            ecosystem: 'pypi',
            name: text.slice(start).trim(),
            range: rangeInLine(line, start, text.trimEnd().length),
          };
        }
        group = groupIn(section, key);
      }
      if (group === undefined) continue;
      const requirement = parseWhole(text.slice(start).replace(/\s+#.*$/, ''));
      if (requirement === undefined) continue;
      const column = start + requirement.start;
      facts.push({
        kind: 'dependency',
        ecosystem: 'pypi',
        name: requirement.name,
        version: requirement.version,
        group,
        ...(requirement.extras.length > 0 && { extras: requirement.extras }),
        range: rangeInLine(line, column, column + requirement.name.length),
      });
    }
    if (!manifest) return { facts: [] };
    return { facts: [name ?? { kind: 'manifest', ecosystem: 'pypi', range: FILE_START }, ...facts] };
  },
};

function groupIn(section: string, key: string): DependencyFact['group'] | undefined {
  if (section === 'options') return Object.hasOwn(GROUPS, key) ? GROUPS[key] : undefined;
  return section === 'options.extras_require' ? groupFor(key, 'optional') : undefined;
}
