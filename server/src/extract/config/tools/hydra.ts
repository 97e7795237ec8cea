import type { Fact } from '../../../model/facts';
import type { Reader } from '../../reader';
import { defaultText } from '../../redact';
import { linesOf, rangeInLine } from '../../text-index';
import { isEnvName } from '../env-facts';

const READ = /\$\{(?:oc\.env|env):\s*([A-Za-z_]\w*)\s*(?:,\s*([^}\n]*?)\s*)?\}/g;

/** OmegaConf's `${oc.env:NAME,default}` in the YAML files of Hydra programs. */
export const hydraReader: Reader = {
  id: 'hydra',
  endings: ['yaml', 'yml'],
  matches: (path) => /\.ya?ml$/i.test(path),
  read(file) {
    if (!file.text.includes('${oc.env:')) return { facts: [] };
    const facts: Fact[] = [];
    for (const line of linesOf(file.text)) {
      if (/^\s*#/.test(line.text)) continue;
      for (const match of line.text.matchAll(READ)) {
        const [all, name = '', given] = match;
        if (!isEnvName(name)) continue;
        const start = match.index + all.indexOf(name, all.indexOf(':'));
        const text = given?.replace(/^(["'])(.*)\1$/, '$2');
        facts.push({
          kind: 'envRead',
          name,
          accessor: 'oc.env',
          presence: given === undefined ? 'raises' : 'default',
          ...(text !== undefined && text !== '' && { default: defaultText(name, text) }),
          range: rangeInLine(line, start, start + name.length),
        });
      }
    }
    return { facts };
  },
};
