import type { Fact } from '../../../model/facts';
import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { defaultText } from '../../redact';
import { linesOf, rangeInLine, rangesOf } from '../../text-index';
import { declaration, isEnvName } from '../env-facts';

const READ =
  /\b(env_var_or_default|env_var|env)\(\s*(["'])([A-Za-z_]\w*)\2\s*(?:,\s*(?:(["'])([^"'\n]*)\4|([^)\n]*)))?\)/g;

/** Justfiles: `env_var("X")` stops without the variable, `env("X", "d")` has a default; `export X := "v"` sets one. */
export const justfileReader: Reader = {
  id: 'justfile',
  endings: ['justfile', 'just'],
  matches: (path) => /^\.?justfile$/i.test(baseName(path)) || path.endsWith('.just'),
  read(file) {
    const range = rangesOf(file.text);
    const facts: Fact[] = [];
    for (const line of linesOf(file.text)) {
      if (/^\s*#/.test(line.text)) continue;
      const exported = /^export\s+([A-Za-z_]\w*)\s*:=/.exec(line.text)?.[1];
      if (exported !== undefined) {
        const start = line.offset + line.text.indexOf(exported);
        facts.push(...declaration({ range }, 'shell', exported, start, start + exported.length, true));
      }
      for (const match of line.text.matchAll(READ)) {
        const [all, accessor = '', , name = '', , text, other] = match;
        if (!isEnvName(name)) continue;
        const start = match.index + all.indexOf(name, accessor.length);
        const hasDefault = text !== undefined || other !== undefined;
        facts.push({
          kind: 'envRead',
          name,
          accessor,
          presence: hasDefault ? 'default' : 'raises',
          ...(text !== undefined && { default: defaultText(name, text) }),
          range: rangeInLine(line, start, start + name.length),
        });
      }
    }
    return { facts };
  },
};
