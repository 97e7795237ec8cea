import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { FILE_START } from '../../text-index';
import { listed } from '../config-file';

/**
 * `.gitignore`, for one question: which `.env*` files it keeps out of the repository. The fact stands where the first
 * of them is named.
 */
export const gitIgnoreReader: Reader = {
  id: 'gitignore',
  endings: ['gitignore'],
  matches: (path) => baseName(path) === '.gitignore',
  read(file) {
    const found = file.text.split(/\r?\n/).flatMap((text, line) => {
      const pattern = text.trim();
      return /^\/?(?:\*\*\/|[\w./-]*\/)?(?:\*?\.env|\.env[\w.*-]*|\*\.env[\w.*]*)$/.test(pattern)
        ? [{ pattern, range: { line, column: text.indexOf(pattern), endLine: line, endColumn: text.length } }]
        : [];
    });
    const env = listed(found.map(({ pattern }) => pattern));
    if (env === undefined) return { facts: [] };
    const range = found[0]?.range ?? FILE_START;
    return { facts: [{ kind: 'configFile', name: '.gitignore', details: { env }, range }] };
  },
};
