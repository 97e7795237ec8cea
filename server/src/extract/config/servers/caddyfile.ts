import type { Fact } from '../../../model/facts';
import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { defaultText } from '../../redact';
import { linesOf, rangeInLine, rangesOf } from '../../text-index';
import { configFile, listed } from '../config-file';
import { isEnvName } from '../env-facts';
import { urlFacts } from '../url-facts';

/** `{$NAME}` and `{$NAME:default}` while reading the file, `{env.NAME}` while serving. */
const READ = /\{(\$|env\.)([A-Za-z_][A-Za-z0-9_]*)(?::([^{}\n]*))?\}/g;

/** Caddy: sites, and where requests are passed on. */
export const caddyfileReader: Reader = {
  id: 'caddyfile',
  matches: (path) => /^Caddyfile([-_.][\w-]+)?$|\.caddyfile$/i.test(baseName(path)),
  read(file) {
    const range = rangesOf(file.text);
    const facts: Fact[] = [];
    const sites: string[] = [];
    const proxies: string[] = [];
    let depth = 0;
    for (const line of linesOf(file.text)) {
      const code = line.text.replace(/(^|\s)#.*$/, '');
      const words = code.replace(/\s+/g, ' ').trimEnd();
      const site = depth === 0 ? /^((?:[^\s({]|\{\$).*?) ?\{$/.exec(words)?.[1] : undefined;
      if (site !== undefined) sites.push(...site.split(/[\s,]+/));
      const proxy = /^ ?(?:reverse_proxy|php_fastcgi) ([^{]+?) ?\{?$/.exec(words)?.[1];
      if (proxy !== undefined) {
        proxies.push(proxy);
        facts.push(...urlFacts(file.text, line.offset, line.offset + code.length, range));
      }
      for (const match of code.matchAll(READ)) {
        const [, sign = '', name = '', fallback] = match;
        if (!isEnvName(name)) continue;
        const start = match.index + 1 + sign.length;
        facts.push({
          kind: 'envRead',
          name,
          accessor: 'Caddyfile',
          presence: fallback === undefined ? 'bare' : 'default',
          ...(fallback !== undefined && { default: defaultText(name, fallback) }),
          range: rangeInLine(line, start, start + name.length),
        });
      }
      // Placeholders open and close on one line, so braces still count right.
      depth += (code.match(/\{/g)?.length ?? 0) - (code.match(/\}/g)?.length ?? 0);
    }
    return {
      facts: [configFile(file.path, { sites: listed(sites), proxies: listed(proxies) }, 'caddyfile'), ...facts],
    };
  },
};
