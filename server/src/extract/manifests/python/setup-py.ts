import type { DependencyFact, Fact } from '../../../model/facts';
import type { Range } from '../../../model/text';
import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { FILE_START, rangesOf } from '../../text-index';
import { groupFor } from './python-dependency';
import { parseWhole } from './requirement';
import { REQUIREMENT_GROUPS } from './requirement-groups';

const ARGUMENT = /\b(install_requires|setup_requires|tests_require|extras_require)\s*=\s*(?=[[{(])/g;
const TOKEN = /#[^\n]*|[rRbBuU]?("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')\s*(:?)|[[\](){}]/g;

/** setuptools' script: the lists of literals that it hands to `setup()`; what it computes is not told. */
export const setupPyReader: Reader = {
  id: 'setup.py',
  endings: ['py'],
  matches: (path) => baseName(path) === 'setup.py',
  read(file) {
    if (!/\bsetup\s*\(/.test(file.text)) return { facts: [] };
    const range = rangesOf(file.text);
    const name = /\bsetup\s*\([^)]{0,400}?\bname\s*=\s*["']([^"'\n]+)["']/.exec(file.text)?.[1];
    const facts: Fact[] = [
      { kind: 'manifest', ecosystem: 'pypi', range: FILE_START, ...(name !== undefined && { name }) },
    ];
    for (const argument of file.text.matchAll(ARGUMENT)) {
      const group = REQUIREMENT_GROUPS[argument[1] ?? ''] ?? 'optional';
      facts.push(...literals(file.text, argument.index + argument[0].length, group, range));
    }
    return { facts };
  },
};

/** The requirements among the literals of one bracket; a literal before a colon names the group of those behind it. */
function literals(
  text: string,
  from: number,
  otherwise: DependencyFact['group'],
  range: (start: number, end: number) => Range,
): readonly DependencyFact[] {
  const facts: DependencyFact[] = [];
  let group = otherwise;
  let depth = 0;
  TOKEN.lastIndex = from;
  for (let token = TOKEN.exec(text); token !== null; token = TOKEN.exec(text)) {
    const [all, quoted, colon] = token;
    if (quoted === undefined) {
      if ('[({'.includes(all)) depth += 1;
      else if (!all.startsWith('#')) depth -= 1;
      if (depth <= 0) break;
    } else if (colon === ':') {
      group = groupFor(quoted.slice(1, -1), otherwise);
    } else {
      const requirement = parseWhole(quoted.slice(1, -1));
      if (requirement === undefined) continue;
      const start = token.index + all.indexOf(quoted) + 1 + requirement.start;
      facts.push({
        kind: 'dependency',
        ecosystem: 'pypi',
        name: requirement.name,
        version: requirement.version,
        group,
        ...(requirement.extras.length > 0 && { extras: requirement.extras }),
        range: range(start, start + requirement.name.length),
      });
    }
  }
  return facts;
}
