import { at, itemsOf, textOf } from '../../data/data';
import { parseYaml } from '../../data/parse-yaml';
import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { FILE_START } from '../../text-index';
import { requirementList } from './python-dependency';

/** conda's environment: what it asks pip for. Conda's own packages come from another registry. */
export const condaEnvironmentReader: Reader = {
  id: 'environment.yml',
  endings: ['yaml', 'yml'],
  matches: (path) => /^(conda-?)?env(ironment)?([-_.][\w-]+)?\.ya?ml$/i.test(baseName(path)),
  read(file) {
    if (!/^dependencies:/m.test(file.text)) return { facts: [] };
    const parsed = parseYaml(baseName(file.path), file.text);
    const root = parsed.roots[0];
    const name = textOf(at(root, 'name'));
    return {
      facts: [
        { kind: 'manifest', ecosystem: 'pypi', range: FILE_START, ...(name !== undefined && { name }) },
        ...itemsOf(at(root, 'dependencies')).flatMap((item) => requirementList(parsed, at(item, 'pip'), 'runtime')),
      ],
      problems: parsed.problems,
    };
  },
};
