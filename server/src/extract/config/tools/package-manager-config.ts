import type { Fact } from '../../../model/facts';
import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { linesOf, rangeInLine, rangesOf } from '../../text-index';
import { interpolationRead, isEnvName } from '../env-facts';
import { interpolationsIn } from '../interpolations';
import { urlFacts } from '../url-facts';

/** `.npmrc` and yarn's: the variables that registries are opened with, and which registries. */
export const packageManagerConfigReader: Reader = {
  id: 'npmrc',
  endings: ['npmrc', 'yarnrc', 'yml'],
  matches: (path) => /^(\.npmrc|\.yarnrc\.yml|\.yarnrc)$/.test(baseName(path)),
  read(file) {
    const name = baseName(file.path);
    const range = rangesOf(file.text);
    const facts: Fact[] = [];
    for (const line of linesOf(file.text)) {
      if (/^\s*[;#]/.test(line.text)) continue;
      for (const one of interpolationsIn(line.text)) {
        // A dollar sign alone is none here.
        if (line.text[one.from + 1] !== '{' || !isEnvName(one.name)) continue;
        facts.push(interpolationRead(one, name, rangeInLine(line, one.start, one.end)));
      }
      if (/registry/i.test(line.text)) {
        facts.push(...urlFacts(file.text, line.offset, line.offset + line.text.length, range));
      }
    }
    return { facts };
  },
};
