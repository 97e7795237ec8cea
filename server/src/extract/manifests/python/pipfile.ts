import { at } from '../../data/data';
import { parseToml } from '../../data/parse-toml';
import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { FILE_START } from '../../text-index';
import { recordOf } from '../record-of';
import { commentedRequirements } from './commented-toml';
import { dependencyTable } from './python-dependency';

/** Pipenv's manifest. */
export const pipfileReader: Reader = {
  id: 'Pipfile',
  endings: ['pipfile'],
  matches: (path) => baseName(path) === 'Pipfile',
  read(file) {
    const parsed = parseToml('Pipfile', file.text);
    const root = parsed.roots[0];
    const scripts = recordOf(at(root, 'scripts'));
    return {
      facts: [
        { kind: 'manifest', ecosystem: 'pypi', range: FILE_START, ...(scripts && { scripts }) },
        ...dependencyTable(parsed, at(root, 'packages'), 'runtime'),
        ...dependencyTable(parsed, at(root, 'dev-packages'), 'dev'),
        ...commentedRequirements(file.text),
      ],
      problems: parsed.problems,
    };
  },
};
