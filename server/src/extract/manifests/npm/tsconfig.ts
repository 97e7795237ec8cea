import type { ModuleAliasFact } from '../../../model/facts';
import { at, textOf } from '../../data/data';
import { parseJson } from '../../data/parse-json';
import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { moduleAliases } from './module-aliases';

const NAMES = /^(?:tsconfig(?:\.[\w-]+)*|jsconfig)\.json$/;

/** What names in imports stand for. The rest of it concerns compilers, and so does what is wrong with it. */
export const tsconfigReader: Reader = {
  id: 'tsconfig.json',
  endings: ['json'],
  matches: (path) => NAMES.test(baseName(path)),
  read(file) {
    const parsed = parseJson(baseName(file.path), file.text, true);
    const compiler = at(parsed.roots[0], 'compilerOptions');
    const base = at(compiler, 'baseUrl');
    const folder = textOf(base);
    const facts: ModuleAliasFact[] = [...moduleAliases(parsed, at(compiler, 'paths'), folder)];
    if (base !== undefined && folder !== undefined && folder !== '') {
      const range = parsed.range(base.start, base.end);
      facts.push({ kind: 'moduleAlias', pattern: '*', targets: [`${folder}/*`], range });
    }
    return { facts, problems: [] };
  },
};
