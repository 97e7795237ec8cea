import { at, entriesOf } from '../../data/data';
import { parseJson } from '../../data/parse-json';
import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { interpolationRead, isEnvName } from '../env-facts';
import { interpolationsIn } from '../interpolations';

/** What the scripts of a `package.json` ask for: `next dev -p ${PORT:-3000}`. */
export const packageScriptsReader: Reader = {
  id: 'package-scripts',
  endings: ['json'],
  matches: (path) => baseName(path) === 'package.json',
  read(file) {
    if (!/\$\{\w+:?[-?+]/.test(file.text)) return { facts: [] };
    const parsed = parseJson(baseName(file.path), file.text);
    const facts = entriesOf(at(parsed.roots[0], 'scripts')).flatMap(({ value }) =>
      interpolationsIn(parsed.text, value.start, value.end)
        .filter((one) => one.presence !== 'bare' && /^[A-Z]/.test(one.name) && isEnvName(one.name))
        .map((one) => interpolationRead(one, 'npm script', parsed.range(one.start, one.end))),
    );
    return { facts };
  },
};
