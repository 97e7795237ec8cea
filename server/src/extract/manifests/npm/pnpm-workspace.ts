import { at, textsOf } from '../../data/data';
import { parseYaml } from '../../data/parse-yaml';
import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { FILE_START } from '../../text-index';
import { catalogsOf } from './package-json';

/** pnpm's list of members, and the versions that they name as `catalog:`. */
export const pnpmWorkspaceReader: Reader = {
  id: 'pnpm-workspace',
  endings: ['yaml', 'yml'],
  matches: (path) => /^pnpm-workspace\.ya?ml$/.test(baseName(path)),
  read(file) {
    const parsed = parseYaml(baseName(file.path), file.text);
    const root = parsed.roots[0];
    if (root === undefined) return { facts: [], problems: parsed.problems };
    const workspaces = textsOf(at(root, 'packages'));
    const catalogs = catalogsOf(root);
    return {
      facts: [
        {
          kind: 'manifest',
          ecosystem: 'npm',
          range: FILE_START,
          ...(workspaces.length > 0 && { workspaces }),
          ...(catalogs && { catalogs }),
        },
      ],
      problems: parsed.problems,
    };
  },
};
